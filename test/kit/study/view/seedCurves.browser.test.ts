/**
 * @file Every seed is a dot at its place and its value, the line goes through the medians and the band
 * lies between the lowest and the highest.
 */
import { select } from "d3";
import { expect, test } from "vitest";
import type { Layer } from "../../../../src/kit/draw/chart";
import {
  drawSeedCurves,
  nearestDot,
  type SeedCurve,
  type SeedPlace,
} from "../../../../src/kit/study/view/seedCurves";
import { edgesOf, expectPlaces, heightAt, heightsAt, middleOf } from "../../../reading/axes";
import { makeStand } from "../../../stand";

const stand = makeStand(400, 300);

/** 100 px for each of x, 200 px for a value of 1, upwards. */
const place: SeedPlace = {
  toX: (x) => 20 + 100 * x,
  toY: (value) => 280 - 200 * value,
  apart: 10,
  radius: 4,
};

/** Values of the seeds at x = 1, 2, 3: two, three and one of them, median off the middle. */
const VALUES = [[0.2, 0.4], [0.3, 0.86, 0.9], [0.55]];

const curve = (name: string, first: number, shift: number): SeedCurve => ({
  name,
  colour: "rgb(1, 2, 3)",
  dots: VALUES.flatMap((values, i) =>
    values.map((value, rank) => ({
      x: i + 1,
      rank,
      of: values.length,
      value: value + shift,
      replica: first + 10 * i + rank,
      finished: rank === 0,
    })),
  ),
  spreads: [
    { x: 1, low: 0.2, median: 0.3, high: 0.4 },
    { x: 2, low: 0.3, median: 0.86, high: 0.9 },
    { x: 3, low: 0.55, median: 0.55, high: 0.55 },
  ].map(({ x, low, median, high }) => ({
    x,
    low: low + shift,
    median: median + shift,
    high: high + shift,
  })),
});

/** Draws curves; gives what is drawn of each and how the stand has (x, value). */
function draw(curves: readonly SeedCurve[], chosen: number | null = null) {
  const svg = select(stand.root).append("svg").attr("width", 400).attr("height", 300);
  const layer: Layer = svg.append("g");
  drawSeedCurves(layer, curves, place, chosen);
  const { left, top } = stand.svg.getBoundingClientRect();
  return {
    layer,
    groups: [...stand.root.querySelectorAll(".seed-curve")],
    x: (x: number) => left + 20 + 100 * x,
    y: (value: number) => top + 280 - 200 * value,
  };
}

const circlesOf = (group: Element) => [...group.querySelectorAll("circle")];

test("A dot for every seed: at its value, and seeds of one place side by side about it, the first at the left", () => {
  const { groups, x, y } = draw([curve("one", 0, 0)]);
  const dots = circlesOf(groups[0]).map(middleOf);
  expectPlaces(
    dots.map((at) => at.x),
    [x(1) - 5, x(1) + 5, x(2) - 10, x(2), x(2) + 10, x(3)],
  );
  expectPlaces(
    dots.map((at) => at.y),
    [0.2, 0.4, 0.3, 0.86, 0.9, 0.55].map(y),
  );
  // Greater is higher.
  expect(dots[4].y).toBeLessThan(dots[2].y);
  const [left, right] = edgesOf(circlesOf(groups[0])[0]);
  expect(right - left).toBeCloseTo(2 * 4, 1);
});

test("The line goes through the medians; the band lies from the lowest to the highest at every place", () => {
  const { groups, x, y } = draw([curve("one", 0, 0)]);
  const [median, band] = [".median", ".band"].map((part) => groups[0].querySelector(part));
  const read = (at: number) => [
    heightAt(median as Element, x(at)),
    ...heightsAt(band as Element, x(at)),
  ];
  // Median, highest, lowest; half-way between two places the mean of theirs.
  expectPlaces(read(2), [y(0.86), y(0.9), y(0.3)]);
  expectPlaces(read(1.5), [y(0.58), y(0.65), y(0.25)]);
  expectPlaces(read(2.5), [y(0.705), y(0.725), y(0.425)]);
  const [left, right, top, bottom] = edgesOf(band as Element);
  expectPlaces([left, right, top, bottom], [x(1), x(3), y(0.9), y(0.2)]);
});

test("One place alone has dots and no band", () => {
  const { dots, spreads, ...rest } = curve("one", 0, 0);
  const { groups } = draw([{ ...rest, dots: dots.slice(0, 2), spreads: spreads.slice(0, 1) }]);
  expect(groups[0].querySelector(".band")?.getAttribute("d")).toBe("");
  expect(circlesOf(groups[0])).toHaveLength(2);
});

test("The run that is looked at is marked on every curve it has a dot on, a run that goes on is hollow", () => {
  const curves = [curve("one", 0, 0), curve("other", 0, 0.05)];
  const { groups, x, y } = draw(curves, 11);
  const marked = [...stand.root.querySelectorAll(".chosen")].map(middleOf);
  expectPlaces(
    marked.flatMap((at) => [at.x, at.y]),
    [x(2), y(0.86), x(2), y(0.91)],
  );
  expect(circlesOf(groups[0]).map((dot) => dot.classList.contains("rough"))).toEqual([
    false,
    true,
    false,
    true,
    true,
    false,
  ]);
});

test("New values move the dots of their own curve, also where curves change their order", () => {
  const { layer, x, y } = draw([curve("one", 0, 0), curve("other", 100, 0.05)]);
  const red = { ...curve("other", 100, -0.1), colour: "rgb(200, 0, 0)" };
  drawSeedCurves(layer, [red, curve("one", 0, 0)], place, null);
  const groups = [...stand.root.querySelectorAll<SVGGElement>(".seed-curve")];
  expect(groups.map((group) => middleOf(circlesOf(group)[0]).y)).toBeAllclose([y(0.1), y(0.2)], {
    atol: 0.1,
  });
  expect(groups.map((group) => heightAt(group.querySelector(".median") as Element, x(2)))).toEqual([
    expect.closeTo(y(0.76), 0),
    expect.closeTo(y(0.86), 0),
  ]);
  expect(groups.map((group) => getComputedStyle(circlesOf(group)[0]).fill)).toEqual([
    "rgb(200, 0, 0)",
    "rgb(1, 2, 3)",
  ]);
});

test("The nearest dot is the one whose circle is nearest, of curves that are not pale", () => {
  const pale = { ...curve("pale", 500, 0.01), pale: true };
  const curves = [pale, curve("one", 0, 0)];
  const { groups } = draw(curves);
  const { left, top } = stand.svg.getBoundingClientRect();
  const circles = circlesOf(groups[1]);
  expect(circles).toHaveLength(6);
  circles.forEach((circle, i) => {
    const { x, y } = middleOf(circle);
    // Three pixels beside it towards the next seed, which is ten to the right at least.
    expect(nearestDot(curves, place, x - left + 3, y - top - 3)).toBe(curves[1].dots[i]);
  });
  // Both within reach: the second seed at 2 is nearer along x, the third, 10 px right and 8 px up, is nearer.
  const { x, y } = middleOf(circles[3]);
  expect(nearestDot(curves, place, x - left + 3, y - top - 9)).toBe(curves[1].dots[4]);
  expect(nearestDot(curves, place, 20, 20)).toBeNull();
});
