/**
 * @file Where along eta_dec / eta_enc a network is as likely to learn as not, and between which places
 * that lies were other cells drawn: P(learnt) = 1 / (1 + exp(-(a + b z))) with z = log10(eta_dec / eta_enc),
 * the line of slope +1 of Eq. (11) with a free intercept. Firth's penalty as in `logistic.ts`.
 *
 * Shapes: C cells, S distinct ratios (sums of a grid of half decades: 17).
 */
import { integer } from "../random";
import { quantile } from "../spread";
import { cellsOf, type Point } from "./points";
import { SAME } from "./threshold";

/** Of eta_dec / eta_enc, not of its logarithm. */
export interface EvenOdds {
  readonly ratio: number;
  /** 95 of 100 resamplings of the cells lie between these. */
  readonly low: number;
  readonly high: number;
}

/** Networks at one ratio: `learnt` of `of`. */
interface Tally {
  readonly z: number;
  learnt: number;
  of: number;
}

const MOST_STEPS = 100;
/** No coefficient moves by more than this in one step. */
const LONGEST = 2;
const TOLERANCE = 1e-7;

/** -a / b by Newton's method; NaN where there are fewer than two ratios. [S] */
function evenAt(tallies: readonly Tally[]): number {
  let [a, b] = [0, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    let [aa, ab, bb] = [0, 0, 0];
    for (const { z, of } of tallies) {
      const p = 1 / (1 + Math.exp(-(a + b * z)));
      const weight = of * p * (1 - p);
      aa += weight;
      ab += weight * z;
      bb += weight * z * z;
    }
    const scale = 1 / (aa * bb - ab * ab);
    let [up, tilt] = [0, 0];
    for (const { z, learnt, of } of tallies) {
      const p = 1 / (1 + Math.exp(-(a + b * z)));
      const leverage = p * (1 - p) * scale * (bb - 2 * ab * z + aa * z * z);
      const residual = learnt - of * p + of * leverage * (0.5 - p);
      up += residual;
      tilt += residual * z;
    }
    const move = [scale * (bb * up - ab * tilt), scale * (aa * tilt - ab * up)];
    const length = Math.max(Math.abs(move[0]), Math.abs(move[1]));
    if (!Number.isFinite(length)) return Number.NaN;
    const share = Math.min(1, LONGEST / length);
    a += share * move[0];
    b += share * move[1];
    if (length < TOLERANCE) break;
  }
  return -a / b;
}

/** The distinct ratios, and which of them each cell has. */
function ratiosOf(cells: readonly (readonly Point[])[]) {
  const zs: number[] = [];
  const place = cells.map(([{ x, y }]) => {
    const at = zs.findIndex((z) => Math.abs(z - (y - x)) < SAME);
    return at < 0 ? zs.push(y - x) - 1 : at;
  });
  return { zs, place };
}

const DRAWS = 1000;

/**
 * Even odds of decided networks, x = log10 eta_enc and y = log10 eta_dec, with the 2.5th and 97.5th of a
 * hundred resamplings of whole cells: the seeds of a cell are near copies. The draws depend on the number
 * of cells alone. null where one side is empty, or all lie at one ratio.
 */
export function evenOdds(points: readonly Point[], draws = DRAWS): EvenOdds | null {
  if (!points.some(({ learnt }) => learnt) || points.every(({ learnt }) => learnt)) return null;
  const cells = cellsOf(points);
  const { zs, place } = ratiosOf(cells);
  const counts = cells.map((cell) => ({
    learnt: cell.filter(({ learnt }) => learnt).length,
    of: cell.length,
  }));
  const at = (chosen: (i: number) => number): number => {
    const tallies = zs.map((z): Tally => ({ z, learnt: 0, of: 0 }));
    for (let i = 0; i < cells.length; i++) {
      const cell = chosen(i);
      tallies[place[cell]].learnt += counts[cell].learnt;
      tallies[place[cell]].of += counts[cell].of;
    }
    return evenAt(tallies);
  };
  const here = at((i) => i);
  if (!Number.isFinite(here)) return null;
  const drawn = Float64Array.from({ length: draws }, (_, draw) =>
    at((i) => integer(0, "resample", i, cells.length, draw)),
  )
    .filter(Number.isFinite)
    .sort();
  return {
    ratio: 10 ** here,
    low: 10 ** quantile(drawn, 0.025),
    high: 10 ** quantile(drawn, 0.975),
  };
}
