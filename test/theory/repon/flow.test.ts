import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { gaussian } from "../../../src/theory/random";
import {
  appendixBias,
  followFull,
  fullFlow,
  loss,
  type System,
} from "../../../src/theory/repon/full";
import { apply, applyTransposed, norm } from "../../../src/theory/repon/matrix";
import { fullInvariant, invariant } from "../../../src/theory/repon/measure";
import { drawPair } from "../../../src/theory/repon/probability";
import {
  follow,
  force,
  type Pair,
  potential,
  reducedFlow,
} from "../../../src/theory/repon/reduced";
import { pairs, RUNS, rates, UNIT } from "./draws";

const TOLERANCE = 1e-9;
/** Hundreds of steps, each within the tolerance of the largest entry. */
const DRIFT = 300 * TOLERANCE;
const CENTRAL = 1e-6;

/** A full system of no symmetry around the draw, and its target. */
function systemAround({ A, r }: Pair, seed: number): { system: System; y: Float64Array } {
  const more = (length: number, lane: number) =>
    Float64Array.from({ length }, (_, i) => gaussian(seed, "repon", i, lane));
  const { rows: o, columns: d } = A;
  return { system: { A, x1: r, x2: more(d, 900), b: more(o, 901) }, y: more(o, 902) };
}

const pack = ({ A, x1, x2, b }: System) => Float64Array.of(...A.values, ...x1, ...x2, ...b);

function unpack(state: Float64Array, o: number, d: number): System {
  const at = o * d;
  return {
    A: { rows: o, columns: d, values: state.slice(0, at) },
    x1: state.slice(at, at + d),
    x2: state.slice(at + d, at + 2 * d),
    b: state.slice(at + 2 * d),
  };
}

/** Central differences of a function of a packed state. */
const slopes = (f: (state: Float64Array) => number, state: Float64Array) =>
  state.map((x, i) => {
    const to = (value: number) => f(state.map((other, j) => (j === i ? value : other)));
    return (to(x + CENTRAL) - to(x - CENTRAL)) / (2 * CENTRAL);
  });

describe("the full system", () => {
  test.prop([pairs, rates, fc.nat(1000)], RUNS)(
    "Its right-hand side is minus the rates times the slope of Eq. (5)",
    (pair, both, seed) => {
      const { system, y } = systemAround(pair, seed);
      const { rows: o, columns: d } = pair.A;
      const state = pack(system);
      const slope = new Float64Array(state.length);
      fullFlow(system, y, both).slope(state, slope);
      const byDifferences = slopes((s) => loss(unpack(s, o, d), y), state).map(
        (g, i) => -(i >= o * d && i < o * d + 2 * d ? both.etaX : both.etaA) * g,
      );
      // Cancellation in a central difference: 1e-16 loss / 1e-6, times a rate.
      expect(slope).toBeAllclose(byDifferences, { atol: 1e-6, rtol: 1e-6 });
    },
  );

  test.prop([pairs, rates, fc.nat(1000)], RUNS)(
    "A^T A / etaA - (x1 x1^T + x2 x2^T) / etaX is conserved",
    (pair, both, seed) => {
      const { system, y } = systemAround(pair, seed);
      const { at } = followFull(system, y, both, 3, { tolerance: TOLERANCE });
      const before = fullInvariant(system, both).values;
      expect(fullInvariant(at(3), both).values).toBeAllclose(before, {
        atol: DRIFT * (norm(before) + norm(y) ** 2 / both.etaA + 1),
      });
    },
  );

  test.prop([pairs, rates], RUNS)("With y = 0 and x1 + x2 = 0 it is Eq. (7)", (pair, both) => {
    const { A, r } = pair;
    const o = A.rows;
    const full = followFull(
      { A, x1: r, x2: r.map((x) => -x), b: new Float64Array(o) },
      new Float64Array(o),
      both,
      2,
      { tolerance: TOLERANCE },
    ).at(2);
    const reduced = follow(pair, both, 2, { tolerance: TOLERANCE }).at(2);
    expect(full.x1).toBeAllclose(reduced.r, { atol: DRIFT * norm(r) });
    expect(full.A.values).toBeAllclose(reduced.A.values, { atol: DRIFT * norm(A.values) });
  });

  test("Appendix C's b(t) misses -etaA etaX t^2 A A^T y at second order", () => {
    const pair = drawPair(1, 0, 2, 3, UNIT);
    const y = Float64Array.of(1, -0.5, 2);
    const both = { etaX: 0.7, etaA: 1.3 };
    const t = 1e-3;
    const { A, r } = pair;
    const system = { A, x1: r, x2: r.map((x) => -x), b: new Float64Array(3) };
    const { b } = followFull(system, y, both, t, { tolerance: 1e-13 }).at(t);
    const missed = b.map((x, i) => x - appendixBias(y, both.etaA, t)[i]);
    const expected = apply(A, applyTransposed(A, y)).map((x) => -both.etaA * both.etaX * t * t * x);
    // The next order is t times smaller, with a factor of a few.
    expect(missed).toBeAllclose(expected, { atol: 20 * t * norm(expected) });
  });

  test("Appendix C's b(1) is off by about 17 % (median; A0 of width 1/sqrt(d), |y| = 1, rates 1)", () => {
    const off = Array.from({ length: 400 }, (_, i) => {
      const { A, r } = drawPair(2, i, 2, 2, { sigmaA: Math.SQRT1_2, sigmaC: 1 });
      const draw = Float64Array.of(gaussian(3, "repon", i), gaussian(3, "repon", i, 1));
      const y = draw.map((x) => x / norm(draw));
      const system = { A, x1: r, x2: r.map((x) => -x), b: new Float64Array(2) };
      const { b } = followFull(system, y, { etaX: 1, etaA: 1 }, 1, { tolerance: 1e-6 }).at(1);
      const formula = appendixBias(y, 1, 1);
      return norm(b.map((x, j) => x - formula[j])) / norm(formula);
    }).sort((a, b) => a - b);
    // Standard error of a median: about 1.25 x 0.15 / 20 = 0.01; three of them.
    expect(off[200]).toBeGreaterThan(0.14);
    expect(off[200]).toBeLessThan(0.2);
  });
});

describe("the reduced system", () => {
  test.prop([pairs, rates], RUNS)("M is conserved", (pair, both) => {
    const { at, complete } = follow(pair, both, 5, { tolerance: TOLERANCE });
    expect(complete).toBe(true);
    const before = invariant(pair, both).values;
    const scale = norm(pair.A.values) ** 2 / both.etaA + norm(pair.r) ** 2 / both.etaX;
    for (const t of [0.01, 0.3, 5])
      expect(invariant(at(t), both).values).toBeAllclose(before, { atol: DRIFT * scale });
  });

  test.prop([pairs], RUNS)("The force is minus the slope of the potential", ({ A, r }) => {
    const byDifferences = slopes((x) => -potential({ A, r: x }), r);
    expect(force({ A, r })).toBeAllclose(byDifferences, { atol: 1e-7, rtol: 1e-7 });
  });

  test.prop([pairs, rates], RUNS)(
    "A pair with a target difference descends |A r - gap|^2",
    (pair, both) => {
      const { A, r } = pair;
      const { rows: o, columns: d } = A;
      const gap = Float64Array.from({ length: o }, (_, i) => gaussian(4, "repon", i));
      const state = Float64Array.of(...A.values, ...r);
      const slope = new Float64Array(state.length);
      reducedFlow(pair, both, { gap }).slope(state, slope);
      const loss = (s: Float64Array) => {
        const image = apply({ rows: o, columns: d, values: s.slice(0, o * d) }, s.slice(o * d));
        return norm(image.map((x, i) => x - gap[i])) ** 2;
      };
      // r is half a difference, so its rate is half as large.
      const expected = slopes(loss, state).map(
        (g, i) => -(i < o * d ? both.etaA : both.etaX / 2) * g,
      );
      expect(slope).toBeAllclose(expected, { atol: 1e-6, rtol: 1e-6 });
    },
  );
});
