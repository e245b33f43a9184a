/**
 * @file What can be said of a curve of Figure 2, computed from its numbers.
 */

import { memo } from "../../../kit/state/memo";
import type { ClassName } from "../../../theory/className";
import { type Description, describe, guessOf, sizeOf } from "../../../theory/descriptionLength";
import { criticalFraction, guessedAccuracy, inferableFraction } from "../../../theory/information";
import { relabellingBits } from "../../../theory/relabellings";
import type { BoundMean } from "../worker/wire";
import type { BoundSubject } from "./boundSubject";
import type { DataChoices, Length } from "./choices";

const relabellings = memo(relabellingBits);

/** The description lengths of a class; relabellings of the very relation where it is, or is taken to be, one. */
export const descriptionOf = (
  { relation, family, request: { prior, n } }: BoundSubject,
  name: ClassName = prior.class,
): Description => ({
  ...describe(name, sizeOf(n, prior.classes)),
  relabellings: name === family || name === prior.class ? relabellings(family, relation) : null,
});

/** b of Eq. (2) to (4). The paper's entry stands in where the chosen one is not known. */
export function bitsOf(
  subject: BoundSubject,
  length: Length,
): { readonly bits: number; readonly from: Length } {
  const description = descriptionOf(subject);
  const bits = description[length];
  return bits === null ? { bits: description.paper, from: "paper" } : { bits, from: length };
}

/** Eq. (2) to (4) for a subject. */
export interface Formulas {
  readonly bits: number;
  /** Eq. (2) after m samples. */
  readonly inferable: (samples: number) => number;
  /** Eq. (4) after m samples; null where no p* is known. */
  readonly accuracy: ((samples: number) => number) | null;
  /** Eq. (3), a training fraction. */
  readonly critical: (alpha: number) => number;
}

/** Null for b <= 1: a relation of one bit or less leaves the formulas nothing to say. */
export function formulasOf(subject: BoundSubject, length: Length): Formulas | null {
  const { n, prior } = subject.request;
  const { bits } = bitsOf(subject, length);
  if (!(bits > 1)) return null;
  const guess = guessOf(prior.class, sizeOf(n, prior.classes));
  return {
    bits,
    inferable: (samples) => inferableFraction(bits, samples),
    accuracy: guess && ((samples) => guessedAccuracy(bits, samples, guess.p)),
    critical: (alpha) => criticalFraction(alpha, bits, n * n),
  };
}

/** What the second version's b makes of Eq. (3), and what its own approximation does where it gives one. */
export interface SecondVersion {
  /** log2 (n! / |Aut G|). */
  readonly bits: number;
  readonly critical: number;
  /** n log2 k, for an equivalence. */
  readonly rough: { readonly bits: number; readonly critical: number } | null;
}

/** Null where the relation has no such b, or one that leaves Eq. (3) nothing to say. */
export function secondVersion(subject: BoundSubject, alpha: number): SecondVersion | null {
  const { n, prior } = subject.request;
  const { relabellings: bits, paper } = descriptionOf(subject);
  if (bits === null || !(bits > 1) || !(paper > 1)) return null;
  const critical = (b: number) => criticalFraction(alpha, b, n * n);
  return {
    bits,
    critical: critical(bits),
    rough: prior.class === "equivalence" ? { bits: paper, critical: critical(paper) } : null,
  };
}

/** Bits that the answer to one pair carries at most: the entropy of the share of ones. */
export function labelBits(truth: Uint8Array): number {
  const p = truth.reduce((sum, bit) => sum + bit, 0) / truth.length;
  return p === 0 || p === 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}

/** Differences below this are not seen in the picture, nor told. */
const VISIBLE = 0.001;

/** Runs of neighbouring points at which Eq. (4) lies below the bound by more than two standard errors. */
export function belowBound(
  points: readonly BoundMean[],
  accuracy: (samples: number) => number,
): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  let open = false;
  for (const { fraction, samples, bound } of points) {
    const below =
      bound !== null &&
      accuracy(samples) + VISIBLE < bound.mean - 2 * (bound.error ?? Number.POSITIVE_INFINITY);
    if (below && open) runs[runs.length - 1][1] = fraction;
    else if (below) runs.push([fraction, fraction]);
    open = below;
  }
  return runs;
}

/**
 * The fraction at which the inferable share first reaches `alpha`, straight between the points, and
 * the standard error that the share's own makes of it; null where it is not reached.
 */
export function measuredCritical(
  points: readonly BoundMean[],
  alpha: number,
): { readonly fraction: number; readonly error: number | null } | null {
  let before = { fraction: 0, share: 0 };
  for (const { fraction, inferable } of points) {
    if (!inferable) return null;
    const { mean: share, error } = inferable;
    if (share >= alpha) {
      const perShare = (fraction - before.fraction) / (share - before.share);
      return {
        fraction: before.fraction + perShare * (alpha - before.share),
        error: error && error * perShare,
      };
    }
    before = { fraction, share };
  }
  return null;
}

export interface Contradicted {
  /** The least sample size at which one contradicts, and how often there. */
  readonly first: BoundMean;
  /** The most often contradicted size, the least such. */
  readonly most: BoundMean;
  /** Known pairs that cannot hold together, the fewest found. */
  readonly pairs: Int32Array;
}

/** Null while no sample contradicts its class. */
export function contradictionOf(points: readonly BoundMean[]): Contradicted | null {
  const bad = points.filter(({ inconsistent }) => inconsistent > 0);
  if (bad.length === 0) return null;
  const share = ({ inconsistent, masks }: BoundMean) => inconsistent / masks;
  const fewest = bad.reduce((best, point) =>
    (point.contradiction?.length ?? Infinity) < (best.contradiction?.length ?? Infinity)
      ? point
      : best,
  );
  return {
    first: bad[0],
    most: bad.reduce((best, point) => (share(point) > share(best) ? point : best)),
    pairs: fewest.contradiction ?? new Int32Array(),
  };
}

/** Whether a class can be taken as known: the sides of an incomplete bipartite graph must be given. */
export const canBeKnown = (name: DataChoices["class"], { relation }: BoundSubject): boolean =>
  name !== "incomplete-bipartite" ||
  (relation.grouping?.kind === "classes" && relation.grouping.count === 2);
