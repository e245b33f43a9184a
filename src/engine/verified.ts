/**
 * @file An engine that is held against another one before it is trusted: a driver, or a browser that hides what card it
 * has, may hand back other numbers than were computed.
 *
 * Shapes: R replicas, P parameters of a replica.
 */
import type { Settings } from "../experiment/params";
import { ENGINE_WORDS } from "../run/engineChoice";
import { COLUMN, MEASURES } from "../run/frame";
import type { Load } from "./engines";
import type { Engine, Ensemble } from "./ensemble";

/** Steps that are compared, each from the same state on both. */
const STEPS = 3;

/** Replicas of an ensemble that are compared, evenly among all; all are trained and read on the engine. */
const MOST = 4;

/**
 * What two engines may differ by in a step, as a share of what is compared. Sums of a thousand products in float32
 * are off by some 1e-6 (measured on every kind of network: below 1e-5), and half floats, the next coarser numbers
 * that a card has, by 5e-4.
 */
export const TOLERANCE = 1e-4;

/** Of a number, by one rounding of it on either side. */
const ROUNDING = 2 ** -22;

/** First moments below this share of their root mean square are rounding, and Adam makes whole steps of it. */
const NOISE = 1e-2;

type Numbers = Float32Array | Float64Array;

const length = (of: Iterable<number>): number => Math.hypot(...of);

/** |a - b| / |b| over those that `counts`. */
function distance(a: Numbers, b: Numbers, slack = 0, scale: Numbers = b): number {
  let [apart, size, all] = [0, 0, 0];
  for (let i = 0; i < b.length; i++) {
    apart += (a[i] - b[i]) ** 2;
    size += scale[i] ** 2;
    all += b[i] ** 2;
  }
  const beyond = Math.max(0, Math.sqrt(apart) - slack * Math.sqrt(all));
  return beyond === 0 ? 0 : beyond / Math.sqrt(size);
}

/** How far a replica has strayed in one step: the greatest share over parameters and moments. Each [3, P] */
export function strayed(before: Numbers, got: Numbers, right: Numbers): number {
  const P = right.length / 3;
  const third = (of: Numbers, i: number) => of.subarray(i * P, (i + 1) * P);
  const moments = third(right, 1);
  const noise = (NOISE * length(moments)) / Math.sqrt(P);
  const told = Array.from(moments.keys()).filter((i) => Math.abs(moments[i]) >= noise);
  const pick = (of: Numbers) => Float64Array.from(told, (i) => of[i]);
  const moved = Float64Array.from(told, (i) => right[i] - before[i]);
  return Math.max(
    distance(pick(got), pick(right), ROUNDING, moved),
    distance(third(got, 1), moments),
    distance(third(got, 2), third(right, 2)),
  );
}

/** Positions of at most `MOST` of R replicas. */
const sample = (R: number): number[] =>
  R <= MOST
    ? Array.from({ length: R }, (_, r) => r)
    : Array.from({ length: MOST }, (_, i) => Math.round((i * (R - 1)) / (MOST - 1)));

const rowOf = (measures: Float64Array, r: number): Float64Array =>
  measures.subarray(r * MEASURES.length, (r + 1) * MEASURES.length);

/** Of the losses of a replica. */
function lossesApart(got: Float64Array, right: Float64Array): number {
  const losses = [COLUMN.trainLoss, COLUMN.testLoss].filter((i) => Number.isFinite(right[i]));
  return Math.max(0, ...losses.map((i) => Math.abs(got[i] - right[i]) / (Math.abs(right[i]) + 1)));
}

/** Throws a clause where `engine` does not train `settings` as `oracle` does. */
async function hold(engine: Engine, oracle: Engine, settings: readonly Settings[]): Promise<void> {
  const R = settings.length;
  const chosen = sample(R);
  const open: Ensemble[] = [];
  const begin = async (on: Engine, of: readonly Settings[]): Promise<Ensemble> => {
    const ensemble = await on.create(of);
    open.push(ensemble);
    return ensemble;
  };
  try {
    const whole = await begin(engine, settings);
    const right = await begin(
      oracle,
      chosen.map((r) => settings[r]),
    );
    let before = (await right.checkpoint()).state;
    const each = before.length / chosen.length;
    const of = (state: Numbers, r: number) => state.subarray(r * each, (r + 1) * each);
    for (let step = 1; step <= STEPS; step++) {
      const measures = await whole.advance([step]);
      const expected = await right.advance([step]);
      const got = (await whole.checkpoint()).state;
      const goal = (await right.checkpoint()).state;
      if (!goal.every(Number.isFinite)) return; // Such a run ends at once on any engine.
      const apart = chosen.flatMap((r, i) => [
        strayed(of(before, i), of(got, r), of(goal, i)),
        lossesApart(rowOf(measures, r), rowOf(expected, i)),
      ]);
      const worst = Math.max(...apart);
      if (!(worst <= TOLERANCE)) throw new Error(refusal(worst, step, oracle));
      for (const [i, r] of chosen.entries()) of(got, r).set(of(goal, i));
      whole.restore({ step, state: got });
      before = goal;
    }
  } finally {
    for (const ensemble of open) ensemble.dispose();
  }
}

const percent = (share: number): string =>
  Number.isFinite(share) ? `${Number((100 * share).toPrecision(2))} %` : "altogether";

const refusal = (worst: number, step: number, { name }: Engine): string =>
  `its numbers are not those of ${ENGINE_WORDS[name]}: ${percent(worst)} off at step ${step}, where rounding makes less than ${percent(TOLERANCE)}`;

/** What is code of its own on a card. */
const keyOf = (settings: readonly Settings[]): string => {
  const [{ n, d, mode, depth, width, loss, optimiser, batch }] = settings;
  return JSON.stringify([n, d, mode, depth, width, loss, optimiser, batch, settings.length]);
};

/** Loads an engine that trains these replicas as the oracle does, once held against it for each kind. Rejects where it does not. */
export function verified(load: Load, oracle: Load): Load {
  const held = new Set<string>();
  return async (settings) => {
    const engine = await load(settings);
    const key = keyOf(settings);
    if (!held.has(key)) await hold(engine, await oracle(settings), settings);
    held.add(key);
    return engine;
  };
}
