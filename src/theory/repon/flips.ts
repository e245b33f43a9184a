/**
 * @file How often a target away from 0 decides: pairs that end otherwise by Eq. (12), with their centre and
 * the bias, than by Eq. (7). With errors: docs/dynamics.md.
 */
import { gaussian } from "../random";
import { load } from "./exact";
import { followFull, pairOf } from "./full";
import { norm } from "./matrix";
import { project } from "./measure";
import { drawPair, type Share, shareOf, type Widths } from "./probability";
import type { Rates } from "./reduced";

export interface Flips {
  readonly draws: number;
  /** By Eq. (7) they stay apart, by Eq. (12) they meet. */
  readonly meet: Share;
  /** The other way round. */
  readonly part: Share;
}

/** As good as the end, in units of 1 over the larger rate. */
const LONG = 100;
/** Half a distance at which two have met. */
const MET = 1e-6;

/** Whether pair `index` meets by Eq. (7) and by (12), from x1 + x2 = 0 and b = 0, with |y| = `length`. */
function ends(
  seed: number,
  index: number,
  [d, o]: readonly [number, number],
  rates: Rates,
  widths: Widths,
  length: number,
) {
  const start = drawPair(seed, index, d, o, widths);
  const drawn = Float64Array.from({ length: o }, (_, k) => gaussian(seed + 1, "repon", index, k));
  const y = drawn.map((x) => (length * x) / norm(drawn));
  const system = { A: start.A, x1: start.r, x2: start.r.map((x) => -x), b: new Float64Array(o) };
  const span = LONG / Math.max(rates.etaX, rates.etaA);
  const { a2, c } = project(
    pairOf(followFull(system, y, rates, span, { tolerance: 1e-5 }).at(span)),
  );
  return {
    reduced: load(start, rates) <= 1,
    full: c < MET || rates.etaX * a2 ** 2 > 2 * rates.etaA * c ** 2,
  };
}

/** Of `draws` pairs of d coordinates and o outputs, y uniform in direction. One of the rates is above 0. */
export function flips(
  seed: number,
  draws: number,
  shape: readonly [d: number, o: number],
  rates: Rates,
  widths: Widths,
  length: number,
): Flips {
  let [meet, part] = [0, 0];
  for (let index = 0; index < draws; index++) {
    const { full, reduced } = ends(seed, index, shape, rates, widths, length);
    if (full && !reduced) meet++;
    if (reduced && !full) part++;
  }
  return { draws, meet: shareOf(meet, draws), part: shareOf(part, draws) };
}
