/**
 * @file How often random pairs collide, for the dimensions and widths: by Eq. (11), by the
 * exact law, and by counting draws.
 */

import { memo } from "../../../kit/state/memo";
import { load } from "../../../theory/repon/exact";
import {
  collisionProbability,
  drawPair,
  exactLaw,
  type Share,
  scalarLaw,
  shareOf,
} from "../../../theory/repon/probability";
import type { Setup } from "./params";

export interface Odds {
  /** eta_x / eta_A, ascending. */
  readonly ratios: readonly number[];
  readonly paper: readonly number[];
  readonly scalar: readonly number[];
  readonly exact: readonly number[];
  readonly counted: readonly ({ readonly ratio: number } & Share)[];
  readonly draws: number;
}

/** The same at one ratio. */
export interface OddsHere {
  readonly ratio: number;
  readonly paper: number;
  readonly exact: number;
  readonly counted: Share;
}

/** Decades of eta_x / eta_A to either side of 1. */
const DECADES = 4;
const SEED = 0;
const MOST_DRAWS = 5000;
/** Numbers to draw at most, so that the page does not wait. */
const BUDGET = 40_000;

const unitRates = { etaX: 1, etaA: 1 };
const unitWidths = { sigmaA: 1, sigmaC: 1 };

/** Loads of random pairs at equal rates and widths of 1, ascending. */
const unitLoads = memo((d: number, o: number): Float64Array => {
  const draws = Math.min(MOST_DRAWS, Math.floor(BUDGET / (o * d + d)));
  return Float64Array.from({ length: draws }, (_, index) =>
    load(drawPair(SEED, index, d, o, unitWidths), unitRates),
  ).sort();
});

/** The load grows as etaA / etaX and as (sigmaC / sigmaA)^2, so one set of draws serves all. */
function count(loads: Float64Array, ratio: number, widths: number): Share {
  const limit = ratio * widths ** 2;
  let low = 0;
  let high = loads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (loads[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return shareOf(low, loads.length);
}

const range = (steps: number): number[] =>
  Array.from({ length: steps + 1 }, (_, i) => 10 ** (DECADES * ((2 * i) / steps - 1)));

export const oddsOf = memo((d: number, outputs: number, sigmaA: number, sigmaC: number): Odds => {
  const widths = { sigmaA, sigmaC };
  const loads = unitLoads(d, outputs);
  const ratios = range(80);
  const at = (etaX: number) => ({ etaX, etaA: 1 });
  return {
    ratios,
    paper: ratios.map((ratio) => collisionProbability(at(ratio), widths)),
    scalar: ratios.map((ratio) => scalarLaw(at(ratio), widths, d, outputs)),
    exact: ratios.map((ratio) => exactLaw(at(ratio), widths, d, outputs)),
    counted: range(16).map((ratio) => ({ ratio, ...count(loads, ratio, sigmaA / sigmaC) })),
    draws: loads.length,
  };
});

/** Null where both rates are 0 and their ratio means nothing. */
export const oddsHere = memo(
  (
    etaX: number,
    etaA: number,
    d: number,
    outputs: number,
    sigmaA: number,
    sigmaC: number,
  ): OddsHere | null => {
    if (etaX === 0 && etaA === 0) return null;
    const rates = { etaX, etaA };
    const widths = { sigmaA, sigmaC };
    return {
      ratio: etaX / etaA,
      paper: collisionProbability(rates, widths),
      exact: exactLaw(rates, widths, d, outputs),
      counted: count(unitLoads(d, outputs), etaX / etaA, sigmaA / sigmaC),
    };
  },
);

/** The odds of a setup, and those at its own rates. */
export const oddsFor = ({ d, outputs, sigmaA, sigmaC }: Setup): Odds =>
  oddsOf(d, outputs, sigmaA, sigmaC);

export const oddsAt = ({ etaX, etaA, d, outputs, sigmaA, sigmaC }: Setup): OddsHere | null =>
  oddsHere(etaX, etaA, d, outputs, sigmaA, sigmaC);
