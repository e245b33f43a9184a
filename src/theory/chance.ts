/**
 * @file The accuracy that knowing nothing gives.
 */
import { incompleteBeta } from "./incompleteBeta";
import { LEARNT } from "./phase";

export interface Chance {
  /** The more frequent answer; "no" where both are equally so. */
  readonly answer: "yes" | "no";
  /** Accuracy of always giving it, over the entire data set. */
  readonly accuracy: number;
}

/** `truth` is of 0 and 1. [n * n] */
export function chanceOf(truth: Uint8Array): Chance {
  const share = truth.reduce((sum, bit) => sum + bit, 0) / truth.length;
  return share > 0.5 ? { answer: "yes", accuracy: share } : { answer: "no", accuracy: 1 - share };
}

/**
 * Share of the pairs with `mask` = `side` for which `answer` is right. `truth` and `mask` are of 0
 * and 1, [n * n]; NaN where the side is empty.
 */
export function shareRight(
  truth: Uint8Array,
  mask: Uint8Array,
  side: 0 | 1,
  answer: Chance["answer"],
): number {
  const bit = answer === "yes" ? 1 : 0;
  let [right, all] = [0, 0];
  for (let pair = 0; pair < truth.length; pair++)
    if (mask[pair] === side) {
      all++;
      if (truth[pair] === bit) right++;
    }
  return right / all;
}

/**
 * Probability that answers which are each right with probability `accuracy`, independently, are right
 * for more than `LEARNT` of `pairs` pairs: the upper tail of the binomial distribution, which is
 * I_accuracy(k, pairs - k + 1) for the least count k that is enough (DLMF 8.17.5).
 */
export function luck(pairs: number, accuracy: number): number {
  let enough = Math.floor(LEARNT * pairs);
  while (enough / pairs <= LEARNT) enough++;
  return incompleteBeta(accuracy, enough, pairs - enough + 1);
}
