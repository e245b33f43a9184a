/** @file A coil between two points. */

const TURNS = 13;
/** Share of the way that is straight at either end. */
const LEAD = 0.14;

/** Path from (x0, y0) to (x1, y1); `breadth` is half the coil's width, px. */
export function coil(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  breadth: number,
): string {
  const [u, v] = [x1 - x0, y1 - y0];
  const length = Math.hypot(u, v);
  if (length < 1) return "";
  // A short spring has narrow coils, so that it does not become a star.
  const side = Math.min(breadth, length / 5) / length;
  const points = Array.from({ length: TURNS }, (_, i) => {
    const t = LEAD + ((1 - 2 * LEAD) * (i + 0.5)) / TURNS;
    const s = i % 2 ? side : -side;
    return `${(x0 + t * u - s * v).toFixed(1)},${(y0 + t * v + s * u).toFixed(1)}`;
  });
  const at = (t: number) => `${(x0 + t * u).toFixed(1)},${(y0 + t * v).toFixed(1)}`;
  return `M${at(0)}L${at(LEAD)}L${points.join("L")}L${at(1 - LEAD)}L${at(1)}`;
}
