import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { inductionGap, reachedAt } from "../../src/theory/inductionGap";

const curve = (fractions: number[], values: number[]) => ({ fractions, values });

test("a level between two points is reached straight between them", () => {
  // From 0.5 to 0.9 over 0.2: 0.8 is three quarters of the way.
  const found = reachedAt(0.8, curve([0.1, 0.3], [0.5, 0.9]));
  expect(found?.fraction).toBeCloseTo(0.25, 12);
  expect(found?.atMost).toBe(false);
});

test("the first crossing counts, points without a value do not", () => {
  expect(reachedAt(0.9, curve([0.1, 0.2, 0.3, 0.4], [0.7, 0.9, 0.8, 1]))?.fraction).toBe(0.2);
  expect(reachedAt(0.9, curve([0.1, 0.2, 0.3], [0.8, Number.NaN, 1]))?.fraction).toBeCloseTo(
    0.2,
    12,
  );
});

test("what is there from the first point on may have been there before", () => {
  expect(reachedAt(0.9, curve([0.1, 0.2], [0.95, 1]))).toEqual({ fraction: 0.1, atMost: true });
});

test("what is never reached has no gap", () => {
  const high = curve([0.1, 0.5], [0.8, 1]);
  const low = curve([0.1, 0.5], [0.6, 0.7]);
  expect(reachedAt(0.9, low)).toBeNull();
  expect(reachedAt(0.9, curve([], []))).toBeNull();
  expect(inductionGap(0.9, high, low)).toBeNull();
  expect(inductionGap(0.9, low, high)).toBeNull();
});

property.prop([
  fc.double({ min: 0.05, max: 0.4, noNaN: true }),
  fc.double({ min: 0.5, max: 0.99, noNaN: true }),
])("of a curve and the same one moved to the right it is the move, at any level", (move, level) => {
  const fractions = [0.05, 0.2, 0.35, 0.5];
  const values = [0.4, 0.6, 0.9, 1];
  const moved = fractions.map((fraction) => fraction + move);
  // Sums of a few numbers below one.
  expect(inductionGap(level, curve(fractions, values), curve(moved, values))).toBeCloseTo(move, 12);
});
