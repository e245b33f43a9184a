import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { networksChart } from "../../../../src/chapters/data/view/figure3Chart";
import { makeStand } from "../../../stand";
import { compared } from "../figures/figure3";

const stand = makeStand(520, 440);

let picked: number[];
const mount = (data = compared) => {
  const view = networksChart(stand.root, { onPick: (replica) => picked.push(replica) });
  view.update(data);
  return view;
};
beforeEach(() => {
  picked = [];
});

test("curves are named where they are, and the axis starts at the lowest share", () => {
  const view = mount();
  expect({
    axis: stand.texts(".grid text"),
    names: stand.texts(".names text"),
    gap: stand.texts(".gap text"),
    dots: stand.root.querySelectorAll(".seed-curve circle").length,
    chosen: stand.root.querySelectorAll("circle.chosen").length,
  }).toMatchInlineSnapshot(`
    {
      "axis": [
        "0.4",
        "0.5",
        "0.6",
        "0.7",
        "0.8",
        "0.9",
        "1.0",
        "1",
        "0.5",
        "0.2",
        "0.1",
        "0.05",
        "0.02",
        "0",
      ],
      "chosen": 1,
      "dots": 18,
      "gap": [
        "gap +0.180",
      ],
      "names": [
        "bound",
        "[x, y]",
        "(x − y)²",
        "b/n² = 0.0556",
      ],
    }
  `);
  view.destroy();
});

test("keys go along one curve and from one curve to the other at the same fraction", async () => {
  const view = mount();
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{Enter}");
  // Three seeds at the second fraction: up thrice is the first seed of the other curve there.
  await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}{Enter}");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{Enter}");
  expect(picked).toEqual([3, 12, 15]);
  expect(stand.root.querySelector(".view-caption")?.textContent).toMatch(/^Network 15\./);
  view.destroy();
});

test("what is pale cannot be pointed at", async () => {
  const view = mount({
    ...compared,
    curves: [{ ...compared.curves[0], pale: true }, compared.curves[1]],
  });
  const dot = stand.root.querySelector(".seed-curve.pale circle") as Element;
  const { left, top, width, height } = dot.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
  dot.dispatchEvent(new MouseEvent("click", at));
  expect(picked.every((replica) => replica >= 9)).toBe(true);
  view.destroy();
});
