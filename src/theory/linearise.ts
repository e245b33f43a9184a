/**
 * @file From a network to Eq. (7): the linear decoder that two of its repons feel.
 *
 * Repons p and q stand at s + r and s - r. Every training pair that contains one of them is a term: its logit
 * is z(r) = z + h . r to first order, and its loss a parabola in z. Then the mean loss of the
 * training set is |A r - gap|^2 up to a constant, with a row of A and an entry of gap per term:
 * Eq. (7) with a target difference. Derivation and what it leaves out: docs/dynamics.md.
 *
 * Shapes: n elements, d embedding dimensions, m training pairs, K terms.
 */

import type { Accuracy } from "./ode";
import { applyTransposed, gram, type Matrix, norm } from "./repon/matrix";
import { type Extra, follow, type PairTrajectory, type Rates } from "./repon/reduced";

/** The loss of a term as a parabola: its slope in the logit z and a curvature that is not negative. */
export interface Parabola {
  readonly slope: (z: number, target: number) => number;
  readonly curvature: (z: number) => number;
  /** Second derivative less `curvature`. */
  readonly rest: (z: number, target: number) => number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/**
 * Cross-entropy: the exact second derivative p (1 - p). Squared error (p - target)^2: that of
 * Gauss and Newton, 2 (p (1 - p))^2, which drops the sigmoid's own bend.
 */
export const PARABOLAS = {
  bce: {
    slope: (z, target) => {
      const s = 1 - 2 * target;
      return s * sigmoid(s * z);
    },
    curvature: (z) => sigmoid(z) * sigmoid(-z),
    rest: () => 0,
  },
  mse: {
    slope: (z, target) => 2 * (sigmoid(z) - target) * sigmoid(z) * sigmoid(-z),
    curvature: (z) => 2 * (sigmoid(z) * sigmoid(-z)) ** 2,
    rest: (z, target) => {
      const p = sigmoid(z);
      return 2 * (p - target) * p * sigmoid(-z) * (1 - 2 * p);
    },
  },
} satisfies Record<string, Parabola>;

/** The training pairs (x * n + y) that contain element p or q, in the given order. [K] */
export const termsOf = (p: number, q: number, train: Int32Array, n: number): Int32Array =>
  train.filter((pair) => {
    const x = Math.floor(pair / n);
    const y = pair % n;
    return x === p || x === q || y === p || y === q;
  });

/**
 * h = dz/dr of each term, from the logit's slopes in its left and its right embedding, both taken
 * with p and q at their midpoint. `left`, `right` and the result are [K, d].
 */
export function slopesAlong(
  p: number,
  q: number,
  terms: Int32Array,
  n: number,
  left: Float64Array,
  right: Float64Array,
): Float64Array {
  const d = left.length / terms.length;
  const sign = (x: number): number => (x === p ? 1 : 0) - (x === q ? 1 : 0);
  return left.map((slope, at) => {
    const pair = terms[Math.floor(at / d)];
    return sign(Math.floor(pair / n)) * slope + sign(pair % n) * right[at];
  });
}

/** What an engine supplies of a pair of repons, all with both at their midpoint. */
export interface PairTerms {
  /** Pairs in the training set (or the batch), m. */
  readonly samples: number;
  readonly loss: keyof typeof PARABOLAS;
  /** [K] */
  readonly logits: Float64Array;
  /** R of each term, 0 or 1. [K] */
  readonly targets: ArrayLike<number>;
  /** `slopesAlong`. [K, d] */
  readonly slopes: Float64Array;
}

export interface LinearDecoder {
  /** Rows sqrt(w / 2m) h, w the curvature of the term's loss. [K, d] */
  readonly A: Matrix;
  /** Where its parabola wants A r to be: -sqrt(w / 2m) slope / w. [K] */
  readonly gap: Float64Array;
  /**
   * The force on r at r = 0 per unit of rate, A^T gap: not 0 where the training set treats the two
   * differently. [d]
   */
  readonly drive: Float64Array;
}

/** Below this curvature a term is saturated: it pulls, but its parabola has no bottom to go to. */
const SATURATED = 1e-30;

/** The decoder of Eq. (5) that two repons feel. */
export function linearise({ samples, loss, logits, targets, slopes }: PairTerms): LinearDecoder {
  const { slope, curvature } = PARABOLAS[loss];
  const rows = logits.length;
  const columns = slopes.length / rows;
  const weights = logits.map((z) => Math.max(curvature(z), SATURATED));
  const roots = weights.map((w) => Math.sqrt(w / (2 * samples)));
  const A = {
    rows,
    columns,
    values: slopes.map((h, at) => roots[Math.floor(at / columns)] * h),
  };
  const gap = logits.map((z, i) => (-roots[i] * slope(z, targets[i])) / weights[i]);
  return { A, gap, drive: applyTransposed(A, gap) };
}

/**
 * What linearising drops: 1/2m times the sum over terms of slope d^2z/dr^2 and, for squared error, of
 * the sigmoid's own bend. `ahead[i]` and `behind[i]` are the `slopes` [K, d] with r at plus and minus
 * `step` along axis i. [d, d]
 */
export function bendOf(
  { samples, loss, logits, targets, slopes }: PairTerms,
  ahead: readonly Float64Array[],
  behind: readonly Float64Array[],
  step: number,
): Matrix {
  const d = ahead.length;
  const { slope, rest } = PARABOLAS[loss];
  const values = new Float64Array(d * d);
  logits.forEach((z, k) => {
    const pull = slope(z, targets[k]) / (2 * step);
    const own = rest(z, targets[k]);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        const at = k * d + j;
        const bent = pull * (ahead[i][at] - behind[i][at]) + own * slopes[k * d + i] * slopes[at];
        // Half to each side of the diagonal, which rounding would leave a little apart.
        values[i * d + j] += bent / (4 * samples);
        values[j * d + i] += bent / (4 * samples);
      }
  });
  return { rows: d, columns: d, values };
}

/**
 * The slope of r under gradient descent at rate etaX: etaX (drive - A^T A r - bend r). Without the
 * bend it is Eq. (7). [d]
 */
export function velocity(
  { A, drive }: LinearDecoder,
  r: Float64Array,
  etaX: number,
  bend?: Matrix,
): Float64Array {
  const { values } = gram(A);
  const d = r.length;
  return drive.map((push, i) => {
    let pull = 0;
    for (let j = 0; j < d; j++) pull += (values[i * d + j] + (bend?.values[i * d + j] ?? 0)) * r[j];
    return etaX * (push - pull);
  });
}

/**
 * etaA of Eq. (7) for a real decoder, whose rows share parameters: the rate at which Eq. (7) would
 * lose potential by learning A, equated with the rate at which the decoder's parameters do.
 * `gradient` [P] is the sum over terms of (w / m) delta times the parameters' gradient of delta, where
 * delta = (z(r) - z(-r)) / 2 is half the difference of the term's logit.
 */
export function effectiveEtaA(
  decoderRate: number,
  gradient: Float64Array,
  { A }: LinearDecoder,
  r: Float64Array,
): number {
  const image = new Float64Array(A.rows);
  for (let i = 0; i < A.values.length; i++)
    image[Math.floor(i / A.columns)] += A.values[i] * r[i % A.columns];
  const reach = 2 * norm(r) * norm(image);
  return reach === 0 ? 0 : decoderRate * (norm(gradient) / reach) ** 2;
}

/**
 * Integrates Eq. (7) from a frozen network over `steps` steps. Without `extra` it is the paper's
 * theory, in which the repons share all targets and the decoder is linear; with the `gap` of the
 * decoder and its bend it has what the network adds.
 */
export const predictPair = (
  { A }: LinearDecoder,
  r: Float64Array,
  rates: Rates,
  steps: number,
  extra: Extra = {},
  accuracy: Accuracy = { tolerance: 1e-6 },
): PairTrajectory => follow({ A, r }, rates, steps, accuracy, extra);
