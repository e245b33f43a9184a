import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type Pace, reached, secondsBetween } from "../../src/run/pace";

const pace: fc.Arbitrary<Pace> = fc.oneof(
  fc.constant("log" as const),
  fc.integer({ min: 1, max: 5000 }),
);

describe("a pace", () => {
  property.prop([
    pace,
    fc.integer({ min: 0, max: 50_000 }),
    fc.double({ min: 0, max: 8, noNaN: true }),
  ])("takes as long to a step as it is said to take", (each, from, seconds) => {
    const to = reached(each, from, seconds);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(secondsBetween(each, from, to)).toBeCloseTo(seconds, 6);
  });

  test("in log time each decade takes as long as the one before", () => {
    const decade = (from: number) => secondsBetween("log", from, 10 * from);
    expect(decade(10_000)).toBeCloseTo(decade(1000), 1);
    expect(decade(10_000)).toBeCloseTo(4, 1);
  });

  test("in log time begins so slowly that the eye follows: not sixty steps in the first second", () => {
    expect(reached("log", 0, 1)).toBeGreaterThan(5);
    expect(reached("log", 0, 1)).toBeLessThan(60);
  });

  test("full speed waits for nothing", () => {
    expect(reached("full", 3, 0)).toBe(Infinity);
    expect(secondsBetween("full", 3, 4000)).toBe(0);
  });
});
