/**
 * @file Names in a column, as Figure 4 has them: each at the height of its own value, or, where others
 * want the same height, beside them in the order of the values.
 */
import { expect, test } from "vitest";
import { depthChart } from "../../../../src/chapters/depth/view/depthChart";
import { axisOf, edgesOf, middleOf, ticksOf } from "../../../reading/axes";
import { makeStand } from "../../../stand";
import { laddered } from "../figures/depth";

const stand = makeStand(600, 380);

/** Half a letter: the middle of a text's box is not the middle of its letters, px. */
const LETTER = 3;

/** Names of values; gives the middle of each name and the height of its value. */
function show(values: Readonly<Record<string, number>>) {
  const references = Object.entries(values).map(([label, value]) => ({ label, value }));
  const view = stand.mount(
    depthChart,
    { ...laddered, curves: [], zones: [], references },
    { onPick: () => {} },
  );
  const y = axisOf(ticksOf(stand).y, "linear", -1);
  const nodes = [...stand.root.querySelectorAll(".names text")];
  expect(nodes.map((node) => node.textContent)).toEqual(Object.keys(values));
  const names = nodes.map((node, i) => ({
    text: references[i].label,
    wanted: y(references[i].value),
    middle: middleOf(node).y,
    edges: edgesOf(node),
  }));
  return { view, names };
}

test("Where there is room a name stands at the height of its value", () => {
  const { view, names } = show({ low: 0.45, high: 0.95, middle: 0.7 });
  for (const { wanted, middle } of names) expect(Math.abs(middle - wanted)).toBeLessThan(LETTER);
  view.destroy();
});

test("Names of nearly one value stand in the order of their values, on no other, about their mean", () => {
  const { view, names } = show({ second: 0.72, alone: 0.5, fourth: 0.69, first: 0.73, third: 0.7 });
  const down = [...names].sort((a, b) => a.middle - b.middle);
  expect(down.map(({ text }) => text)).toEqual(["first", "second", "third", "fourth", "alone"]);
  down.slice(1).forEach(({ edges: [, , top] }, i) => {
    const [, , , above] = down[i].edges;
    // Boxes of letters have room above the letters.
    expect(top).toBeGreaterThan(above - LETTER);
  });
  const mean = (of: (name: (typeof names)[number]) => number) =>
    down.slice(0, 4).reduce((sum, name) => sum + of(name) / 4, 0);
  expect(Math.abs(mean(({ middle }) => middle) - mean(({ wanted }) => wanted))).toBeLessThan(
    LETTER,
  );
  expect(Math.abs(down[4].middle - down[4].wanted)).toBeLessThan(LETTER);
  view.destroy();
});

test("Names at an end of the axis stay beside the chart", () => {
  const { view, names } = show({ a: 1, b: 1, c: 0.999, d: 0.4, e: 0.401 });
  const [, , top, bottom] = edgesOf(stand.find(".grid path"));
  for (const { middle } of names) {
    expect(middle).toBeGreaterThan(top - LETTER);
    expect(middle).toBeLessThan(bottom + LETTER);
  }
  const down = [...names].sort((a, b) => a.middle - b.middle);
  expect(down.map(({ text }) => text)).toEqual(["a", "b", "c", "e", "d"]);
  view.destroy();
});
