/**
 * @file A sample of a relation, and what follows from it.
 *
 * Shapes: n elements, N = n * n ordered pairs, pair = x * n + y.
 */

/** The value of a pair that is neither known to be 0 nor known to be 1. */
export const UNKNOWN = 2;

export interface Sample {
  readonly n: number;
  /** 0 or 1 where R(x, y) is known, otherwise UNKNOWN. [N] */
  readonly value: Uint8Array;
}

/** What follows from a consistent sample for all members of a class of relations. */
export interface Consequence {
  /** 0 or 1 where every compatible member agrees, the sample included; otherwise UNKNOWN. [N] */
  readonly value: Uint8Array;
  /**
   * The same without the number of classes: what the closure under the laws of the class gives.
   * Differs from `value` for an equivalence only. [N]
   */
  readonly closed: Uint8Array;
  /** Share of the compatible members with R = 1; null where it cannot be computed. [N] */
  readonly p: Float64Array | null;
  /** Whether `p` was counted; otherwise it was sampled. */
  readonly exact: boolean;
}

/** Uniform draws in [0, 1), one after the other. */
export type Draw = () => number;

/** The pairs of `truth` where `mask` is 1. */
export const sampleOf = (n: number, truth: Uint8Array, mask: Uint8Array): Sample => ({
  n,
  value: truth.map((bit, pair) => (mask[pair] ? bit : UNKNOWN)),
});

/** The known pairs in ascending order. */
export const knownPairs = ({ value }: Sample): Int32Array =>
  Int32Array.from(Array.from(value.keys()).filter((pair) => value[pair] !== UNKNOWN));

/** The sample that knows `pairs` only. */
export function restrict({ n, value }: Sample, pairs: ArrayLike<number>): Sample {
  const kept = new Uint8Array(n * n).fill(UNKNOWN);
  for (let i = 0; i < pairs.length; i++) kept[pairs[i]] = value[pairs[i]];
  return { n, value: kept };
}

/** Calls back for every known pair. */
export function eachKnown(
  { n, value }: Sample,
  visit: (x: number, y: number, bit: number) => void,
): void {
  for (let x = 0; x < n; x++)
    for (let y = 0; y < n; y++) {
      const bit = value[x * n + y];
      if (bit !== UNKNOWN) visit(x, y, bit);
    }
}

/** 0 and 1 stay; what is open has probability `open`. */
export const constantGuess = (value: Uint8Array, open: number): Float64Array =>
  Float64Array.from(value, (bit) => (bit === UNKNOWN ? open : bit));
