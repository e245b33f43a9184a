/**
 * @file Several runs of one kind in three numbers: seeds decide, so one run says little.
 */

export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** How many numbers these are of. */
  readonly count: number;
}

/** null for no numbers. The median of an even count is the mean of the middle two. */
export function spreadOf(values: readonly number[]): Spread | null {
  const count = values.length;
  if (count === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
  return { low: sorted[0], median: (below + above) / 2, high: sorted[count - 1], count };
}
