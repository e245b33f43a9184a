/**
 * @file How far two lists of numbers agree up to scale and shift.
 */

/**
 * Pearson's coefficient of x and y over `chosen` positions (all by default), in [-1, 1]. Null where
 * there is none: fewer than three points, one side constant, or a value that is not finite.
 */
export function correlation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  chosen: readonly number[] = Array.from(x, (_, i) => i),
): number | null {
  if (chosen.length < 3) return null;
  const scale = (of: ArrayLike<number>) => Math.max(...chosen.map((i) => Math.abs(of[i])));
  const [sx, sy] = [scale(x), scale(y)];
  if (!(sx > 0 && sx < Infinity && sy > 0 && sy < Infinity)) return null;
  let [mx, my] = [0, 0];
  for (const i of chosen) {
    mx += x[i] / sx / chosen.length;
    my += y[i] / sy / chosen.length;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (const i of chosen) {
    const [dx, dy] = [x[i] / sx - mx, y[i] / sy - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const size = Math.sqrt(xx * yy);
  return size > 1e-12 ? Math.max(-1, Math.min(1, xy / size)) : null;
}
