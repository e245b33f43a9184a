/**
 * @file Whether the members of classes stand together: how far apart two alike are against two that are
 * not, and whether the nearest neighbour is alike.
 *
 * Shapes: n points of d coordinates.
 */

export interface Meeting {
  /** Median distance of two of one class; NaN where no two are alike. */
  readonly within: number;
  /** Median distance of two of different classes; NaN where there is one class. */
  readonly between: number;
  /** Share of points whose nearest neighbour is of their own class; of several as near, that share of them. */
  readonly alike: number;
}

/** Classes have met where those alike are less than half as far apart as others. */
export const MET = 1 / 2;

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const { length } = sorted;
  return (sorted[(length - 1) >> 1] + sorted[length >> 1]) / 2;
}

/** Of [n, d] points; `of` is the class of each. [n] */
export function meetingOf(points: ArrayLike<number>, d: number, of: ArrayLike<number>): Meeting {
  const n = of.length;
  const [within, between]: [number[], number[]] = [[], []];
  const nearest = new Float64Array(n).fill(Infinity);
  /** How many are as near as the nearest, and how many of them are alike. */
  const [near, alike] = [new Float64Array(n), new Float64Array(n)];
  const meet = (i: number, distance: number, same: boolean) => {
    if (distance > nearest[i]) return;
    if (distance < nearest[i]) {
      nearest[i] = distance;
      near[i] = 0;
      alike[i] = 0;
    }
    near[i]++;
    if (same) alike[i]++;
  };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      let square = 0;
      for (let k = 0; k < d; k++) square += (points[i * d + k] - points[j * d + k]) ** 2;
      const distance = Math.sqrt(square);
      const same = of[i] === of[j];
      (same ? within : between).push(distance);
      meet(i, distance, same);
      meet(j, distance, same);
    }
  const shares = alike.reduce((sum, count, i) => sum + count / Math.max(1, near[i]), 0);
  return { within: median(within), between: median(between), alike: shares / n };
}
