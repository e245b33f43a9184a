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

export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Of at least one ascending number, straight between neighbours; numbers may be infinite. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}

/** Quartiles of at least one number, straight between neighbours; numbers may be infinite. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => (a === b ? 0 : a - b));
  const at = (share: number) => quantile(sorted, share);
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
