/**
 * @file The accuracy that knowing nothing gives.
 */

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
