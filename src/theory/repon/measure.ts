/**
 * @file What a picture reads off a pair at one moment.
 */
import { type Decomposition, eigen } from "./eigen";
import { apply, dot, gram, type Matrix, norm } from "./matrix";
import type { Pair, Rates } from "./reduced";
import type { Scalar } from "./scalar";

/**
 * a2 = |A r| / |r| and c = |r|. Then dc/dt of Eq. (9) holds exactly for every pair, and Eq. (10)
 * gives C = r^T M r / |r|^2, which never grows and is constant only for an eigenvector of A^T A.
 * a2 is NaN for r = 0, which has no direction.
 */
export function project({ A, r }: Pair): Scalar {
  const c = norm(r);
  return {
    a2:
      c === 0
        ? Number.NaN
        : norm(
            apply(
              A,
              r.map((x) => x / c),
            ),
          ),
    c,
  };
}

/** Angle between r and `first` in [0, pi]; 0 if either vanishes. Accurate for small angles. */
export function turned(r: Float64Array, first: Float64Array): number {
  const [length, firstLength] = [norm(r), norm(first)];
  if (length === 0 || firstLength === 0) return 0;
  const unit = r.map((x) => x / length);
  const firstUnit = first.map((x) => x / firstLength);
  const gap = norm(unit.map((x, i) => x - firstUnit[i]));
  const sum = norm(unit.map((x, i) => x + firstUnit[i]));
  return 2 * Math.atan2(gap, sum);
}

/** alpha S - beta sum of x x^T over `vectors`, for a symmetric S [d, d]. */
function downdate(
  { rows, columns, values }: Matrix,
  alpha: number,
  vectors: readonly Float64Array[],
  beta: number,
): Matrix {
  return {
    rows,
    columns,
    values: values.map((value, at) => {
      const [i, j] = [Math.floor(at / columns), at % columns];
      return alpha * value - vectors.reduce((sum, x) => sum + beta * x[i] * x[j], 0);
    }),
  };
}

/** M = A^T A / (2 etaA) - r r^T / etaX, conserved by Eq. (7). Both rates positive. [d, d] */
export const invariant = ({ A, r }: Pair, { etaX, etaA }: Rates): Matrix =>
  downdate(gram(A), 1 / (2 * etaA), [r], 1 / etaX);

/** A^T A / etaA - (x1 x1^T + x2 x2^T) / etaX, conserved by the full system. [d, d] */
export const fullInvariant = (
  { A, x1, x2 }: { readonly A: Matrix; readonly x1: Float64Array; readonly x2: Float64Array },
  { etaX, etaA }: Rates,
): Matrix => downdate(gram(A), 1 / etaA, [x1, x2], 1 / etaX);

/** Eigenvalues, ascending, and axes of M. */
export const invariantSpectrum = (pair: Pair, rates: Rates): Decomposition =>
  eigen(invariant(pair, rates));

/** C of Eq. (10) read off M: the value of its quadratic form along r. */
export function along({ values, columns: d }: Matrix, r: Float64Array): number {
  const length = norm(r);
  const unit = r.map((x) => x / length);
  return dot(unit, apply({ rows: d, columns: d, values }, unit));
}
