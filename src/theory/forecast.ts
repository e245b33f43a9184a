/**
 * @file How long a prediction of a positive quantity is any good.
 */

/** The factor by which a prediction is off, at least 1; Infinity where one of the two vanishes. */
export function offBy(predicted: number, actual: number): number {
  if (predicted === actual) return 1;
  const ratio = predicted / actual;
  return ratio > 0 && ratio < Infinity ? Math.max(ratio, 1 / ratio) : Infinity;
}

/** The first of `times` at which it is off by more than `factor`; null if none is. */
export function forecastHorizon(
  times: ArrayLike<number>,
  predicted: ArrayLike<number>,
  actual: ArrayLike<number>,
  factor = 2,
): number | null {
  for (let i = 0; i < times.length; i++)
    if (offBy(predicted[i], actual[i]) > factor) return times[i];
  return null;
}
