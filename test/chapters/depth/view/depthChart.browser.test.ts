import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { depthChart } from "../../../../src/chapters/depth/view/depthChart";
import { type At, axisOf, edgesOf, expectPlaces, middleOf, ticksOf } from "../../../reading/axes";
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

/** Middles of texts, by what they say. */
const middlesOf = (selector: string): ReadonlyMap<string, At> =>
  new Map(
    [...stand.root.querySelectorAll(selector)].map((node) => [
      node.textContent ?? "",
      middleOf(node),
    ]),
  );

test("what is written stands where it is true: numbers under their depths, letters over their zones, names at their values", () => {
  const view = mount();
  const ticks = ticksOf(stand);
  const [x, y] = [axisOf(ticks.x, "linear", 1), axisOf(ticks.y, "linear", -1)];
  const rows = middlesOf(".rows text");
  const numbers = [5, 61, 171, 281, 391, 501];
  expectPlaces(
    numbers.map((number) => rows.get(String(number))?.x ?? Number.NaN),
    [0, 1, 2, 3, 4, 5].map(x),
  );
  const right = edgesOf(stand.find(".grid path"))[1];
  for (const label of ["hidden layers", "parameters"])
    expect(rows.get(label)?.x).toBeGreaterThan(right);
  const letters = middlesOf(".zones .letter");
  expect([...letters.keys()]).toEqual(["C", "G", "M"]);
  expectPlaces([letters.get("C")?.x ?? Number.NaN], [x(0)]);
  for (const [letter, from, to] of [
    ["G", 1, 3],
    ["M", 4, 5],
  ] as const) {
    const at = letters.get(letter)?.x ?? Number.NaN;
    expect([at > x(from - 0.5), at < x(to + 0.5)]).toEqual([true, true]);
  }
  // The only ones with room for a word.
  expect(stand.texts(".zones .word")).toEqual(["", "generalisation", "memorisation"]);
  const names = middlesOf(".names text");
  const values = { "train 0.95": 0.95, "test 0.70": 0.7, "0.9, learnt": 0.9, "always “no”": 0.667 };
  expect([...names.keys()]).toEqual(Object.keys(values));
  // Half a letter: the middle of a text's box is not the middle of its letters.
  for (const [name, value] of Object.entries(values))
    expect(Math.abs((names.get(name)?.y ?? Number.NaN) - y(value))).toBeLessThan(3);
  view.destroy();
});

test("every seed is a dot, hollow while it trains, and all is said to who cannot see it", () => {
  const view = mount();
  expect({
    dots: stand.root.querySelectorAll(".seed-curve circle").length,
    rough: stand.root.querySelectorAll("circle.rough").length,
    chosen: stand.root.querySelectorAll("circle.chosen").length,
    label: stand.svg.getAttribute("aria-label"),
  }).toMatchInlineSnapshot(`
    {
      "chosen": 2,
      "dots": 36,
      "label": "a relation: accuracy against hidden layers. train 0.66 at 0, 0.95 at 5; test 0.60 at 0, 0.70 at 5; confusion at 0; generalisation from 1 to 3; memorisation from 4 to 5.",
      "rough": 12,
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

test("where the reader is stays when results come in, and the rings go with its dots", async () => {
  const view = mount();
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  const [train, other] = laddered.curves;
  const dots = other.dots.map((dot) => (dot.replica === 3 ? { ...dot, value: 0.75 } : dot));
  view.update({ ...laddered, curves: [train, { ...other, dots }], chosen: null });
  expect(stand.caption).toMatch(/^Network 3\./);
  const y = axisOf(ticksOf(stand).y, "linear", -1);
  // Its training accuracy is 1 - 0.04.
  expectPlaces(
    [...stand.root.querySelectorAll(".seed-ring")].map((ring) => middleOf(ring).y),
    [y(0.96), y(0.75)],
  );
  view.destroy();
});
