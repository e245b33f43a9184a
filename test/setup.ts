import { expect } from "vitest";

interface Tolerance {
  readonly rtol?: number;
  readonly atol?: number;
}

expect.extend({
  /** |received - expected| <= atol + rtol |expected| for every entry, and none is NaN. */
  toBeAllclose(received: ArrayLike<number>, expected: ArrayLike<number>, tolerance: Tolerance) {
    const { rtol = 0, atol = 0 } = tolerance;
    const problems: string[] = [];
    if (received.length !== expected.length)
      problems.push(`length ${received.length} is not ${expected.length}`);
    for (let i = 0; i < expected.length && problems.length < 3; i++)
      if (!(Math.abs(received[i] - expected[i]) <= atol + rtol * Math.abs(expected[i])))
        problems.push(`[${i}]: ${received[i]} is not within tolerance of ${expected[i]}`);
    return {
      pass: problems.length === 0,
      message: () => problems.join("; ") || "expected some entry to differ",
    };
  },
});

declare module "vitest" {
  interface Matchers<T> {
    toBeAllclose(expected: ArrayLike<number>, tolerance: Tolerance): T;
  }
}
