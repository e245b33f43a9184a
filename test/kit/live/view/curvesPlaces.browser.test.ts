/**
 * @file The curves in a browser: steps to the right on a log axis, accuracies up, and every curve,
 * line, mark and dot at the step and value that it stands for.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Mounted } from "../../../../src/kit/draw/view";
import { curves } from "../../../../src/kit/live/view/curves";
import type { CurvesData, Series } from "../../../../src/kit/live/view/curvesLayout";
import { type At, along, anchorOf, boxOf, middleOf, wordsOf } from "../../../reading/pixels";
import { makeStand, press } from "../../../stand";

const stand = makeStand(560, 360);

const STEPS = [1, 10, 100, 1000];
const series = (
  label: string,
  values: readonly number[],
  changes: Partial<Series> = {},
): Series => ({
  label,
  colour: `var(--${label})`,
  steps: STEPS,
  values,
  ...changes,
});

/** Train learns first: no mirror takes one curve onto the other or onto itself. */
const accuracy: CurvesData = {
  name: "Accuracy",
  series: [series("train", [0.5, 0.9, 0.98, 1]), series("test", [0.45, 0.5, 0.6, 0.95])],
  y: "linear",
  lowest: 0.4,
  end: 10_000,
  references: [{ value: 0.9 }, { value: 0.67, label: "always no" }],
  marks: [
    { step: 20, label: "train 20", colour: "var(--train)" },
    { step: 700, label: "test 700", colour: "var(--test)" },
  ],
  band: { from: 20, to: 700, phase: "grokking" },
  cursor: 100,
};

let view: Mounted<CurvesData>;
let onScrub: ReturnType<typeof vi.fn<(step: number) => void>>;
beforeEach(() => {
  onScrub = vi.fn<(step: number) => void>();
  view = curves(stand.root, { onScrub });
});
afterEach(() => view.destroy());

const all = <Node extends SVGElement>(selector: string): Node[] => {
  const found = [...stand.root.querySelectorAll<Node>(selector)];
  expect(found.length).toBeGreaterThan(0);
  return found;
};

/** Where a word of the axes has its anchor. */
function tick(text: string): At {
  const found = all<SVGTextElement>(".grid text").find((node) => wordsOf(node) === text);
  if (!found) throw new Error(`no tick says ${text}`);
  return anchorOf(found, stand.root);
}

/** From steps and values to the screen, as two ticks of each axis say. */
function scale(low: readonly [string, number], high: readonly [string, number]) {
  const [one, thousand] = [tick("10^{0}").x, tick("10^{3}").x];
  const [from, to] = [tick(low[0]).y, tick(high[0]).y];
  // A word's base line is below the middle of its line.
  const below = 4.5;
  return {
    x: (step: number) => one + ((thousand - one) * Math.log10(step)) / 3,
    y: (height: number) => from - below + ((to - from) * (height - low[1])) / (high[1] - low[1]),
  };
}
const linear = () => scale(["0.5", 0.5], ["1.0", 1]);

/** Where a path is at a pixel column, nearest first. */
function heightsAt(path: SVGPathElement, x: number): number[] {
  const shares = Array.from({ length: 2001 }, (_, i) => i / 2000);
  return along(path, shares, stand.root)
    .filter((at) => Math.abs(at.x - x) < 0.6)
    .map(({ y }) => y);
}

test("steps go to the right by equal decades, accuracies up in equal parts", () => {
  view.update(accuracy);
  const at = STEPS.map((_, power) => tick(`10^{${power}}`));
  const decade = at[1].x - at[0].x;
  expect(decade).toBeGreaterThan(60);
  for (const power of [1, 2]) expect(at[power + 1].x - at[power].x).toBeCloseTo(decade, 1);
  expect(new Set(at.map(({ y }) => y)).size).toBe(1);
  // Under the picture, and values at its left.
  const [half, whole] = [tick("0.5"), tick("1.0")];
  expect(half.y - whole.y).toBeGreaterThan(150);
  expect(half.y).toBeLessThan(at[0].y);
  expect(half.x).toBeLessThan(at[0].x);
  for (const value of [0.6, 0.7, 0.8])
    if (all(".grid text").some((node) => wordsOf(node) === `${value}`))
      expect(tick(`${value}`).y).toBeCloseTo(
        half.y + ((value - 0.5) / 0.5) * (whole.y - half.y),
        1,
      );
});

test("a line of reference is at its value, across the picture, and so are its words", () => {
  view.update(accuracy);
  const { x, y } = linear();
  const lines = all<SVGLineElement>(".references line");
  expect(lines).toHaveLength(2);
  for (const [i, value] of [0.9, 0.67].entries()) {
    const [from, to] = along(lines[i], [0, 1], stand.root);
    expect([from.y, to.y]).toBeAllclose([y(value), y(value)], { atol: 0.6 });
    expect(from.x).toBeCloseTo(x(1), 1);
    expect(to.x).toBeCloseTo(x(10_000), 1);
    expect(tick(value.toFixed(2).replace(/0$/, "")).y - 4.5).toBeCloseTo(y(value), 0);
  }
  const word = all<SVGTextElement>(".words text.reference")[0];
  expect(Math.abs(anchorOf(word, stand.root).y - 4.5 - y(0.67))).toBeLessThan(1);
});

test("a curve is at each of its steps at its value, and named at its end", () => {
  view.update({ ...accuracy, cursor: 1000 });
  const { x, y } = linear();
  const paths = all<SVGPathElement>(".lines path");
  expect(paths).toHaveLength(2);
  for (const [i, { values, label, colour }] of accuracy.series.entries()) {
    expect(paths[i].style.stroke).toBe(colour);
    for (const [k, step] of STEPS.entries()) {
      const heights = heightsAt(paths[i], x(step)).map((height) => Math.abs(height - y(values[k])));
      expect(heights.length).toBeGreaterThan(0);
      // Half a pixel across is up to 1.5 px along the steepest curve, 250 px up in a decade.
      expect(Math.min(...heights)).toBeLessThan(1);
    }
    // In the order of the steps.
    const [from, to] = along(paths[i], [0, 1], stand.root);
    expect([from.x, to.x]).toBeAllclose([x(1), x(1000)], { atol: 0.6 });
    const word = all<SVGTextElement>(".words text.curve").find((node) =>
      wordsOf(node).startsWith(label),
    ) as SVGTextElement;
    expect(wordsOf(word)).toBe(`${label} ${values[3].toFixed(2)}`);
    const at = anchorOf(word, stand.root);
    expect(at.x).toBeGreaterThan(x(1000));
    // Two names a line apart share what is missing.
    expect(Math.abs(at.y - 4.5 - y(values[3]))).toBeLessThan(10);
  }
});

test("the steps of train and test, the gap between them and the shown step are at those steps", () => {
  view.update(accuracy);
  const { x, y } = linear();
  const marks = all<SVGGElement>(".marks g");
  expect(marks).toHaveLength(2);
  for (const [i, { step, label, colour }] of accuracy.marks.entries()) {
    const line = marks[i].querySelector("line") as SVGLineElement;
    const [from, to] = along(line, [0, 1], stand.root);
    expect([from.x, to.x]).toBeAllclose([x(step), x(step)], { atol: 0.1 });
    expect([from.y, to.y]).toBeAllclose([y(1), y(0.4)], { atol: 0.6 });
    expect(marks[i].style.getPropertyValue("--of")).toBe(colour);
    const word = marks[i].querySelector("text") as SVGTextElement;
    expect(wordsOf(word)).toBe(label);
    const { x: anchor, y: height } = anchorOf(word, stand.root);
    // The first at the left of its line, the other at the right, both above.
    expect(anchor < x(step)).toBe(i === 0);
    expect(height).toBeLessThan(y(1));
  }
  const tint = boxOf(stand.find(".band .tint"), stand.root);
  expect([tint.left, tint.right]).toBeAllclose([x(20), x(700)], { atol: 0.1 });
  expect([tint.top, tint.bottom]).toBeAllclose([y(1), y(0.4)], { atol: 0.6 });
  const letter = anchorOf(stand.find(".band text") as SVGTextElement, stand.root);
  expect(letter.x).toBeCloseTo((x(20) + x(700)) / 2, 1);
  const [top, bottom] = along(stand.find(".cursor line") as SVGLineElement, [0, 1], stand.root);
  expect([top.x, bottom.x]).toBeAllclose([x(100), x(100)], { atol: 0.1 });
  const dots = all<SVGCircleElement>(".words circle");
  expect(dots.map((dot) => dot.style.getPropertyValue("--of"))).toEqual([
    "var(--train)",
    "var(--test)",
  ]);
  for (const [i, value] of [0.98, 0.6].entries()) {
    const at = middleOf(dots[i], stand.root);
    expect([at.x, at.y]).toBeAllclose([x(100), y(value)], { atol: 0.6 });
  }
  // Their values stand at the left of the dots, each at its height.
  const values = all<SVGTextElement>(".words text.value");
  for (const [i, value] of [0.98, 0.6].entries()) {
    expect(wordsOf(values[i])).toBe(value.toFixed(2));
    const at = anchorOf(values[i], stand.root);
    expect(at.x).toBeLessThan(x(100));
    expect(Math.abs(at.y - 4.5 - y(value))).toBeLessThan(1);
  }
});

test("pressing at a step asks for that step, and keys to the right for a later one", () => {
  view.update(accuracy);
  const { x, y } = linear();
  const box = stand.root.getBoundingClientRect();
  Element.prototype.setPointerCapture = () => {};
  for (const step of [1, 20, 300, 5000])
    stand.svg.dispatchEvent(
      new PointerEvent("pointerdown", {
        clientX: box.left + x(step),
        clientY: box.top + y(0.7),
        pointerId: 1,
        button: 0,
      }),
    );
  expect(onScrub.mock.calls.flat()).toEqual([1, 20, 300, 5000]);
  press(stand.find("[role=slider]"), "ArrowRight");
  press(stand.find("[role=slider]"), "ArrowLeft");
  expect(onScrub.mock.calls[4][0]).toBeGreaterThan(100);
  expect(onScrub.mock.calls[5][0]).toBeLessThan(100);
});

test("step 0 stands where 1 does if it is all there is", () => {
  const begun = accuracy.series.map((one) => ({ ...one, steps: [0], values: [0.5] }));
  view.update({ ...accuracy, series: begun, cursor: 0, marks: [], band: null });
  const { x } = linear();
  const [from] = along(stand.find(".cursor line") as SVGLineElement, [0], stand.root);
  expect(from.x).toBeCloseTo(x(1), 1);
});

describe("losses", () => {
  test("go up by equal decades, and fall as the run learns", () => {
    const values = [1, 0.3, 0.05, 0.002];
    view.update({
      ...accuracy,
      name: "Loss",
      series: [series("train", values)],
      y: "log",
      references: [],
      marks: [],
      band: null,
      cursor: 1000,
    });
    // Steps and losses share the words 10^0: the losses' stand further up.
    const words = all<SVGTextElement>(".grid text").map((node) => ({
      text: wordsOf(node),
      ...anchorOf(node, stand.root),
    }));
    const foot = Math.max(...words.map(({ y }) => y));
    const beside = new Map(
      words.filter(({ y }) => y < foot - 1).map(({ text, y }) => [text, y - 4.5]),
    );
    const below = new Map(words.filter(({ y }) => y > foot - 1).map(({ text, x }) => [text, x]));
    const heights = ["10^{0}", "10^{−1}", "10^{−2}", "10^{−3}"].map(
      (text) => beside.get(text) as number,
    );
    const decade = heights[1] - heights[0];
    expect(decade).toBeGreaterThan(40);
    for (const power of [1, 2]) expect(heights[power + 1] - heights[power]).toBeCloseTo(decade, 1);
    const path = stand.find(".lines path") as SVGPathElement;
    for (const [k, step] of STEPS.entries()) {
      const x = below.get(`10^{${Math.log10(step)}}`) as number;
      const wanted = heights[0] - decade * Math.log10(values[k]);
      const off = heightsAt(path, x).map((height) => Math.abs(height - wanted));
      expect(off.length).toBeGreaterThan(0);
      expect(Math.min(...off)).toBeLessThan(1);
    }
  });
});
