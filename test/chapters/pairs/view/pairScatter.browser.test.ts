/**
 * @file The map of pairs: what the network did to the right, what is predicted up, on one scale; the
 * identity rises from the lower left.
 */
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type PairScatterData, pairScatter } from "../../../../src/chapters/pairs/view/pairScatter";
import {
  type Axis,
  axisOf,
  expectAt,
  LETTERS,
  middleOf,
  ticksOf,
  wayOf,
} from "../../../reading/plane";
import { makeStand } from "../../../stand";

const stand = makeStand(460, 400);

// A pointer reaches what is in the window.
beforeEach(() => page.viewport(800, 700));

/** Pairs by what they did and what is predicted, in 1e-5: in all four quadrants, none on the identity. */
const POINTS = [
  [2, 0.5],
  [-2, 1],
  [-1, -2.5],
  [1, -1.5],
  [0.5, 2],
] as const;

const data: PairScatterData = {
  pairs: [0, 3, 1, 4, 2, 5, 3, 6, 4, 7],
  actual: POINTS.map(([x]) => 1e-5 * x),
  predicted: POINTS.map(([, y]) => 1e-5 * y),
  shown: [0, 1, 2, 3, 4],
  chosen: [2, 5],
  n: 9,
  grouping: null,
  theory: "Eq. 7",
};

/** In units of 1e-5, as the caption below has it. */
function axes(): readonly [Axis, Axis] {
  expect(stand.texts(".axis-caption").join()).toContain("× 10−5");
  const { below, beside } = ticksOf(stand, ".tick");
  return [axisOf(below, "x"), axisOf(beside, "y")];
}
const dots = (kind: string) => [...stand.root.querySelectorAll<SVGPathElement>(`.marks .${kind}`)];

test("A pair's dot is as far right as what the network did and as high as what is predicted", () => {
  const view = stand.mount(pairScatter, data, {});
  const marks = dots("dot");
  expect(marks).toHaveLength(POINTS.length);
  const axis = axes();
  POINTS.forEach((point, i) => {
    expectAt(middleOf(marks[i]), axis, point);
  });
  view.destroy();
});

test("Below stands what the network did, above what the theory says", () => {
  const view = stand.mount(pairScatter, data, {});
  const [x, y] = axes();
  const words = [...stand.root.querySelectorAll<SVGTextElement>(".axis-caption")];
  const [did] = words.filter(({ textContent }) => textContent?.includes("network’s step"));
  const [says] = words.filter(({ textContent }) => textContent?.includes("↑ what Eq. 7 says"));
  expect(middleOf(did).y).toBeGreaterThan(y.at(-2.7));
  expect(middleOf(says).y).toBeLessThan(y.at(2));
  expect(middleOf(says).x).toBeLessThan(x.at(0));
  view.destroy();
});

test("The identity rises with slope +1 through the zeros", () => {
  const view = stand.mount(pairScatter, data, {});
  const [x, y] = axes();
  const way = wayOf(stand.find("line.identity") as SVGLineElement);
  const values = way.map((place) => [x.value(place.x), y.value(place.y)]);
  // What letters leave open, in units of 1e-5 of which 70 px are one.
  const read = { atol: LETTERS / 50 };
  expect(values.map(([, v]) => v)).toBeAllclose(
    values.map(([u]) => u),
    read,
  );
  const [first, last] = [values[0], values[values.length - 1]];
  expect(last[0] - first[0]).toBeGreaterThan(5);
  expect(last[1] - first[1]).toBeGreaterThan(5);
  const zeros = [...stand.root.querySelectorAll<SVGLineElement>("line.zero")].map(middleOf);
  expect(zeros).toHaveLength(2);
  for (const zero of zeros) expectAt(zero, [x, y], [0, 0]);
  const exact = middleOf(stand.find("text.exact"));
  // Its name stands at its upper end.
  expect(x.value(exact.x)).toBeGreaterThan(1.5);
  expect(y.value(exact.y)).toBeGreaterThan(1.5);
  view.destroy();
});

test("Predictions beyond the frame are triangles at its edge that point out of it", () => {
  const view = stand.mount(pairScatter, data, {});
  // 1.6 times what happened is in the frame; 1e-3 is 50 times.
  view.update({ ...data, predicted: [1e-3, -1e-3, -2e-5, 1e-5, 0] });
  const [x, y] = axes();
  const beyond = dots("beyond").map((mark) => wayOf(mark));
  expect(beyond).toHaveLength(2);
  const box = wayOf(stand.find("line.identity") as SVGLineElement);
  for (const [way, up, did] of [
    [beyond[0], true, 2],
    [beyond[1], false, -2],
  ] as const) {
    const middle = way.reduce((sum, { x }) => sum + x, 0) / way.length;
    const heights = way.map(({ y }) => y);
    const tip = way[heights.indexOf(up ? Math.min(...heights) : Math.max(...heights))];
    // The tip is in the middle, the other side is 8 px broad.
    expect(Math.abs(tip.x - middle)).toBeLessThan(1);
    expect([middle]).toBeAllclose([x.at(did)], { atol: LETTERS });
    const edge = up ? box[box.length - 1].y : box[0].y;
    expect(Math.abs((Math.min(...heights) + Math.max(...heights)) / 2 - edge)).toBeLessThan(2);
    expect(up ? y.value(tip.y) > 2 : y.value(tip.y) < -2).toBe(true);
  }
  view.destroy();
});

test("The followed pair is ringed, and a press on a dot picks its pair", async () => {
  const picked: string[] = [];
  const view = stand.mount(pairScatter, data, { onPick: (pair) => picked.push(pair.join()) });
  const [x, y] = axes();
  const ring = stand.find("circle.ring");
  expectAt(middleOf(ring), [x, y], [-1, -2.5]);
  const box = stand.svg.getBoundingClientRect();
  await userEvent.click(stand.svg, {
    position: { x: x.at(-2) - box.left, y: y.at(1) - box.top },
  });
  expect(picked).toEqual(["1,4"]);
  expectAt(middleOf(ring), [x, y], [-2, 1]);
  expect(stand.caption).toBe("1 and 4: did −2.0e−5, Eq. 7 +1.0e−5");
  view.destroy();
});

test("Keys go through the pairs from the left to the right", async () => {
  const picked: string[] = [];
  const view = stand.mount(pairScatter, data, { onPick: (pair) => picked.push(pair.join()) });
  stand.svg.focus();
  await userEvent.keyboard(
    "{ArrowRight}{Enter}{ArrowRight}{Enter}{ArrowRight}{Enter}{ArrowRight}{Enter}{ArrowRight}{Enter}{ArrowLeft}{Enter}",
  );
  // By what they did: -2, -1, 0.5, 1, 2 and back to 1.
  expect(picked).toEqual(["1,4", "2,5", "4,7", "3,6", "0,3", "3,6"]);
  view.destroy();
});
