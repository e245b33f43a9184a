/**
 * @file How often a random pair collides: Eq. (11), its exact counterpart, and Monte Carlo.
 *
 * Draws: A0 [o, d] has independent entries N(0, sigmaA^2), r0 [d] entries N(0, sigmaC^2).
 * Derivation of the two laws: docs/dynamics.md.
 */
import { incompleteBeta } from "../incompleteBeta";
import { gaussian } from "../random";
import { load } from "./exact";
import { project } from "./measure";
import type { Pair, Rates } from "./reduced";

/** Widths of the initial draws. Positive. */
export interface Widths {
  readonly sigmaA: number;
  readonly sigmaC: number;
}

/** sqrt(etaX / (2 etaA)) sigmaA / sigmaC, all that the laws depend on; NaN if both rates are 0. */
const advantage = ({ etaX, etaA }: Rates, { sigmaA, sigmaC }: Widths): number =>
  (sigmaA / sigmaC) * Math.sqrt(etaX / etaA / 2);

/** Eq. (11), read with |c / a|: the share of scalar draws with C > 0. NaN if both rates are 0. */
export const collisionProbability = (rates: Rates, widths: Widths): number =>
  (2 / Math.PI) * Math.atan(advantage(rates, widths));

/** P(chi^2_d / chi^2_freedom <= advantage^2) */
function law(rates: Rates, widths: Widths, d: number, freedom: number): number {
  if (freedom <= 0) return 0;
  const angle = Math.atan(advantage(rates, widths));
  return incompleteBeta(Math.sin(angle) ** 2, d / 2, freedom / 2);
}

/** Share of draws with C > 0 at the start, C as `project` generalises it. */
export const scalarLaw = (rates: Rates, widths: Widths, d: number, o: number): number =>
  law(rates, widths, d, o);

/**
 * Share of draws that collide: I_s(d/2, (o - d + 1)/2) with s = advantage^2 / (1 + advantage^2).
 * For d = o = 1 it is Eq. (11); for o < d no draw collides, since A0 does not see all of r0.
 */
export const exactLaw = (rates: Rates, widths: Widths, d: number, o: number): number =>
  law(rates, widths, d, o - d + 1);

/** Draw number `index`; the same for all widths but for its scale. */
export function drawPair(
  seed: number,
  index: number,
  d: number,
  o: number,
  { sigmaA, sigmaC }: Widths,
): Pair {
  const numbers = Float64Array.from({ length: o * d + d }, (_, lane) =>
    gaussian(seed, "repon", index, lane),
  );
  return {
    A: { rows: o, columns: d, values: numbers.subarray(0, o * d).map((x) => sigmaA * x) },
    r: numbers.subarray(o * d).map((x) => sigmaC * x),
  };
}

/** A share of draws and its standard error. */
export interface Share {
  readonly share: number;
  readonly error: number;
}

/** The error is never 0: it adds one success and one failure (Agresti and Coull 1998, simplified). */
export function shareOf(successes: number, draws: number): Share {
  const p = (successes + 1) / (draws + 2);
  return { share: successes / draws, error: Math.sqrt((p * (1 - p)) / draws) };
}

export interface Census {
  readonly draws: number;
  /** C > 0 at the start. */
  readonly scalar: Share;
  /** The exact criterion. */
  readonly exact: Share;
  /** Draws on which the two rules agree. */
  readonly agreement: Share;
}

/** Monte Carlo over `draws` pairs. The draws depend on the seed alone, so sliders give smooth curves. */
export function census(
  seed: number,
  draws: number,
  d: number,
  o: number,
  rates: Rates,
  widths: Widths,
): Census {
  let [scalar, exact, agree] = [0, 0, 0];
  for (let index = 0; index < draws; index++) {
    const pair = drawPair(seed, index, d, o, widths);
    const { a2, c } = project(pair);
    const byScalar = rates.etaX * a2 ** 2 > 2 * rates.etaA * c ** 2;
    const byExact = load(pair, rates) <= 1;
    if (byScalar) scalar++;
    if (byExact) exact++;
    if (byScalar === byExact) agree++;
  }
  return {
    draws,
    scalar: shareOf(scalar, draws),
    exact: shareOf(exact, draws),
    agreement: shareOf(agree, draws),
  };
}
