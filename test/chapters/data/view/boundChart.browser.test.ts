/**
 * @file The axes of Figure 2 hold what they say: whatever is put in at a training fraction and a share
 * stands there, by the numbers on the axes.
 */
import { describe, expect, test } from "vitest";
import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import type { BoundChartData, BoundLine } from "../../../../src/chapters/data/view/boundMarks";
import {
  axisOf,
  edgesOf,
  endsOf,
  expectPlaces,
  expectUpright,
  heightAt,
  heightsAt,
  middleOf,
  pointAt,
  ticksOf,
} from "../../../reading/axes";
import { makeStand, press } from "../../../stand";
import { bounded } from "../figures/bound";

const stand = makeStand(520, 440);

const quiet = { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} };

/** Bends unlike any other under a turn or a mirror. */
const LINE: BoundLine = {
  kind: "bound",
  label: "",
  fractions: [0.01, 0.09, 0.25, 0.64, 0.9],
  values: [0.15, 0.2, 0.6, 0.8, 0.97],
};

const known: BoundChartData = { ...bounded, lines: [LINE], marks: [], readings: [] };

/** Where a fraction and a share stand, by the axes' own numbers. */
function axes(whole = 1) {
  const { x, y } = ticksOf(stand);
  expect(Math.min(x.length, y.length)).toBeGreaterThan(4);
  const toX = axisOf(x, "root", 1);
  return { x: (fraction: number) => toX(fraction * whole), y: axisOf(y, "linear", -1) };
}

describe("the axes", () => {
  test.each([
    ["fractions", 1],
    ["samples", 900],
    ["bits", 22.5],
  ])(
    "count %s on a square-root scale to the right, shares upwards in equal steps, and lines keep to them",
    (_, whole) => {
      const view = stand.mount(boundChart, { ...known, scale: { whole, caption: "" } }, quiet);
      const { x, y } = axes(whole);
      const frame = stand.find(".grid path").getBoundingClientRect();
      expectPlaces([x(0), x(1), y(1)], [frame.left, frame.right, frame.top]);
      // A quarter of the data stands half-way: what is above is then neither linear nor logarithmic.
      expectPlaces([x(0.25)], [(frame.left + frame.right) / 2]);
      const line = stand.find(".lines path");
      const inner = [1, 2, 3];
      expectPlaces(
        inner.map((i) => heightAt(line, x(LINE.fractions[i]))),
        inner.map((i) => y(LINE.values[i])),
      );
      const [from, to] = endsOf(line);
      expectPlaces([from.x, from.y, to.x, to.y], [x(0.01), y(0.15), x(0.9), y(0.97)]);
      expectUpright(stand);
      view.destroy();
    },
  );

  test("that start at a share of 0.4 are read off just the same", () => {
    const scale = { ...known.scale, lowest: 0.4 };
    const view = stand.mount(boundChart, { ...known, scale }, quiet);
    const { x, y } = axes();
    const line = stand.find(".lines path");
    expectPlaces([heightAt(line, x(0.25)), heightAt(line, x(0.64))], [y(0.6), y(0.8)]);
    view.destroy();
  });
});

test("A band reaches two standard errors above and below its own line, but not beyond 0 and 1", () => {
  const errors = [0.2, 0.05, 0.1, 0.02, 0.1];
  const values = [0.02, 0.95, 0.96, 0.97, 0.98];
  const lines: BoundLine[] = [
    { ...LINE, errors: [0.02, 0.15, 0.02, 0.08, 0.01] },
    LINE,
    { ...LINE, kind: "inferable", values, errors },
  ];
  const view = stand.mount(boundChart, { ...known, lines }, quiet);
  const { x, y } = axes();
  const bands = [...stand.root.querySelectorAll(".bands path")];
  expect(bands.map((band) => band.getAttribute("class"))).toEqual(["band bound", "band inferable"]);
  const edges = (band: Element, fraction: number) => heightsAt(band, x(fraction));
  // 0.2 ± 0.3, 0.6 ± 0.04, 0.8 ± 0.16.
  expectPlaces(edges(bands[0], 0.09), [y(0.5), y(0)]);
  expectPlaces(edges(bands[0], 0.25), [y(0.64), y(0.56)]);
  expectPlaces(edges(bands[0], 0.64), [y(0.96), y(0.64)]);
  // 0.95 ± 0.1, 0.96 ± 0.2, 0.97 ± 0.04.
  expectPlaces(edges(bands[1], 0.09), [y(1), y(0.85)]);
  expectPlaces(edges(bands[1], 0.25), [y(1), y(0.76)]);
  expectPlaces(edges(bands[1], 0.64), [y(1), y(0.93)]);
  view.destroy();
});

test("A mark rises at its fraction from the axis to its share, and α lies across at its own height", () => {
  const marks = [
    { kind: "bits", fraction: 0.04, to: 1, label: "" },
    { kind: "critical", fraction: 0.25, to: 0.7, label: "" },
    { kind: "measured", fraction: 0.49, to: 0.3, label: "" },
  ] as const;
  const view = stand.mount(boundChart, { ...known, marks, level: 0.7, at: 0.36 }, quiet);
  const { x, y } = axes();
  for (const { kind, fraction, to } of marks) {
    expectPlaces(edgesOf(stand.find(`.mark.${kind}`)), [x(fraction), x(fraction), y(to), y(0)]);
  }
  for (const { kind, fraction, to } of marks.slice(1)) {
    const dot = middleOf(stand.find(`circle.${kind}`));
    expectPlaces([dot.x, dot.y], [x(fraction), y(to)]);
  }
  expectPlaces(edgesOf(stand.find(".level")), [x(0), x(1), y(0.7), y(0.7)]);
  // The sample that is looked at: a wedge that points up at the axis.
  const foot = stand.find(".foot").getBoundingClientRect();
  expectPlaces([(foot.left + foot.right) / 2, foot.bottom], [x(0.36), y(0)]);
  view.destroy();
});

test("The pointer and the keys read the point under the cursor line", () => {
  const fractions = [0.04, 0.25, 0.64];
  const readings = fractions.map((fraction) => ({ fraction, text: `at ${fraction}` }));
  const read: number[] = [];
  const onPoint = (fraction: number) => read.push(fraction);
  const view = stand.mount(boundChart, { ...known, readings }, { ...quiet, onPoint });
  const { x, y } = axes();
  const cursor = () => middleOf(stand.find(".cursor")).x;
  // As a number 0.44 is nearer to 0.25 than to 0.64; on the axis, where it is 0.66 of the way, it is not.
  for (const [at, nearest] of [
    [0.44, 0.64],
    [0.3, 0.25],
    [0.05, 0.04],
  ]) {
    pointAt(stand, stand.svg, "pointermove", { x: x(at), y: y(0.5) });
    expect([read.at(-1), stand.caption]).toEqual([nearest, `at ${nearest}`]);
    expectPlaces([cursor()], [x(nearest)]);
  }
  const before = cursor();
  press(stand.svg, "ArrowRight");
  expect(read.at(-1)).toBe(0.25);
  expect(cursor()).toBeGreaterThan(before);
  view.destroy();
});
