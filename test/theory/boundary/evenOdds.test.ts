import { describe, expect, test } from "vitest";
import { evenOdds } from "../../../src/theory/boundary/evenOdds";
import type { Point } from "../../../src/theory/boundary/points";
import { uniform } from "../../../src/theory/random";

/** A 9 x 9 grid of half decades, one draw a cell from a law of slope +1 with even odds at 10^`at`. */
const drawn = (seed: number, at: number): Point[] =>
  Array.from({ length: 81 }, (_, i) => {
    const [x, y] = [-5 + Math.floor(i / 9) / 2, -5 + (i % 9) / 2];
    const p = 1 / (1 + Math.exp(3 * (y - x - at)));
    return { x, y, learnt: uniform(seed, "embedding", i) < p };
  });

const even = (points: readonly Point[], draws?: number) => {
  const found = evenOdds(points, draws);
  if (!found) throw new Error("there are even odds");
  return found;
};

describe("even odds", () => {
  test("of two ratios are where Firth's closed form has them", () => {
    // Two places, two coefficients: half a success and half a failure more at each.
    const counts = [
      { y: 0, learnt: 7, of: 9 },
      { y: 1, learnt: 1, of: 6 },
    ];
    const points = counts.flatMap(({ y, learnt, of }) =>
      Array.from({ length: of }, (_, i) => ({ x: 0, y, learnt: i < learnt })),
    );
    const [a, b] = counts.map(({ learnt, of }) => Math.log((learnt + 0.5) / (of - learnt + 0.5)));
    expect(Math.log10(even(points, 10).ratio)).toBeCloseTo(a / (a - b), 6);
  });

  test("are the law's own, and it lies in 95 of 100 intervals, whole cells repeated or not", () => {
    for (const seeds of [1, 3]) {
      let inside = 0;
      const places: number[] = [];
      for (let seed = 0; seed < 60; seed++) {
        const cells = drawn(seed, 1);
        const { ratio, low, high } = even(Array(seeds).fill(cells).flat(), 100);
        places.push(Math.log10(ratio));
        if (low <= 10 && 10 <= high) inside++;
      }
      const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
      // A place is known to about 0.1, the mean of 60 to 0.013.
      expect(Math.abs(mean - 1)).toBeLessThan(0.052);
      // 57 less four times sqrt(60 * 0.95 * 0.05) = 1.7; seeds taken as independent would give 45.
      expect(inside).toBeGreaterThan(50);
    }
  });

  test("are the same for the same cells, and turn round with the side that learns", () => {
    const points = drawn(1, 0.5);
    expect(evenOdds(points, 50)).toEqual(evenOdds(points, 50));
    const other = even(
      points.map((p) => ({ x: p.y, y: p.x, learnt: !p.learnt })),
      1,
    );
    expect(other.ratio).toBeCloseTo(1 / even(points, 1).ratio, 6);
  });

  test("are none where one side is empty, or all lie at one ratio", () => {
    const points = drawn(2, 1);
    expect(evenOdds([])).toBeNull();
    expect(evenOdds(points.map((p) => ({ ...p, learnt: true })))).toBeNull();
    expect(evenOdds(points.map((p) => ({ ...p, learnt: false })))).toBeNull();
    expect(evenOdds(points.map((p) => ({ ...p, y: p.x })))).toBeNull();
  });
});
