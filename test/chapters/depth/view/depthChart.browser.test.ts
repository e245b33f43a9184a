import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { depthChart } from "../../../../src/chapters/depth/view/depthChart";
import { makeStand } from "../../../stand";
import { laddered } from "../figures/depth";

const stand = makeStand(600, 380);

let picked: number[];
const mount = (data = laddered) => {
  const view = depthChart(stand.root, { onPick: (replica) => picked.push(replica) });
  view.update(data);
  return view;
};
beforeEach(() => {
  picked = [];
});
const click = (node: Element) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
  node.dispatchEvent(new PointerEvent("pointermove", at));
  node.dispatchEvent(new MouseEvent("click", at));
};

test("every seed is a dot, zones carry their letters, and all is said to who cannot see it", () => {
  const view = mount();
  expect({
    dots: stand.root.querySelectorAll(".seed-curve circle").length,
    rough: stand.root.querySelectorAll("circle.rough").length,
    chosen: stand.root.querySelectorAll("circle.chosen").length,
    letters: stand.texts(".zones .letter"),
    words: stand.texts(".zones .word"),
    axis: stand.texts(".grid text"),
    rows: stand.texts(".rows text"),
    names: stand.texts(".names text"),
    label: stand.svg.getAttribute("aria-label"),
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
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
      ],
      "chosen": 2,
      "dots": 36,
      "label": "a relation: accuracy against hidden layers. train 0.66 at 0, 0.95 at 5; test 0.60 at 0, 0.70 at 5; confusion at 0; generalisation from 1 to 3; memorisation from 4 to 5.",
      "letters": [
        "C",
        "G",
        "M",
      ],
      "names": [
        "train 0.95",
        "test 0.70",
        "0.9, learnt",
        "always “no”",
      ],
      "rough": 12,
      "rows": [
        "hidden layers",
        "5",
        "61",
        "171",
        "281",
        "391",
        "501",
        "parameters",
      ],
      "words": [
        "",
        "generalisation",
        "memorisation",
      ],
    }
  `);
  view.destroy();
});

test("a click on a dot picks its network, one beside all dots none", () => {
  const view = mount();
  click(stand.root.querySelectorAll(".seed-curve:last-child circle")[4]);
  expect(picked).toEqual([4]);
  expect(stand.caption).toMatch(/^Network 4\./);
  const box = stand.svg.getBoundingClientRect();
  stand.svg.dispatchEvent(
    new MouseEvent("click", { clientX: box.left + 300, clientY: box.bottom - 3, bubbles: true }),
  );
  expect(picked).toEqual([4]);
  view.destroy();
});

test("arrow keys go along the depths and among the seeds, Enter picks", async () => {
  const view = mount();
  stand.svg.focus();
  await userEvent.keyboard(
    "{ArrowRight}{ArrowRight}{ArrowRight}{ArrowUp}{ArrowUp}{ArrowUp}{Enter}",
  );
  expect(picked).toEqual([2 * 3 + 2]);
  await userEvent.keyboard("{ArrowLeft}{ArrowDown}{Enter}");
  expect(picked).toEqual([8, 4]);
  await userEvent.keyboard("{Escape}{Enter}");
  expect(picked).toEqual([8, 4]);
  expect(stand.root.querySelectorAll(".seed-ring")).toHaveLength(0);
  view.destroy();
});

test("where the reader is stays when results come in", async () => {
  const view = mount();
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  view.update({ ...laddered, chosen: null });
  expect(stand.caption).toMatch(/^Network 3\./);
  view.destroy();
});
