/**
 * @file In which order variants are measured, and what is made of several rounds.
 */

/** Each of `rounds` goes through all of `items`, every other one backwards: slow drift cancels. */
export const interleaved = <Item>(items: readonly Item[], rounds: number): Item[][] =>
  Array.from({ length: rounds }, (_, round) =>
    round % 2 === 0 ? [...items] : [...items].reverse(),
  );

/** NaN of nothing; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** The median of the ratios of values of the same round. */
export const medianRatio = (over: readonly number[], under: readonly number[]): number =>
  median(over.map((value, round) => value / under[round]));
