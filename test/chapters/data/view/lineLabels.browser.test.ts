/**
 * @file A name at a curve, as Figure 2 has them, stands at its own curve and in its colour; the name of
 * a mark at its own mark.
 */
import { expect, test } from "vitest";
import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import type { BoundLine } from "../../../../src/chapters/data/view/boundMarks";
import { edgesOf, middleOf, pointsOf } from "../../../reading/axes";
import { makeStand } from "../../../stand";
import { bounded } from "../figures/bound";

const stand = makeStand(520, 440);

const quiet = { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} };

const fractions = Array.from({ length: 41 }, (_, i) => (i / 40) ** 2);

/** One rises early, one late, one falls; names of unlike lengths. */
const LINES: readonly BoundLine[] = [
  { label: "rises early", values: fractions.map((p) => 1 - 0.8 * Math.exp(-20 * p)) },
  { label: "late", values: fractions.map((p) => 0.1 + 0.6 * p ** 2) },
  { label: "a curve that falls", values: fractions.map((p) => 0.55 - 0.5 * Math.sqrt(p)) },
].map(({ label, values }, i) => ({
  kind: "network",
  label,
  fractions,
  values,
  colour: `rgb(0, 0, ${50 * i})`,
}));

const nameOf = (label: string): SVGTextElement => {
  const texts = [...stand.root.querySelectorAll<SVGTextElement>(".names text")];
  const found = texts.find(({ dataset }) => dataset.caption === label);
  if (!found) throw new Error(`no name ${label}`);
  return found;
};

/** Least free height between the box of a text and a line above or below it; 0 where they cross. */
function room(text: Element, line: Element): number {
  const [left, right, top, bottom] = edgesOf(text);
  const over = pointsOf(line).filter(({ x }) => left <= x && x <= right);
  return Math.min(...over.map(({ y }) => Math.max(top - y, y - bottom, 0)));
}

test.each([
  [0, 1, 2],
  [2, 0, 1],
  [1, 2, 0],
])(
  "In whatever order (%d, %d, %d), the curve nearest to a name is its own, which has its colour",
  (...order) => {
    const lines = order.map((i) => LINES[i]);
    const view = stand.mount(boundChart, { ...bounded, lines, marks: [] }, quiet);
    const drawn = [...stand.root.querySelectorAll(".lines path")];
    expect(drawn).toHaveLength(3);
    lines.forEach(({ label, colour }, own) => {
      const name = nameOf(label);
      const rooms = drawn.map((line) => room(name, line));
      expect(rooms.indexOf(Math.min(...rooms))).toBe(own);
      // At the curve, and the others are not on it.
      expect(rooms[own]).toBeLessThan(15);
      expect(rooms.filter((free, i) => i !== own && free === 0)).toEqual([]);
      expect(name.style.getPropertyValue("--of")).toBe(colour);
    });
    view.destroy();
  },
);

/** Expects that no two boxes of text overlap; a box has some room above its letters. */
function expectApart(boxes: readonly (readonly number[])[]): void {
  boxes.forEach(([left, right, top, bottom], i) => {
    for (const [l, r, t, b] of boxes.slice(0, i))
      expect(left < r && l < right && top + 3 < b && t + 3 < bottom).toBe(false);
  });
}

test("No two names share a place, and all are within the chart", () => {
  // The first place with room at a line along the foot is where the mark has its name.
  const values = fractions.map(() => 0.08);
  const lines = [LINES[0], { ...LINES[1], label: "along the foot", values }];
  const mark = { kind: "bits", fraction: 0.001, to: 1, label: "name of a mark" } as const;
  const view = stand.mount(boundChart, { ...bounded, lines, marks: [mark] }, quiet);
  const boxes = [...stand.root.querySelectorAll(".names text")].map(edgesOf);
  expect(boxes).toHaveLength(3);
  const frame = stand.svg.getBoundingClientRect();
  expectApart(boxes);
  boxes.forEach(([left, right, top]) => {
    expect([left > frame.left, right < frame.right, top > frame.top]).toEqual([true, true, true]);
  });
  view.destroy();
});

test("The name of a mark stands right at its mark, before it where there is no room after it", () => {
  const marks = [
    { kind: "bits", fraction: 0.04, to: 1, label: "some bits" },
    { kind: "critical", fraction: 0.06, to: 0.9, label: "a bit more" },
    { kind: "measured", fraction: 0.95, to: 0.9, label: "nearly all" },
  ] as const;
  const view = stand.mount(boundChart, { ...bounded, lines: [], marks }, quiet);
  const beside = marks.map(({ kind, label }) => {
    const at = middleOf(stand.find(`path.mark.${kind}`)).x;
    const [left, right] = edgesOf(nameOf(label));
    return [left - at, at - right].map((gap) => gap > 0 && gap < 10);
  });
  // The first two would overlap at one height.
  expectApart(marks.map(({ label }) => edgesOf(nameOf(label))));
  // After it, after it, before it.
  expect(beside).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ]);
  view.destroy();
});
