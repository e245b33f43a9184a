/**
 * @file Measured networks as points in the plane of two knobs: what rules about phases are held
 * against.
 */
import type { Phase } from "../phase";

/** One trained network; x and y are the knobs on their own scale, log10 for a rate. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Whether it got beyond its training set: generalisation or grokking, not memorisation. */
  readonly learnt: boolean;
}

/**
 * The side of the boundary that a phase is on; null for confusion, which is on neither: a network
 * that does not fit its training set says nothing of what it makes of it.
 */
export function sideOf(phase: Phase): boolean | null {
  if (phase === "confusion") return null;
  return phase !== "memorisation";
}

/** Points at one place together: replicas of one cell. */
export function cellsOf(points: readonly Point[]): Point[][] {
  const cells = new Map<string, Point[]>();
  for (const point of points) {
    const place = `${point.x} ${point.y}`;
    const cell = cells.get(place);
    if (cell) cell.push(point);
    else cells.set(place, [point]);
  }
  return [...cells.values()];
}

/** How many of how many a rule gets right. */
export interface Score {
  readonly right: number;
  readonly of: number;
}

/** Answering with the more frequent side wherever one is. */
export function majority(points: readonly Point[]): Score & { readonly learnt: boolean } {
  const learnt = points.filter((point) => point.learnt).length;
  const of = points.length;
  return { right: Math.max(learnt, of - learnt), of, learnt: 2 * learnt >= of };
}
