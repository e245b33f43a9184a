import { expect, test } from "vitest";
import type { BoundPoint } from "../../../src/theory/inference/bound";
import { boundMeans } from "../../../src/theory/inference/boundMeans";

const REQUEST = { n: 10, fractions: [0.2, 0.5] };

const point = (fraction: number, mask: number, changes: Partial<BoundPoint>): BoundPoint => ({
  fraction,
  mask,
  inferable: null,
  determined: null,
  bound: null,
  contradiction: null,
  ...changes,
});

test("points are averaged by fraction, with the number of masks and of known pairs", () => {
  const [low, high] = boundMeans(REQUEST, [
    point(0, 0, { inferable: 0.2, determined: 0.3, bound: 0.7 }),
    point(1, 0, { inferable: 1, determined: 1, bound: 1 }),
    point(0, 1, { inferable: 0.4, determined: 0.5, bound: 0.9 }),
  ]);
  expect(low).toMatchObject({ fraction: 0.2, samples: 20, masks: 2, inconsistent: 0 });
  expect(low.inferable?.mean).toBeCloseTo(0.3, 12);
  expect(low.determined?.mean).toBeCloseTo(0.4, 12);
  expect(low.bound?.mean).toBeCloseTo(0.8, 12);
  // Two values 0.2 apart: their standard deviation over sqrt(2) is half of that.
  expect(low.bound?.error).toBeCloseTo(0.1, 12);
  expect(high).toMatchObject({ samples: 50, masks: 1, bound: { mean: 1, error: null } });
});

test("of all contradictions the shortest is shown, of those the first, and all are counted", () => {
  const [{ contradiction, inconsistent, inferable }] = boundMeans(REQUEST, [
    point(0, 0, { contradiction: Int32Array.of(1, 2, 3) }),
    point(0, 1, { inferable: 0.5, determined: 0.5, bound: 0.5 }),
    point(0, 2, { contradiction: Int32Array.of(4, 5) }),
    point(0, 3, { contradiction: Int32Array.of(6, 7) }),
    point(0, 4, { contradiction: Int32Array.of(1, 2, 3, 4) }),
  ]);
  expect(contradiction).toEqual(Int32Array.of(4, 5));
  expect(inconsistent).toBe(4);
  expect(inferable).toBeNull();
});
