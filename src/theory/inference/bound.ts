/**
 * @file The numerical bound of Figure 2: the best accuracy over the entire data set, when what
 * follows from the sample is inferred and the rest guessed.
 */
import { bestGuess } from "../information";
import { uniform } from "../random";
import { type Inference, infer } from "./infer";
import type { Prior } from "./prior";
import { type Consequence, sampleOf, UNKNOWN } from "./sample";

/** Shares of all N pairs; null for an inconsistent sample. */
interface Accuracies {
  /**
   * Share that follows by the laws of the class, the sample itself included; null if the sample is
   * inconsistent.
   */
  readonly inferable: number | null;
  /** Share that follows when the number of classes is used too; `inferable` for other classes. */
  readonly determined: number | null;
  /** Share determined plus the mean of max(p, 1 - p) over the rest; null where there is no p. */
  readonly bound: number | null;
}

/** One sample's worth of a curve. */
export interface BoundPoint extends Accuracies {
  /** Place in the request's `fractions`. */
  readonly fraction: number;
  readonly mask: number;
  /** Known pairs that contradict each other; null if none do. */
  readonly contradiction: Int32Array | null;
}

export interface BoundRequest {
  readonly n: number;
  /** [N] */
  readonly truth: Uint8Array;
  readonly prior: Prior;
  readonly fractions: readonly number[];
  readonly masks: number;
  readonly seed: number;
}

/** Number of known pairs: the fraction of N rounded, but at least one pair known and one not. */
export const sampleSize = (n: number, fraction: number): number =>
  Math.min(n * n - 1, Math.max(1, Math.round(fraction * n * n)));

/** All pairs in a uniform random order; the first m are mask number `mask` with m pairs. [N] */
export function maskOrder(n: number, seed: number, mask: number): Int32Array {
  const draws = Float64Array.from({ length: n * n }, (_, pair) =>
    uniform(seed, "mask", pair, mask),
  );
  return Int32Array.from(draws.keys()).sort((a, b) => draws[a] - draws[b] || a - b);
}

/** What follows from the first `samples` pairs of a mask. [N] each */
export interface Look {
  /** 1 where the pair is known. */
  readonly known: Uint8Array;
  readonly inference: Inference;
}

/** What the samples of `boundCurve` are, one at a time. `order` is that of the mask. */
export function lookAt(
  { n, truth, prior, seed }: Pick<BoundRequest, "n" | "truth" | "prior" | "seed">,
  mask: number,
  samples: number,
  order: Int32Array = maskOrder(n, seed, mask),
): Look {
  const known = new Uint8Array(n * n);
  for (const pair of order.subarray(0, samples)) known[pair] = 1;
  const inference = infer(prior, sampleOf(n, truth, known), seed, mask * n * n + samples);
  return { known, inference };
}

/** Share of the pairs that are known. */
const known = (value: Uint8Array): number =>
  value.reduce((sum, bit) => sum + (bit === UNKNOWN ? 0 : 1), 0) / value.length;

/** Shares of all pairs that follow, and that are right when the rest is guessed. */
function accuracies({ value, closed, p }: Consequence): Accuracies {
  const determined = known(value);
  const inferable = known(closed);
  if (determined === 1 || !p) return { inferable, determined, bound: determined === 1 ? 1 : null };
  const right = p.reduce((sum, q, pair) => sum + (value[pair] === UNKNOWN ? bestGuess(q) : 1), 0);
  return { inferable, determined, bound: right / p.length };
}

/**
 * One point per mask and fraction, mask by mask, so that the first points already span the curve.
 * A mask's larger samples contain its smaller ones: once all follows, or nothing fits, that stays.
 */
export function* boundCurve(request: BoundRequest): Generator<BoundPoint, void> {
  const { n, fractions, masks, seed } = request;
  const ascending = [...fractions.keys()].sort((a, b) => fractions[a] - fractions[b]);
  for (let mask = 0; mask < masks; mask++) {
    const order = maskOrder(n, seed, mask);
    let settled: Omit<BoundPoint, "fraction" | "mask"> | null = null;
    for (const fraction of ascending) {
      if (!settled) {
        const m = sampleSize(n, fractions[fraction]);
        const { inference } = lookAt(request, mask, m, order);
        const found: Omit<BoundPoint, "fraction" | "mask"> =
          inference.kind === "inconsistent"
            ? { inferable: null, determined: null, bound: null, contradiction: inference.pairs }
            : { ...accuracies(inference), contradiction: null };
        if (found.contradiction || found.inferable === 1) settled = found;
        yield { fraction, mask, ...found };
      } else yield { fraction, mask, ...settled };
    }
  }
}

/** Mean over masks with its standard error (null below two masks). */
export interface Mean {
  readonly mean: number;
  readonly error: number | null;
}

/** null if there is no value or one of them is null. */
export function meanOf(values: readonly (number | null)[]): Mean | null {
  if (values.length === 0) return null;
  let mean = 0;
  for (const value of values) {
    if (value === null) return null;
    mean += value / values.length;
  }
  const squares = values.reduce<number>((sum, value) => sum + ((value as number) - mean) ** 2, 0);
  const count = values.length;
  return { mean, error: count > 1 ? Math.sqrt(squares / (count - 1) / count) : null };
}
