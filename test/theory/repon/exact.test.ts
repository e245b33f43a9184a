import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { load, solve } from "../../../src/theory/repon/exact";
import { flips } from "../../../src/theory/repon/flips";
import { gram, matrix, norm } from "../../../src/theory/repon/matrix";
import { along, invariant, invariantSpectrum, project } from "../../../src/theory/repon/measure";
import { drawPair } from "../../../src/theory/repon/probability";
import { follow, type Pair, type Rates } from "../../../src/theory/repon/reduced";
import { pairs, RUNS, rates, UNIT } from "./draws";

const TOLERANCE = 1e-10;
/** Hundreds of steps, each within the tolerance. */
const DRIFT = 500 * TOLERANCE;

const pair = (A: number[][], r: number[]): Pair => ({ A: matrix(A), r: Float64Array.from(r) });

/** Integrates, twice as far each time, until r or A along r has shrunk to a hundredth. */
function settle(start: Pair, both: Rates): { r: Float64Array; collided: boolean } {
  let now = start;
  for (let time = 4; time < 1e5; time *= 2) {
    now = follow(now, both, time, { tolerance: 1e-6, maxSteps: 50_000 }).at(time);
    const collided = norm(now.r) < 0.01 * norm(start.r);
    if (collided || project(now).a2 < 0.01 * project(start).a2) return { r: now.r, collided };
  }
  throw new Error("undecided");
}

describe("the exact solution of Eq. (7)", () => {
  test.prop([pairs, rates], RUNS)("is where the integrator goes, r and spring", (start, both) => {
    const exact = solve(start, both);
    const { at } = follow(start, both, 4, { tolerance: TOLERANCE });
    for (const t of [0, 0.05, 0.5, 4]) {
      const now = at(t);
      expect(exact.r(t)).toBeAllclose(now.r, { atol: DRIFT * norm(start.r) });
      // The spring is read off the conserved matrix, so errors of r are scaled by the rates.
      const scale = norm(start.A.values) ** 2 + (both.etaA / both.etaX) * norm(start.r) ** 2;
      expect(exact.spring(t).values).toBeAllclose(gram(now.A).values, { atol: DRIFT * scale });
    }
  });

  test.prop([pairs, rates], RUNS)(
    "The smallest eigenvalue is that of M, and the end is sqrt(-etaX lambda_min)",
    (start, both) => {
      const { outcome } = solve(start, both);
      const lowest = invariantSpectrum(start, both).values[0];
      const scale = norm(start.A.values) ** 2 / both.etaA + norm(start.r) ** 2 / both.etaX;
      expect([outcome.minEigenvalue]).toBeAllclose([lowest], { atol: 1e-13 * scale });
      expect([outcome.finalSeparation ** 2]).toBeAllclose([Math.max(0, -both.etaX * lowest)], {
        atol: 1e-13 * scale * both.etaX,
      });
    },
  );

  test.prop([pairs, rates], RUNS)(
    "C along the motion is M's form along r and never grows",
    (start, both) => {
      const M = invariant(start, both);
      const { at } = follow(start, both, 4, { tolerance: TOLERANCE });
      const scale = norm(start.A.values) ** 2 / both.etaA + norm(start.r) ** 2 / both.etaX;
      let before = Infinity;
      for (const t of [0, 0.01, 0.1, 0.3, 1, 2]) {
        const now = at(t);
        if (norm(now.r) < 1e-6 * norm(start.r)) break;
        const { a2, c } = project(now);
        const C = a2 ** 2 / (2 * both.etaA) - c ** 2 / both.etaX;
        // r may have shrunk a millionfold, and with it the accuracy of its direction.
        expect([C]).toBeAllclose([along(M, now.r)], { atol: 1e6 * DRIFT * scale });
        expect(C).toBeLessThanOrEqual(before + (DRIFT * scale * norm(start.r)) / norm(now.r));
        before = C;
      }
    },
  );

  test("C < 0 never collides; C > 0 may fail to", () => {
    let broken = 0;
    for (let i = 0; i < 500; i++) {
      const start = drawPair(6, i, 2, 2, UNIT);
      const { a2, c } = project(start);
      const collides = load(start, { etaX: 1, etaA: 1 }) <= 1;
      if (a2 ** 2 / 2 < c ** 2) expect(collides).toBe(false);
      else if (!collides) broken++;
    }
    expect(broken).toBeGreaterThan(0);
  });

  test.each([2, 5, 50])(
    "The criterion predicts the integrated end for %s outputs, loads 2 % and more from 1",
    (o) => {
      let agree = 0;
      let count = 0;
      // Ratios that put the boundary in the middle of the draws.
      const both = { etaX: 1, etaA: o / 4 };
      for (let i = 0; count < 60; i++) {
        const start = drawPair(7, i, 2, o, UNIT);
        const predicted = load(start, both);
        // Far from 1 in either direction nothing is tested, and o = 2 takes long.
        if (Math.abs(predicted - 1) < 0.02 || predicted > 20 || predicted < 0.05) continue;
        count++;
        const { r, collided } = settle(start, both);
        if (collided === predicted <= 1) agree++;
        expect([norm(r)]).toBeAllclose([solve(start, both).outcome.finalSeparation], {
          atol: 0.01 * norm(start.r),
        });
      }
      expect(agree / count).toBe(1);
    },
  );
});

describe("limits", () => {
  const equal = { etaX: 1, etaA: 1 };

  test("r0 = 0 has collided already", () => {
    const { outcome, r } = solve(
      pair(
        [
          [1, 0],
          [0, 1],
        ],
        [0, 0],
      ),
      equal,
    );
    expect(outcome).toMatchObject({ collides: true, load: 0, finalSeparation: 0 });
    expect(r(3)).toEqual(Float64Array.of(0, 0));
  });

  test("A0 = 0 pulls nothing", () => {
    const { outcome } = solve(
      pair(
        [
          [0, 0],
          [0, 0],
        ],
        [3, 4],
      ),
      equal,
    );
    expect(outcome).toMatchObject({ collides: false, load: Infinity, minEigenvalue: -25 });
    expect(outcome.finalSeparation).toBeCloseTo(5, 14);
  });

  test("A singular A0 collides only a pair that it sees whole, whatever the ratio", () => {
    const seen = pair(
      [
        [1, 1],
        [1, 1],
      ],
      [1, 1],
    );
    const unseen = pair(
      [
        [1, 0],
        [0, 0],
      ],
      [1, 1],
    );
    for (const etaX of [10, 1e12]) {
      expect(solve(seen, { etaX, etaA: 1 }).outcome.finalSeparation).toBe(0);
      const { collides, finalSeparation } = solve(unseen, { etaX, etaA: 1 }).outcome;
      expect(collides).toBe(false);
      // lambda of [[x, 0], [0, 0]] - [[1, 1], [1, 1]], x = etaX / 2, is -1 + O(1 / x).
      expect(finalSeparation).toBeCloseTo(1, etaX === 10 ? 0 : 11);
    }
  });

  test("etaX = 0 moves no repon; etaA = 0 loses what A0 sees", () => {
    const start = pair(
      [
        [1, 0],
        [0, 0],
      ],
      [1, 1],
    );
    const still = solve(start, { etaX: 0, etaA: 1 });
    expect(still.r(7)).toBeAllclose([1, 1], { rtol: 1e-14 });
    expect(still.outcome.finalSeparation).toBeCloseTo(Math.SQRT2, 14);
    const rigid = solve(start, { etaX: 1, etaA: 0 });
    expect(rigid.r(7)).toBeAllclose([Math.exp(-7), 1], { rtol: 1e-14 });
    expect(rigid.r(Infinity)).toEqual(Float64Array.of(0, 1));
    expect(
      solve(
        pair(
          [
            [1, 0],
            [0, 1],
          ],
          [1, 1],
        ),
        { etaX: 1, etaA: 0 },
      ).outcome.collides,
    ).toBe(true);
  });

  test("No rate, no motion", () => {
    const { outcome, r } = solve(
      pair(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 2],
      ),
      { etaX: 0, etaA: 0 },
    );
    expect(outcome.collides).toBe(false);
    expect(r(Infinity)).toBeAllclose([1, 2], { rtol: 1e-14 });
  });

  test("At the boundary the pair collides, as slowly as 1 / sqrt(t)", () => {
    const { outcome, r } = solve(
      pair(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 0],
      ),
      { etaX: 2, etaA: 1 },
    );
    expect(outcome).toMatchObject({ collides: true, load: 1, finalSeparation: 0 });
    expect(r(1e8)[0] * Math.sqrt(4e8)).toBeCloseTo(1, 6);
  });

  test.each([1e-12, 1e12])("A ratio of %s stays finite at all times", (etaX) => {
    for (let i = 0; i < 20; i++) {
      const start = drawPair(8, i, 3, 3, UNIT);
      const exact = solve(start, { etaX, etaA: 1 });
      for (const t of [1e-15, 1, 1e15, Infinity])
        expect(norm(exact.r(t))).toBeLessThanOrEqual(norm(start.r) * (1 + 1e-12));
    }
  });
});

describe("a target away from 0", () => {
  // Shares found by an independent reproduction: about 0, 2 and 9 %. Four standard errors of 300
  // draws around each, plus half a per cent for "about".
  test.each([
    [0.3, 0, 0.02],
    [1, 0, 0.06],
    [3, 0.02, 0.16],
  ])(
    "|y| = %s flips between %s and %s of the draws, and only towards collision",
    (length, low, high) => {
      const { meet, part } = flips(9, 300, [2, 2], { etaX: 1, etaA: 1 }, UNIT, length);
      expect(part.share).toBe(0);
      expect(meet.share).toBeGreaterThanOrEqual(low);
      expect(meet.share).toBeLessThanOrEqual(high);
    },
  );
});
