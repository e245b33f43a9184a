/**
 * @file The decoders that section 3 sets by hand: repons on a line, and one unit that thresholds their
 * difference or its square.
 *
 * Shapes: n elements, N = n * n pairs, pair = x * n + y.
 */
import type { Relation } from "./relation";

/** The paper's 0.1, of a unit 0.1 - x. */
export const THRESHOLD = 0.1;

/** Whether a unit fires on the places of two repons. */
export type Unit = (x: number, y: number) => boolean;

/** Mode 3: 0.1 - (x - y)^2 is positive. */
export const nearUnit: Unit = (x, y) => THRESHOLD - (x - y) ** 2 > 0;

/** Mode 2: y - x is positive, which says x < y. */
export const aheadUnit: Unit = (x, y) => y - x > 0;

/** Share of all pairs for which the unit fires exactly where R holds; `places` of the repons. [n] */
export function unitAccuracy(
  { n, truth }: Pick<Relation, "n" | "truth">,
  unit: Unit,
  places: ArrayLike<number>,
): number {
  let right = 0;
  for (let x = 0; x < n; x++)
    for (let y = 0; y < n; y++)
      if (unit(places[x], places[y]) === (truth[x * n + y] === 1)) right++;
  return right / (n * n);
}

/** Whether three repons, each `step` from the next, make a unit that is not transitive: near, near, far. */
export const breaksTransitivity = (step: number): boolean =>
  nearUnit(0, step) && nearUnit(step, 2 * step) && !nearUnit(0, 2 * step);
