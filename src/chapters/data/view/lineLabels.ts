/**
 * @file Names at curves: each stands beside its own curve where the others leave most room.
 */
import type { Inside } from "../../../kit/draw/chart";
import type { Bounds } from "../../../kit/draw/projection";

/** A curve in CSS pixels, x ascending. */
export interface Polyline {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface PlacedLabel {
  readonly x: number;
  /** Of the middle of the text. */
  readonly y: number;
  readonly anchor: "start" | "end";
}

/** Height of the curve at x; NaN outside it. */
function heightAt({ x, y }: Polyline, at: number): number {
  for (let i = 1; i < x.length; i++)
    if (x[i - 1] <= at && at <= x[i]) {
      const share = x[i] === x[i - 1] ? 0 : (at - x[i - 1]) / (x[i] - x[i - 1]);
      return y[i - 1] + share * (y[i] - y[i - 1]);
    }
  return Number.NaN;
}

/** Columns in which the gap of a box to a curve is measured. */
const COLUMNS = 8;

/** Free height between box and curve; negative where they cross, Infinity where they never share x. */
function gap({ x0, x1, y0, y1 }: Bounds, curve: Polyline): number {
  let least = Infinity;
  let before = Number.NaN;
  for (let i = 0; i <= COLUMNS; i++) {
    const y = heightAt(curve, x0 + ((x1 - x0) * i) / COLUMNS);
    // A steep curve may pass between two columns.
    if ((before < y0 && y > y1) || (before > y1 && y < y0)) return y0 - y1;
    before = y;
    if (!Number.isNaN(y)) least = Math.min(least, Math.max(y0 - y, y - y1));
  }
  return least;
}

const overlap = (a: Bounds, b: Bounds): boolean =>
  a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** More room than this is not better. */
const ENOUGH = 14;
const STEP = 6;

/**
 * One place per curve, in their order, null where there is none without crossing. `width` of each
 * label and their common height in pixels; `taken` are boxes that stay free.
 */
export function placeLineLabels(
  curves: readonly Polyline[],
  widths: readonly number[],
  height: number,
  inside: Inside,
  taken: readonly Bounds[] = [],
): (PlacedLabel | null)[] {
  const boxes = [...taken];
  return curves.map((curve, own) => {
    let best: { readonly score: number; readonly box: Bounds; readonly place: PlacedLabel } | null =
      null;
    const width = widths[own];
    for (let x = inside.left; x <= inside.right; x += STEP) {
      const y = heightAt(curve, x);
      if (Number.isNaN(y)) continue;
      for (const anchor of ["start", "end"] as const) {
        const x0 = anchor === "start" ? x + 8 : x - 8 - width;
        const middle = anchor === "start" ? y + 0.7 * height : y - 0.7 * height;
        const box = { x0, x1: x0 + width, y0: middle - height / 2, y1: middle + height / 2 };
        if (x0 < inside.left || box.x1 > inside.right) continue;
        if (box.y0 < inside.top - height || box.y1 > inside.bottom) continue;
        if (boxes.some((other) => overlap(box, other))) continue;
        const others = Math.min(
          ...curves.map((other, i) => (i === own ? Infinity : gap(box, other))),
        );
        const score = Math.min(others, ENOUGH) + Math.min(gap(box, curve), 2);
        if (others <= 0 || (best && score <= best.score)) continue;
        best = { score, box, place: { x: anchor === "start" ? x0 : box.x1, y: middle, anchor } };
      }
    }
    if (best) boxes.push(best.box);
    return best?.place ?? null;
  });
}
