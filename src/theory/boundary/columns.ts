/**
 * @file Figure 6's claim, that the boundary lies at the same height in every column, held against a
 * boundary for each column.
 */
import type { Point } from "./points";
import { type BestThreshold, bestThreshold, type Direction } from "./threshold";

export interface Column {
  readonly x: number;
  /** How many learn. */
  readonly learnt: number;
  /** Its own best threshold on y. */
  readonly own: BestThreshold;
}

/** Every column on its own, ascending; x need not be finite (a logarithm of zero). */
export function columnsOf(points: readonly Point[], side: Direction["side"]): Column[] {
  const values = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  return values.map((x) => {
    const here = points.filter((point) => point.x === x);
    const learnt = here.filter((point) => point.learnt).length;
    return { x, learnt, own: bestThreshold(here, { x: 0, y: 1, side }) };
  });
}
