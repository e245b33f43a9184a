/**
 * @file Jacobi's rotations: eigenvalues of a symmetric matrix, singular values of any matrix
 * (Golub and Van Loan, "Matrix computations", 8.5 and 8.6.3).
 *
 * For d up to a few dozen. Both keep small values accurate beside large ones when the matrix is
 * graded along its diagonal, which is what very unequal rates give.
 */
import type { Matrix } from "./matrix";

export interface Decomposition {
  /** [d] */
  readonly values: Float64Array;
  /** Column i belongs to value i. [d, d] */
  readonly vectors: Matrix;
}

const SWEEPS = 60;
const ROUNDING = 2 ** -53;

function identity(d: number): Float64Array {
  const values = new Float64Array(d * d);
  for (let i = 0; i < d; i++) values[i * d + i] = 1;
  return values;
}

/** Cosine and sine of the rotation that makes [[p, q], [q, r]] diagonal, by the smaller angle. */
function rotation(p: number, q: number, r: number): readonly [number, number] {
  const cotangent = (r - p) / (2 * q);
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.hypot(1, cotangent));
  const cosine = 1 / Math.hypot(1, tangent);
  return [cosine, tangent * cosine];
}

/** Turns columns p and q of `values` [rows, columns]. */
function turnColumns(
  values: Float64Array,
  columns: number,
  p: number,
  q: number,
  [c, s]: readonly [number, number],
): void {
  for (let i = 0; i < values.length; i += columns) {
    const x = values[i + p];
    const y = values[i + q];
    values[i + p] = c * x - s * y;
    values[i + q] = s * x + c * y;
  }
}

/** Columns of `vectors` and `values` reordered so that the values ascend. */
function ascending(values: Float64Array, vectors: Float64Array): Decomposition {
  const d = values.length;
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  return {
    values: Float64Array.from(order, (i) => values[i]),
    vectors: {
      rows: d,
      columns: d,
      values: Float64Array.from(vectors, (_, i) => vectors[i - (i % d) + order[i % d]]),
    },
  };
}

/** Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix [d, d]. */
export function eigen({ columns: d, values: given }: Matrix): Decomposition {
  const a = given.slice();
  const vectors = identity(d);
  for (let sweep = 0, turned = true; turned && sweep < SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) {
        const off = a[p * d + q];
        const scale = Math.sqrt(Math.abs(a[p * d + p])) * Math.sqrt(Math.abs(a[q * d + q]));
        if (off === 0 || Math.abs(off) <= ROUNDING * scale) continue;
        turned = true;
        const turn = rotation(a[p * d + p], off, a[q * d + q]);
        const shift = (turn[1] / turn[0]) * off;
        const [pp, qq] = [a[p * d + p] - shift, a[q * d + q] + shift];
        turnColumns(a, d, p, q, turn);
        for (let j = 0; j < d; j++) {
          a[p * d + j] = a[j * d + p];
          a[q * d + j] = a[j * d + q];
        }
        // The two entries that this trick leaves wrong, without the cancellation of a second turn.
        a[p * d + p] = pp;
        a[q * d + q] = qq;
        a[p * d + q] = 0;
        a[q * d + p] = 0;
        turnColumns(vectors, d, p, q, turn);
      }
  }
  return ascending(
    Float64Array.from({ length: d }, (_, i) => a[i * d + i]),
    vectors,
  );
}

/**
 * Singular values, ascending, and right singular vectors of A [o, d]: all d of them, so that those
 * of value 0 span what A cannot see. Values below rounding of the largest are 0.
 */
export function rightSingular({ rows, columns: d, values: given }: Matrix): Decomposition {
  const a = given.slice();
  const vectors = identity(d);
  const inner = (p: number, q: number): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i += d) sum += a[i + p] * a[i + q];
    return sum;
  };
  for (let sweep = 0, turned = true; turned && sweep < SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) {
        const [pp, pq, qq] = [inner(p, p), inner(p, q), inner(q, q)];
        if (pq === 0 || Math.abs(pq) <= rows * ROUNDING * Math.sqrt(pp) * Math.sqrt(qq)) continue;
        turned = true;
        const turn = rotation(pp, pq, qq);
        turnColumns(a, d, p, q, turn);
        turnColumns(vectors, d, p, q, turn);
      }
  }
  const lengths = Float64Array.from({ length: d }, (_, i) => Math.sqrt(inner(i, i)));
  const negligible = 8 * (rows + d) * ROUNDING * lengths.reduce((a, b) => Math.max(a, b), 0);
  return ascending(
    lengths.map((length) => (length <= negligible ? 0 : length)),
    vectors,
  );
}
