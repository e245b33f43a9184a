/**
 * @file Eq. (7) solved exactly, for every A and r: the motion of r, the spring A^T A, and the end.
 *
 * K = etaX A^T A - 2 etaA r r^T = 2 etaA etaX M is conserved. With it Eq. (7) for r is closed,
 * dr/dt = -K r - 2 etaA |r|^2 r, and along the axes v_i of K (values k_i, z_i = v_i . r0)
 *
 *   r(t) = sum_i v_i z_i exp(-k_i t) / sqrt(1 + 2 etaA sum_j z_j^2 (1 - exp(-2 k_j t)) / k_j).
 *
 * K, unlike M, is finite for rates of 0. Derivation: docs/dynamics.md.
 */
import { eigen, rightSingular } from "./eigen";
import { apply, applyTransposed, gram, type Matrix, norm } from "./matrix";
import type { Pair, Rates } from "./reduced";

/** How it ends. */
export interface Outcome {
  /** Whether r goes to 0: generalisation. */
  readonly collides: boolean;
  /**
   * 2 etaA / etaX times r0^T (A0^T A0)^-1 r0; the pair collides iff it is at most 1. Infinity where
   * r0 has a part that A0 cannot see, 0 for r0 = 0 or where A0 learns infinitely more slowly.
   */
  readonly load: number;
  /** |r| at the end; 0 for a collision. */
  readonly finalSeparation: number;
  /** Smallest eigenvalue of M; not finite or NaN where a rate is 0. */
  readonly minEigenvalue: number;
}

export interface Solution {
  readonly outcome: Outcome;
  /** r at a time from 0 to Infinity. [d] */
  readonly r: (time: number) => Float64Array;
  /** A^T A at a time from 0 to Infinity, for etaX > 0. [d, d] */
  readonly spring: (time: number) => Matrix;
}

/** Parts of r0 smaller than this times |r0| are rounding errors. */
const NEGLIGIBLE = 1e-13;
/** Relative rounding error of `load`; a load within it of 1 is critical, and collides. */
const CRITICAL = 1e-12;

/** r0 along the right singular vectors of A0, with rounding errors removed. */
function components({ A, r }: Pair) {
  const { values: singular, vectors } = rightSingular(A);
  const length = norm(r);
  const z = applyTransposed(vectors, r).map((x) => (Math.abs(x) <= NEGLIGIBLE * length ? 0 : x));
  return { singular, vectors, z };
}

function loadOf(singular: Float64Array, z: Float64Array, { etaX, etaA }: Rates): number {
  return z.reduce((sum, x, i) => {
    if (x === 0) return sum;
    const hold = Math.sqrt(etaX) * singular[i];
    if (hold === 0) return Infinity;
    return sum + ((Math.sqrt(2 * etaA) * x) / hold) ** 2;
  }, 0);
}

/** The exact criterion alone: `load` of `Outcome`. */
export function load(pair: Pair, rates: Rates): number {
  const { singular, z } = components(pair);
  return loadOf(singular, z, rates);
}

/** Solves Eq. (7) from `pair` at time 0. */
export function solve(pair: Pair, rates: Rates): Solution {
  const { etaX, etaA } = rates;
  const d = pair.r.length;
  const { singular, vectors, z: seen } = components(pair);
  const given = loadOf(singular, seen, rates);
  const collides = given <= 1 + CRITICAL;

  // K in the axes of A0, where it is graded however unequal the rates are.
  const graded = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++)
      graded[i * d + j] = (i === j ? etaX * singular[i] ** 2 : 0) - 2 * etaA * seen[i] * seen[j];
  const { values, vectors: axes } = eigen({ rows: d, columns: d, values: graded });
  // A positive semidefinite matrix less one r r^T has at most one negative value.
  const k = values.map((value, i) => (i > 0 || collides ? Math.max(0, value) : value));
  const z = applyTransposed(axes, seen);
  const turnBack = (alongAxes: Float64Array) => apply(vectors, apply(axes, alongAxes));

  function end(): Float64Array {
    if (collides) return new Float64Array(d);
    if (etaA === 0) return z.map((x, i) => (k[i] === 0 ? x : 0));
    const reach = Math.sqrt(Math.max(0, -k[0]) / (2 * etaA));
    return z.map((x, i) => (i === 0 ? Math.sign(x) * reach : 0));
  }

  // Numerator and denominator carry exp(m t) with m = min(k_0, 0), so that nothing overflows.
  const m = Math.min(k[0], 0);
  function alongAxes(time: number): Float64Array {
    if (time === Infinity) return end();
    const common = Math.exp(2 * m * time);
    const grown = (value: number): number => {
      if (value === 0) return 2 * time * common;
      if (value < 0) return Math.expm1(2 * value * time) / value;
      return (-Math.expm1(-2 * value * time) / value) * common;
    };
    const weight = z.reduce((sum, x, j) => sum + x * x * grown(k[j]), 0);
    const shrink = Math.sqrt(common + 2 * etaA * weight);
    return z.map((x, i) => (x === 0 ? 0 : (x * Math.exp((m - k[i]) * time)) / shrink));
  }
  const r = (time: number) => turnBack(alongAxes(time));

  const start = gram(pair.A).values;
  function spring(time: number): Matrix {
    const now = r(time);
    const square = (i: number, j: number) => now[i] * now[j] - pair.r[i] * pair.r[j];
    const gain = (2 * etaA) / etaX;
    const values = start.map((g, at) => g + gain * square(Math.floor(at / d), at % d));
    return { rows: d, columns: d, values };
  }

  return {
    outcome: {
      collides,
      load: given,
      finalSeparation: norm(end()),
      minEigenvalue: k[0] / (2 * etaA) / etaX,
    },
    r,
    spring,
  };
}
