/**
 * @file The paper's scalar theory: Eq. (9) in closed form and the hyperbolas of Eq. (10).
 *
 * Symbols: a2 = |A r| / |r|, c = |r|, up to signs. Exact where r is an eigenvector of A^T A.
 */
import type { Rates } from "./reduced";

export interface Scalar {
  readonly a2: number;
  readonly c: number;
}

/** Eq. (10); -0, NaN or infinite where a rate is 0. Positive: collision, in the scalar theory. */
export const conserved = ({ a2, c }: Scalar, { etaX, etaA }: Rates): number =>
  a2 ** 2 / (2 * etaA) - c ** 2 / etaX;

/** Slopes of Eq. (9). */
export const scalarSlope = ({ a2, c }: Scalar, { etaX, etaA }: Rates): Scalar => ({
  a2: -2 * etaA * c ** 2 * a2,
  c: -etaX * a2 ** 2 * c,
});

/**
 * u(t) of the logistic equation du/dt = -2 k u - 2 g u^2, u(0) = start >= 0, g >= 0, t up to
 * Infinity. No exponential grows, so nothing overflows.
 */
export function logistic(start: number, k: number, g: number, time: number): number {
  if (start === 0 || time === 0) return start;
  if (k === 0) return g === 0 ? start : start / (1 + 2 * g * start * time);
  const decay = Math.exp(-2 * Math.abs(k) * time);
  const gone = -Math.expm1(-2 * Math.abs(k) * time) / Math.abs(k);
  return k > 0 ? (start * decay) / (1 + g * start * gone) : start / (decay + g * start * gone);
}

/** Eq. (9) solved: c^2 is logistic with 2 k = 4 etaA etaX C, and a2^2 with the opposite k. */
export function scalarAt({ a2, c }: Scalar, { etaX, etaA }: Rates, time: number): Scalar {
  const k = etaX * a2 ** 2 - 2 * etaA * c ** 2;
  return {
    a2: Math.sign(a2) * Math.sqrt(logistic(a2 ** 2, -k, etaX, time)),
    c: Math.sign(c) * Math.sqrt(logistic(c ** 2, k, 2 * etaA, time)),
  };
}
