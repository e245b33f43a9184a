/**
 * @file Whether points stand as their groups would have it: each class by itself, or in the order of ranks.
 *
 * Shapes: n points of d coordinates, k groups.
 */
import type { Grouping } from "./relation";

/** A point is at home whose own centre is at most this share as far as the nearest other. */
const HOME = 0.5;

/** Means of the points of each group. [k, d] */
function centresOf(points: ArrayLike<number>, d: number, { of, count }: Grouping): Float64Array {
  const centres = new Float64Array(count * d);
  const members = new Float64Array(count);
  for (let i = 0; i < of.length; i++) {
    members[of[i]]++;
    for (let k = 0; k < d; k++) centres[of[i] * d + k] += points[i * d + k];
  }
  return centres.map((sum, at) => sum / Math.max(1, members[Math.floor(at / d)]));
}

export interface Gathering {
  /** Classes all of whose points are at home, ascending. */
  readonly gathered: readonly number[];
  /** Points that are not at home, ascending. */
  readonly astray: readonly number[];
}

/**
 * Which classes of [n, d] points stand by themselves: every member at most `HOME` as far from the centre of its
 * own class as from any other. Where all are in one place nobody is at home; with one class everybody is.
 */
export function gathering(points: ArrayLike<number>, d: number, grouping: Grouping): Gathering {
  const { of, count } = grouping;
  const centres = centresOf(points, d, grouping);
  const distance = (i: number, group: number) => {
    let square = 0;
    for (let k = 0; k < d; k++) square += (points[i * d + k] - centres[group * d + k]) ** 2;
    return Math.sqrt(square);
  };
  const astray: number[] = [];
  for (let i = 0; i < of.length; i++) {
    let nearest = Infinity;
    for (let group = 0; group < count; group++)
      if (group !== of[i]) nearest = Math.min(nearest, distance(i, group));
    const own = distance(i, of[i]);
    if (!(nearest > 0 && own <= HOME * nearest)) astray.push(i);
  }
  const broken = new Set(astray.map((i) => of[i]));
  const gathered = Array.from({ length: count }, (_, group) => group).filter(
    (group) => !broken.has(group),
  );
  return { gathered, astray };
}

/**
 * How many of the k - 1 pairs of neighbouring ranks lie in the order of their ranks, along the direction of [n, d]
 * points that goes with rank most (their covariance with it).
 */
export function neighboursInOrder(
  points: ArrayLike<number>,
  d: number,
  grouping: Grouping,
): number {
  const { of, count } = grouping;
  const centres = centresOf(points, d, grouping);
  const middle = (count - 1) / 2;
  const way = new Float64Array(d);
  for (let i = 0; i < of.length; i++)
    for (let k = 0; k < d; k++) way[k] += (of[i] - middle) * points[i * d + k];
  const along = Array.from({ length: count }, (_, rank) =>
    way.reduce((sum, w, k) => sum + w * centres[rank * d + k], 0),
  );
  return along.slice(1).filter((at, rank) => at > along[rank]).length;
}
