/**
 * @file The path of a long series: first, lowest, highest and last point of each pixel column.
 */

/**
 * `toX` must not decrease over the series. Points without a finite y are left out, and so is step 0
 * where others follow: a log axis has no place for it.
 */
export function linePath(
  steps: ArrayLike<number>,
  values: ArrayLike<number>,
  toX: (step: number) => number,
  toY: (value: number) => number,
): string {
  let path = "";
  let column = Number.NaN;
  let [first, lowest, highest, last] = [0, 0, 0, 0];
  const add = (y: number) => {
    path += `${path === "" ? "M" : "L"}${column},${y.toFixed(1)}`;
  };
  const flush = () => {
    if (Number.isNaN(column)) return;
    add(first);
    if (lowest !== first && lowest !== last) add(lowest);
    if (highest !== first && highest !== last) add(highest);
    if (last !== first) add(last);
  };
  for (let i = steps[0] === 0 && steps.length > 1 ? 1 : 0; i < steps.length; i++) {
    const y = toY(values[i]);
    if (!Number.isFinite(y)) continue;
    const x = Math.round(2 * toX(steps[i])) / 2;
    if (x !== column) {
      flush();
      column = x;
      first = y;
      lowest = y;
      highest = y;
    }
    lowest = Math.min(lowest, y);
    highest = Math.max(highest, y);
    last = y;
  }
  flush();
  return path;
}
