/**
 * @file Figure 3: every network's accuracy stands over the share of the pairs that it was trained on,
 * on the axes of the bound, and the gap lies where it is measured.
 */
import { expect, test } from "vitest";
import { networksChart } from "../../../../src/chapters/data/view/figure3Chart";
import {
  axisOf,
  edgesOf,
  expectPlaces,
  expectUpright,
  heightAt,
  heightsAt,
  middleOf,
  pointAt,
  ticksOf,
} from "../../../reading/axes";
import { makeStand } from "../../../stand";
import { compared } from "../figures/figure3";

const stand = makeStand(520, 440);

/** The picture, with where fractions and accuracies stand by its own axes. */
function show(data = compared) {
  const picked: number[] = [];
  const onPick = (replica: number) => picked.push(replica);
  const view = stand.mount(networksChart, data, { onPick });
  const { x, y } = ticksOf(stand);
  expect(Math.min(x.length, y.length)).toBeGreaterThan(4);
  return { view, picked, x: axisOf(x, "root", 1), y: axisOf(y, "linear", -1) };
}

const groups = () => [...stand.root.querySelectorAll(".seed-curve")];
const circlesOf = (curve: number) => [...groups()[curve].querySelectorAll("circle")];

test("Every network is a dot at its accuracy, the seeds of one fraction about that fraction", () => {
  const { view, x, y } = show();
  expect(groups()).toHaveLength(2);
  compared.curves.forEach(({ dots, spreads }, curve) => {
    const places = circlesOf(curve).map(middleOf);
    expectPlaces(
      places.map((at) => at.y),
      dots.map(({ value }) => y(value)),
    );
    spreads.forEach(({ x: fraction }) => {
      const own = places.filter((_, i) => dots[i].x === fraction);
      expect(own).toHaveLength(3);
      expectPlaces([own.reduce((sum, at) => sum + at.x / 3, 0)], [x(fraction)]);
    });
  });
  // More data is further right, a greater accuracy higher: the last median against the first.
  const [first, last] = [circlesOf(1)[1], circlesOf(1)[7]].map(middleOf);
  expect(last.x - first.x).toBeGreaterThan(100);
  expect(first.y - last.y).toBeGreaterThan(100);
  expectUpright(stand);
  view.destroy();
});

test("A curve's line goes through its medians, its band from the lowest seed to the highest", () => {
  const { view, x, y } = show();
  expect(groups()).toHaveLength(2);
  groups().forEach((group, i) => {
    // The one of three fractions that is not at an end.
    const { x: fraction, low, median, high } = compared.curves[i].spreads[1];
    const [line, band] = [".median", ".band"].map((part) => group.querySelector(part) as Element);
    expectPlaces([heightAt(line, x(fraction))], [y(median)]);
    expectPlaces(heightsAt(band, x(fraction)), [y(high), y(low)]);
  });
  view.destroy();
});

test("The bound and its marks stand on the same axes as the networks", () => {
  const { view, x, y } = show();
  const [bound] = compared.lines;
  const line = stand.find(".lines .bound");
  const band = stand.find(".bands .bound");
  const inner = [1, 2, 3, 4, 5];
  const above = inner.filter((i) => bound.values[i] > 0.4);
  expect(above).toEqual(inner);
  for (const i of inner) {
    const at = x(bound.fractions[i]);
    const [value, error] = [bound.values[i], bound.errors?.[i] ?? Number.NaN];
    expectPlaces([heightAt(line, at)], [y(value)]);
    expectPlaces(heightsAt(band, at), [y(Math.min(1, value + 2 * error)), y(value - 2 * error)]);
  }
  // 50 bits of 900 pairs: an upright line from the axis, which starts at 0.4, to 1.
  const bits = x(50 / 900);
  expectPlaces(edgesOf(stand.find(".mark.bits")), [bits, bits, y(1), y(0.4)]);
  view.destroy();
});

test("The gap lies across at its accuracy, from the data that the bound takes to what the network takes", () => {
  const { view, x, y } = show();
  const [left, right, top, bottom] = edgesOf(stand.find(".gap path"));
  expectPlaces([left, right, (top + bottom) / 2], [x(0.12), x(0.3), y(0.9)]);
  const [start, end, over, under] = edgesOf(stand.find(".gap text"));
  // Its name is beside it at the same height, not on it.
  expect(end < left || start > right).toBe(true);
  expect(over < y(0.9) && under > y(0.9)).toBe(true);
  view.update({
    ...compared,
    gap: { from: 0.5, to: 0.2, level: 0.6, label: "", colour: "black" },
  });
  const [l, r, t, b] = edgesOf(stand.find(".gap path"));
  expectPlaces([l, r, (t + b) / 2], [x(0.2), x(0.5), y(0.6)]);
  view.destroy();
});

test("A press on a dot picks that network, and the network that trains is marked where it stands", () => {
  const { view, picked, x, y } = show();
  const dots = compared.curves.flatMap((curve) => curve.dots);
  const circles = [0, 1].flatMap(circlesOf);
  expect(circles).toHaveLength(18);
  circles.forEach((circle, i) => {
    pointAt(stand, stand.svg, "pointermove", middleOf(circle));
    expect(stand.caption).toMatch(new RegExp(`^Network ${dots[i].replica}\\.`));
    pointAt(stand, stand.svg, "click", middleOf(circle));
    expect(picked).toHaveLength(i + 1);
    expect(picked.at(-1)).toBe(dots[i].replica);
  });
  // Replica 12 is the first seed at 0.2, with 0.85 - 0.05.
  const chosen = stand.find("circle.chosen");
  expectPlaces([middleOf(chosen).y], [y(0.8)]);
  expect(Math.abs(middleOf(chosen).x - x(0.2))).toBeLessThan(5);
  expect(circlesOf(1)).toContain(chosen);
  view.destroy();
});
