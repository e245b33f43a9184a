/** @file How many heaps points stand in. */

/** Two points are of one heap if a chain of points joins them whose links are shorter than this share of the spread. */
const LINK = 0.2;

/**
 * Heaps of n points with d coordinates each ([n, d]): single linkage, cut at `LINK` of the root mean square
 * distance from their mean. n for points that are all far from each other; 1 where all are in one place.
 */
export function heaps(points: ArrayLike<number>, d: number): number {
  const n = Math.floor(points.length / d);
  const mean = Array.from({ length: d }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += points[i * d + k];
    return sum / n;
  });
  let spread = 0;
  for (let i = 0; i < n * d; i++) spread += (points[i] - mean[i % d]) ** 2 / n;
  const reach = LINK ** 2 * spread;
  const heap = Array.from({ length: n }, (_, i) => i);
  const of = (i: number): number => {
    while (heap[i] !== i) i = heap[i];
    return i;
  };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      let apart = 0;
      for (let k = 0; k < d; k++) apart += (points[i * d + k] - points[j * d + k]) ** 2;
      if (apart <= reach) heap[of(i)] = of(j);
    }
  return new Set(heap.map((_, i) => of(i))).size;
}
