/**
 * @file The induction gap: how much more data a network takes than the bound by inference to reach
 * the same accuracy (the horizontal distance of Figure 3).
 */

/** A curve over training fractions, ascending; NaN where it is not known. [k] */
export interface FractionCurve {
  readonly fractions: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * The fraction at which a curve first reaches `level`, straight between its points; null if it never
 * does. A curve that is already there at its first point may have been there before.
 */
export function reachedAt(
  level: number,
  { fractions, values }: FractionCurve,
): { readonly fraction: number; readonly atMost: boolean } | null {
  let before = -1;
  for (let i = 0; i < fractions.length; i++) {
    if (Number.isNaN(values[i])) continue;
    if (values[i] >= level) {
      if (before < 0) return { fraction: fractions[i], atMost: true };
      const share = (level - values[before]) / (values[i] - values[before]);
      return {
        fraction: fractions[before] + share * (fractions[i] - fractions[before]),
        atMost: false,
      };
    }
    before = i;
  }
  return null;
}

/** In training fraction; null where either of them does not reach `level`. Not below 0 but by chance. */
export function inductionGap(
  level: number,
  bound: FractionCurve,
  network: FractionCurve,
): number | null {
  const [reached, wanted] = [reachedAt(level, network), reachedAt(level, bound)];
  return reached && wanted && reached.fraction - wanted.fraction;
}
