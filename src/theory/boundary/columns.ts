/**
 * @file Figure 6's claim, that the boundary lies at the same height in every column, column by column.
 */
import type { Point, Score } from "./points";
import { type BestThreshold, bestThreshold, HEIGHT, score } from "./threshold";

export interface Column {
  readonly x: number;
  /** How many learn. */
  readonly learnt: number;
  /** With the one threshold of all columns. */
  readonly common: Score;
  /** With the column's own. */
  readonly own: BestThreshold;
  /** Whether the common threshold gets something wrong here that the column's own gets right. */
  readonly departs: boolean;
}

/** Every column against the threshold on y; x need not be finite (a logarithm of zero). */
export function columnsOf(points: readonly Point[], threshold: number): Column[] {
  const values = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  return values.map((x) => {
    const here = points.filter((point) => point.x === x).map((point) => ({ ...point, x: 0 }));
    const common = score(here, HEIGHT, threshold);
    const own = bestThreshold(here, HEIGHT);
    const learnt = here.filter((point) => point.learnt).length;
    return { x, learnt, common, own, departs: own.right > common.right };
  });
}
