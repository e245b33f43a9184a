/**
 * @file The part of a way that is inside a box.
 */
export type XY = readonly [x: number, y: number];

/** Liang and Barsky: the piece of a segment within the box, null if there is none. */
function within(
  [x0, y0]: XY,
  [x1, y1]: XY,
  [left, top]: XY,
  [right, bottom]: XY,
): readonly [XY, XY] | null {
  const [dx, dy] = [x1 - x0, y1 - y0];
  let from = 0;
  let to = 1;
  for (const [p, q] of [
    [-dx, x0 - left],
    [dx, right - x0],
    [-dy, y0 - top],
    [dy, bottom - y0],
  ]) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  if (from > to) return null;
  const at = (t: number): XY => [x0 + t * dx, y0 + t * dy];
  return [at(from), at(to)];
}

/** The points of a way inside the box, in order; empty if it misses it. A straight way stays whole. */
export function clipWay(way: readonly XY[], topLeft: XY, bottomRight: XY): XY[] {
  const inside: XY[] = [];
  for (let i = 1; i < way.length; i++) {
    const piece = within(way[i - 1], way[i], topLeft, bottomRight);
    if (!piece) continue;
    if (inside.length === 0) inside.push(piece[0]);
    inside.push(piece[1]);
  }
  return inside;
}
