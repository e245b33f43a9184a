import { expect, test } from "vitest";
import { isPowerOfTwo, nextPowerOfTwo, schedule } from "../../src/run/schedule";

const HORIZONS = [1, 2, 150, 200, 201, 202, 1000, 15_000, 100_000];

test.each(HORIZONS)(
  "a run of %i steps is evaluated at its first and last, each step once",
  (steps) => {
    const evaluated = schedule(steps);
    expect(evaluated[0]).toBe(0);
    expect(evaluated.at(-1)).toBe(steps);
    expect(evaluated.every((step, i) => i === 0 || step > evaluated[i - 1])).toBe(true);
  },
);

test.each(HORIZONS)(
  "of %i steps all up to 200 are evaluated, then none is 1 %% too late",
  (steps) => {
    const evaluated = schedule(steps);
    for (let i = 1; i < evaluated.length; i++) {
      const [before, step] = [evaluated[i - 1], evaluated[i]];
      // A crossing just after `before` is told of `step`: too late by a hundredth at most.
      expect(step - before).toBeLessThanOrEqual(Math.max(1, before / 100));
    }
  },
);

test("a long run is evaluated seldom: so many steps as gaps of half a percent would make", () => {
  // From 200 on every gap is above 1/2 %, as whole steps of 1 % are rounded down by less than half.
  const most = 200 + Math.log(100_000 / 200) / Math.log(1.005);
  expect(schedule(100_000).length).toBeLessThan(most);
});

test("powers of two are those that doubling reaches from 1", () => {
  const powers = Array.from({ length: 17 }, (_, k) => Number(1n << BigInt(k)));
  const found = Array.from({ length: 70_000 }, (_, step) => step).filter(isPowerOfTwo);
  expect(found).toEqual(powers);
});

test("the next power of two is above the step, and half of it is not", () => {
  expect(nextPowerOfTwo(0)).toBe(1);
  for (let step = 1; step < 70_000; step++) {
    const next = nextPowerOfTwo(step);
    expect(isPowerOfTwo(next) && next > step && next / 2 <= step).toBe(true);
  }
});
