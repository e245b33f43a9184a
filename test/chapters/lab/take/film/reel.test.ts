/** @file Which moments a film shows. */
import { expect, test } from "vitest";
import { LENGTH, stepsOf } from "../../../../../src/chapters/lab/take/film/reel";

const run = (first: number, last: number) => ({
  snapshots: [first, last].map((step) => ({ step, parameters: new Float32Array() })),
});

test("a film goes from the first to the last step kept, never back, and rests for its last second", () => {
  const steps = stepsOf(run(0, 99_999), 30);
  expect(steps).toHaveLength(LENGTH * 30);
  expect([steps[0], steps.at(-1)]).toEqual([0, 99_999]);
  expect(steps.every((step, i) => i === 0 || step >= steps[i - 1])).toBe(true);
  expect(steps.indexOf(99_999)).toBe((LENGTH - 1) * 30 - 1);
});

test("each decade of steps takes as long", () => {
  const steps = stepsOf(run(0, 99_999), 300);
  const at = [9, 99, 999, 9999].map((step) => steps.findIndex((shown) => shown >= step));
  for (let i = 1; i < at.length; i++)
    expect(Math.abs(at[i] - at[i - 1] - (at[1] - at[0]))).toBeLessThan(12);
});
