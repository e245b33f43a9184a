/**
 * @file Rules that compare one number with a threshold: eta_enc / eta_dec, eta_enc eta_dec, or a
 * knob alone. On log scales the number is a weighted sum of the coordinates.
 */
import type { Point, Score } from "./points";

/** A network is said to learn where the weighted sum of x and y is on this side of a threshold. */
export interface Direction {
  readonly x: number;
  readonly y: number;
  readonly side: "above" | "below";
}

/** Eq. (11): a large eta_enc / eta_dec; x = log10 eta_enc, y = log10 eta_dec. Slope +1. */
export const RATIO: Direction = { x: 1, y: -1, side: "above" };
/** Section 5 of the paper in its words: a small eta_enc eta_dec. Slope -1. */
export const PRODUCT: Direction = { x: 1, y: 1, side: "below" };
/** The same eta_dec whatever the other knob is: Figure 6. Slope 0. */
export const HEIGHT: Direction = { x: 0, y: 1, side: "below" };
/** log10 of the first version's rule of thumb, eta_enc eta_dec <= 1e-7. */
export const FIRST_PRODUCT = -7;
/** log10 of the second version's, as cited by others, eta_dec / eta_enc <= 10, turned round: along `RATIO`. */
export const SECOND_RATIO = -1;

/** The weighted sum. A weight of 0 leaves its knob out, whose logarithm may be that of zero. */
export const along = (
  { x, y }: Direction,
  at: { readonly x: number; readonly y: number },
): number => (x === 0 ? 0 : x * at.x) + (y === 0 ? 0 : y * at.y);

/** Logarithms are not rounded alike everywhere. */
const ROUNDING = 1e-9;

/** What the rule says of a place. A place right at the threshold is taken to learn. */
export function foretells(
  direction: Direction,
  threshold: number,
  at: { readonly x: number; readonly y: number },
): boolean {
  const value = along(direction, at);
  return direction.side === "above" ? value >= threshold - ROUNDING : value <= threshold + ROUNDING;
}

export const score = (
  points: readonly Point[],
  direction: Direction,
  threshold: number,
): Score => ({
  right: points.filter((at) => foretells(direction, threshold, at) === at.learnt).length,
  of: points.length,
});

/** Sums closer than this are one: rates of a grid are written with four digits. */
export const SAME = 1e-3;

export interface BestThreshold extends Score {
  /** In the middle of `range`; infinite where saying the same everywhere does as well. */
  readonly threshold: number;
  /** The widest interval of thresholds that are all as good. */
  readonly range: readonly [number, number];
}

/** How far below the lowest finite sum a gap above sums of -Infinity begins: to the next sum. */
function reachBelow(sums: readonly number[]): number {
  const [low] = sums;
  return (sums.find((sum) => sum - low > SAME) ?? low + 1) - low;
}

/**
 * The threshold that gets the most points right, by trying every gap between their sums. A sum may be
 * -Infinity, the logarithm of a knob that is 0.
 */
export function bestThreshold(points: readonly Point[], direction: Direction): BestThreshold {
  const sorted = points
    .map((point) => ({ value: along(direction, point), learnt: point.learnt }))
    .sort((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  const learnt = sorted.filter((each) => each.learnt).length;
  /** Right with a threshold below all: `above` foretells that all learn, `below` that none does. */
  let right = direction.side === "above" ? learnt : sorted.length - learnt;
  let below = -Infinity;
  const finite = sorted.map(({ value }) => value).filter(Number.isFinite);
  const gaps: { right: number; range: [number, number] }[] = [];
  const gain = direction.side === "above" ? -1 : 1;
  for (let i = 0; i < sorted.length; ) {
    const { value } = sorted[i];
    const apart = i > 0 && below === -Infinity;
    gaps.push({ right, range: [apart ? value - reachBelow(finite) : below, value] });
    let last = value;
    do {
      right += sorted[i].learnt ? gain : -gain;
      last = sorted[i].value;
      i += 1;
    } while (i < sorted.length && !(sorted[i].value - value >= SAME));
    below = last;
  }
  gaps.push({ right, range: [below, Infinity] });
  const most = Math.max(...gaps.map((gap) => gap.right));
  const best = gaps.filter((gap) => gap.right === most);
  const width = ([low, high]: readonly [number, number]) =>
    low === -Infinity ? Infinity : high - low;
  const widest = best.reduce((a, b) => (width(b.range) > width(a.range) + SAME ? b : a));
  const [low, high] = widest.range;
  const threshold = low === -Infinity ? low : high === Infinity ? high : (low + high) / 2;
  return { right: most, of: points.length, threshold, range: widest.range };
}
