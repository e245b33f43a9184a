/**
 * @file A1's “at least b examples”, held against measured networks: whether one that was shown fewer pairs than
 * the bits b of its relation answers every pair, and how many lie above Eq. (4), which is called a bound.
 */
import { trainCount } from "../../../experiment/dataset";
import { capital, inWords } from "../../../kit/draw/words";
import type { MeasuredPoint } from "../../../kit/study/model/measured";
import type { Judgement } from "../../../theory/goldilocks";
import { grouped } from "../../../theory/grouped";
import type { Formulas } from "./boundFacts";

export interface AtLeastB {
  readonly bits: number;
  /** Networks that were shown fewer pairs than b: how many, how many of them have all N right, and the best. */
  readonly early: { readonly count: number; readonly whole: number; readonly best: number };
  /** The fewest pairs after which a network has all N right; null where none has. */
  readonly first: number | null;
  /** Networks above Eq. (4) by more than one pair; null where that needs a p* which is not known. */
  readonly above: number | null;
  readonly of: number;
}

/** Of finished networks with n elements; `x` of each is its training fraction. */
export function atLeastB(
  points: readonly Pick<MeasuredPoint, "x" | "accuracies">[],
  n: number,
  { bits, accuracy }: Pick<Formulas, "bits" | "accuracy">,
): AtLeastB {
  const shown = points.map(({ x, accuracies: { entire } }) => ({
    pairs: trainCount({ n, trainFraction: x }),
    entire,
  }));
  const early = shown.filter(({ pairs }) => pairs < bits);
  const whole = shown.filter(({ entire }) => entire === 1);
  return {
    bits,
    early: {
      count: early.length,
      whole: early.filter(({ entire }) => entire === 1).length,
      best: Math.max(...early.map(({ entire }) => entire)),
    },
    first: whole.length > 0 ? Math.min(...whole.map(({ pairs }) => pairs)) : null,
    above:
      accuracy &&
      shown.filter(({ pairs, entire }) => entire > accuracy(pairs) + 1 / (n * n)).length,
    of: shown.length,
  };
}

const bitsText = (bits: number): string => `b = ${bits.toPrecision(3)}`;

function earlyText({ bits, early: { count, whole, best } }: AtLeastB): string {
  if (count === 0)
    return `none of these networks was shown fewer than ${bitsText(bits)} pairs, so they cannot tell.`;
  const networks = count === 1 ? "the one network" : `${grouped(count)} networks`;
  if (whole > 0)
    return `of ${networks} shown fewer than ${bitsText(bits)} pairs ${inWords(whole)} ${whole === 1 ? "has" : "have"} every pair right: here “at least b” does not hold.`;
  return `of ${networks} shown fewer than ${bitsText(bits)} pairs none has every pair right; the best has ${best.toFixed(2)} of them.`;
}

function firstText({ bits, first }: AtLeastB): string {
  if (first === null) return "None has every pair right at any fraction.";
  return `The first to have them all was shown ${grouped(first)}, ${(first / bits).toFixed(1)} times b.`;
}

function aboveText({ above, of }: AtLeastB): string {
  if (above === null) return "";
  return above === 0
    ? `None of ${grouped(of)} lies above Eq. 4 by more than a pair.`
    : `${grouped(above)} of ${grouped(of)} lie above Eq. 4 by more than a pair, so it bounds no single network.`;
}

/** null where none was shown fewer than b, or nothing is measured yet. */
export const judgementOf = ({ early: { count, whole } }: AtLeastB): Judgement | null =>
  count === 0 ? null : whole > 0 ? "fails" : "holds";

/** Two sentences, the first of which begins without a capital; empty where nothing is measured yet. */
export const reachText = (found: AtLeastB): string =>
  found.of === 0 ? "" : `${earlyText(found)} ${firstText(found)}`;

/** All that is found, in sentences; empty where nothing is measured yet. */
export const atLeastBText = (found: AtLeastB): string =>
  [capital(reachText(found)), found.of > 0 && aboveText(found)].filter(Boolean).join(" ");
