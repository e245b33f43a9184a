/**
 * @file The curve that a reader expects before it is shown, and how far off it was.
 */

/** Training fractions of the points that the reader moves: even steps of the axis' square root. */
export const HANDLES: readonly number[] = Array.from({ length: 9 }, (_, i) => (i / 8) ** 2);

export interface Guess {
  /** Accuracy at each handle. */
  readonly values: readonly number[];
  /** Being drawn: the curve is still hidden. */
  readonly drawing: boolean;
}

/** Where a drawing starts: a coin for every pair. */
export const BLANK: Guess = { values: HANDLES.map(() => 0.5), drawing: true };

/** The guess at any fraction: straight between the handles along the axis. */
export function guessAt(values: readonly number[], fraction: number): number {
  const place = Math.sqrt(fraction) * (HANDLES.length - 1);
  const left = Math.min(HANDLES.length - 2, Math.floor(place));
  return values[left] + (values[left + 1] - values[left]) * (place - left);
}

/** The mean of |guess - bound| over the fractions of a curve; null where no point has a bound. */
export function distance(
  values: readonly number[],
  points: readonly {
    readonly fraction: number;
    readonly bound: { readonly mean: number } | null;
  }[],
): number | null {
  const off = points.flatMap(({ fraction, bound }) =>
    bound ? [Math.abs(guessAt(values, fraction) - bound.mean)] : [],
  );
  return off.length > 0 ? off.reduce((sum, each) => sum + each, 0) / off.length : null;
}
