import { describe, expect, test } from "vitest";
import { solve } from "../../../src/theory/repon/exact";
import {
  census,
  collisionProbability,
  drawPair,
  exactLaw,
  scalarLaw,
} from "../../../src/theory/repon/probability";
import { UNIT } from "./draws";

const SEED = 11;
const DRAWS = 4000;
const STANDARD_ERRORS = 4;
const equal = { etaX: 1, etaA: 1 };

describe("the share of colliding draws", () => {
  test.each([
    [1, 1, 1, 1],
    [10, 1, 1, 1],
    [1, 10, 2, 1],
    [1, 1, 1, 3],
  ])(
    "Eq. (11) holds for scalars: etaX %s, etaA %s, sigmaA %s, sigmaC %s",
    (etaX, etaA, sigmaA, sigmaC) => {
      const widths = { sigmaA, sigmaC };
      const { scalar, exact } = census(SEED, DRAWS, 1, 1, { etaX, etaA }, widths);
      const formula = collisionProbability({ etaX, etaA }, widths);
      expect(Math.abs(scalar.share - formula)).toBeLessThan(STANDARD_ERRORS * scalar.error);
      expect(exact.share).toBe(scalar.share);
      expect(exactLaw({ etaX, etaA }, widths, 1, 1)).toBeCloseTo(formula, 13);
    },
  );

  test.each([
    [1, 2],
    [2, 2],
    [2, 5],
    [2, 50],
    [3, 3],
    [3, 4],
    [5, 8],
    [3, 2],
  ])("The chi-squared laws hold for d = %s and %s outputs", (d, o) => {
    const both = { etaX: 1, etaA: o / 4 };
    const { scalar, exact } = census(SEED, DRAWS, d, o, both, UNIT);
    expect(Math.abs(scalar.share - scalarLaw(both, UNIT, d, o))).toBeLessThan(
      STANDARD_ERRORS * scalar.error,
    );
    expect(Math.abs(exact.share - exactLaw(both, UNIT, d, o))).toBeLessThan(
      STANDARD_ERRORS * exact.error,
    );
  });

  test("At equal rates, d = 2 and 2 outputs it is 0.18 where Eq. (11) says 0.39", () => {
    expect(exactLaw(equal, UNIT, 2, 2)).toBeCloseTo(1 - 1 / Math.sqrt(1.5), 14);
    expect(exactLaw(equal, UNIT, 2, 2)).toBeCloseTo(0.18, 2);
    expect(collisionProbability(equal, UNIT)).toBeCloseTo(0.39, 2);
  });

  test("The scalar rule errs one way only, on the difference of the laws: 1/4 at most for d = o = 2", () => {
    for (const o of [2, 5, 50])
      for (const ratio of [0.1, 1, 6]) {
        const both = { etaX: ratio, etaA: o === 50 ? 10 : 1 };
        const { agreement } = census(SEED, 2000, 2, o, both, UNIT);
        const expected = 1 - scalarLaw(both, UNIT, 2, o) + exactLaw(both, UNIT, 2, o);
        expect(Math.abs(agreement.share - expected)).toBeLessThan(
          STANDARD_ERRORS * agreement.error,
        );
      }
    const worst = { etaX: 6, etaA: 1 };
    expect(scalarLaw(worst, UNIT, 2, 2) - exactLaw(worst, UNIT, 2, 2)).toBeCloseTo(0.25, 13);
  });

  test("The fast criterion and the solution give one verdict", () => {
    const { exact } = census(SEED, 500, 2, 3, equal, UNIT);
    let collided = 0;
    for (let i = 0; i < 500; i++)
      if (solve(drawPair(SEED, i, 2, 3, UNIT), equal).outcome.collides) collided++;
    expect(exact.share).toBe(collided / 500);
  });

  test("Limits: no embedding rate never, no decoder rate always, less than d outputs never", () => {
    expect(collisionProbability({ etaX: 0, etaA: 1 }, UNIT)).toBe(0);
    expect(collisionProbability({ etaX: 1, etaA: 0 }, UNIT)).toBe(1);
    expect(exactLaw({ etaX: 1, etaA: 0 }, UNIT, 2, 2)).toBe(1);
    expect(exactLaw({ etaX: 0, etaA: 1 }, UNIT, 2, 2)).toBe(0);
    expect(exactLaw({ etaX: 1e12, etaA: 1 }, UNIT, 2, 1)).toBe(0);
  });
});
