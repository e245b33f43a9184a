/**
 * @file Whether points stand as their groups would have it: each class by itself, or in the order of ranks.
 *
 * Shapes: n points of d coordinates, k groups.
 */
import type { Grouping } from "./relation";

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

/** Others of its class that a point at home has nearer than any stranger: two, or all that there are. */
const COMPANY = 2;

/**
 * Which classes of [n, d] points stand apart: a point is at home that has `COMPANY` of its own class strictly nearer
 * than any of another, whatever shape the classes have. Where all are in one place nobody is at home; with one class
 * everybody is.
 */
export function gathering(
  points: ArrayLike<number>,
  d: number,
  { of, count }: Grouping,
): Gathering {
  const n = of.length;
  const square = (i: number, j: number) => {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += (points[i * d + k] - points[j * d + k]) ** 2;
    return sum;
  };
  const astray: number[] = [];
  for (let i = 0; i < n; i++) {
    const own: number[] = [];
    let stranger = Infinity;
    for (let j = 0; j < n; j++)
      if (of[j] !== of[i]) stranger = Math.min(stranger, square(i, j));
      else if (j !== i) own.push(square(i, j));
    own.sort((a, b) => a - b);
    const company = own.length === 0 ? 0 : own[Math.min(COMPANY, own.length) - 1];
    if (!(company < stranger)) astray.push(i);
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
