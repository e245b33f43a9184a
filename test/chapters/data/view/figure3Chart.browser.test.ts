import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { networksChart } from "../../../../src/chapters/data/view/figure3Chart";
import { middleOf, pointAt } from "../../../reading/axes";
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

test("what is pale cannot be pointed at or picked, and can again once it is not", () => {
  const pale = { ...compared, curves: [{ ...compared.curves[0], pale: true }, compared.curves[1]] };
  const view = mount(pale);
  // The lowest dots of the two curves at the least data: 30 px apart, so that each is alone.
  const [first, second] = [...stand.root.querySelectorAll(".seed-curve")].map((curve) =>
    middleOf(curve.querySelector("circle") as Element),
  );
  const hint = stand.caption;
  pointAt(stand, stand.svg, "pointermove", first);
  pointAt(stand, stand.svg, "click", first);
  expect([stand.caption, picked]).toEqual([hint, []]);
  pointAt(stand, stand.svg, "pointermove", second);
  pointAt(stand, stand.svg, "click", second);
  expect(stand.caption).toMatch(/^Network 9\./);
  expect(picked).toEqual([9]);
  view.update(compared);
  pointAt(stand, stand.svg, "pointermove", first);
  pointAt(stand, stand.svg, "click", first);
  expect(stand.caption).toMatch(/^Network 0\./);
  expect(picked).toEqual([9, 0]);
  view.destroy();
});
