/**
 * @file Answers questions about the pairs of one class in a run.
 *
 * Shapes: n elements, d embedding dimensions, k pairs, S sampled times, P parameters.
 */

import type { Engine } from "../../../engine/ensemble";
import { referenceEngine } from "../../../engine/reference/reference";
import { type Dataset, makeDataset } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { shapeOf } from "../../../experiment/shape";
import type { Checkpoint } from "../../../run/wire";
import { alikePairs } from "../../../theory/alike";
import { predictPair, velocity } from "../../../theory/linearise";
import { solve } from "../../../theory/repon/exact";
import { norm } from "../../../theory/repon/matrix";
import { project, turned } from "../../../theory/repon/measure";
import type { Extra, Rates } from "../../../theory/repon/reduced";
import { effectiveRates, pairEtaX } from "./effectiveRates";
import { halfOf, makePairReader, type ReadPair } from "./pairReader";
import { makeReplay, type Replay } from "./replay";
import {
  type Motion,
  type PairMap,
  type PairsAnswer,
  type PairsQuestion,
  type Past,
  THEORIES,
  type Theory,
  type Track,
} from "./wire";

/** Intervals of a track. */
const SAMPLES = 160;
/** Multiplications that a map may cost: 135 pairs of the default network, in one to three seconds. */
const WORK = 6e8;

/** What one step of the run is: parameters before and after in float64, and each parameter's rate. */
interface Step {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly rates: Float64Array;
}

/** The reference engine's own update, in float64: late changes drown in the digits of float32. */
async function stepFrom(settings: Settings, checkpoint: Checkpoint): Promise<Step> {
  const { size } = shapeOf(settings);
  const ensemble = await referenceEngine.create([settings]);
  ensemble.restore(checkpoint);
  await ensemble.advance([checkpoint.step + 1]);
  const { state, step } = await ensemble.checkpoint();
  return {
    before: Float64Array.from(checkpoint.state.subarray(0, size)),
    after: Float64Array.from(state.subarray(0, size)),
    rates: effectiveRates(settings, state.subarray(2 * size), step),
  };
}

const extras: Readonly<Record<Theory, (read: ReadPair) => Extra>> = {
  alone: () => ({}),
  drive: ({ decoder }) => ({ gap: decoder.gap }),
  bend: ({ decoder, bend }) => ({ gap: decoder.gap, bend: bend() }),
};

/** One step of r by each theory. */
const moves: Readonly<Record<Theory, (read: ReadPair, etaX: number) => Float64Array>> = {
  alone: ({ decoder, r }, etaX) =>
    velocity({ ...decoder, drive: new Float64Array(r.length) }, r, etaX),
  drive: ({ decoder, r }, etaX) => velocity(decoder, r, etaX),
  bend: ({ decoder, r, bend }, etaX) => velocity(decoder, r, etaX, bend()),
};

const byTheory = <Value>(of: (theory: Theory) => Value) =>
  Object.fromEntries(THEORIES.map((theory) => [theory, of(theory)])) as Record<Theory, Value>;

/** A prediction that has run out of numbers is infinitely far, in its first direction. */
function motion(rs: readonly Float64Array[]): Motion {
  const finite = (r: Float64Array) => r.every(Number.isFinite);
  return {
    separation: Float64Array.from(rs, (r) => (finite(r) ? norm(r) : Infinity)),
    angle: Float64Array.from(rs, (r) => (finite(r) ? turned(r, rs[0]) : 0)),
  };
}

/** Whole steps, evenly over the horizon. */
function timesOf(horizon: number): Float64Array {
  const count = Math.min(SAMPLES, horizon);
  return Float64Array.from({ length: count + 1 }, (_, i) => Math.round((i * horizon) / count));
}

/** A run that diverges ends there. */
function finitePart(future: readonly Float32Array[]): readonly Float32Array[] {
  const end = future.findIndex((parameters) => !parameters.every(Number.isFinite));
  return end < 0 ? future : future.slice(0, end);
}

type Reader = ReturnType<typeof makePairReader>;

/** Every pair of one class, or a regular sample where that would cost more than `WORK`. */
function mapOf(settings: Settings, dataset: Dataset, step: Step): PairMap {
  const { n, d, size } = shapeOf(settings);
  const read = makePairReader(settings, dataset);
  const all = alikePairs(dataset.relation);
  const terms = (4 * dataset.train.length) / n;
  const stride = Math.ceil((all.length * terms * size * (1 + 2 * d)) / WORK);
  const pairs = all.filter((_, i) => i % stride === 0);
  const separation = new Float64Array(pairs.length);
  const actual = new Float64Array(pairs.length);
  const predicted = byTheory(() => new Float64Array(pairs.length));
  pairs.forEach(([p, q], i) => {
    const pair = read(step.before, p, q);
    const bend = pair.bend();
    separation[i] = norm(pair.r);
    actual[i] = norm(halfOf(step.after, p, q, d)) - separation[i];
    const etaX = pairEtaX(step.rates, p, q, d);
    for (const theory of THEORIES) {
      const move = moves[theory]({ ...pair, bend: () => bend }, etaX);
      predicted[theory][i] = norm(pair.r.map((x, j) => x + move[j])) - separation[i];
    }
  });
  return { pairs: Int32Array.from(pairs.flat()), all: all.length, separation, actual, predicted };
}

function ratesOf(read: ReadPair, rates: Float64Array, p: number, q: number): Rates {
  return { etaX: pairEtaX(rates, p, q, read.r.length), etaA: read.etaA(rates) };
}

function trackOf(
  read: Reader,
  { before, rates: own }: Step,
  [p, q]: readonly [number, number],
  times: Float64Array,
  future: readonly Float32Array[],
): Track {
  const pair = read(before, p, q);
  const d = pair.r.length;
  const rates = ratesOf(pair, own, p, q);
  return {
    pair: [p, q],
    times,
    actual: motion([pair.r, ...future.map((parameters) => halfOf(parameters, p, q, d))]),
    predicted: byTheory((theory) => {
      const { at } = predictPair(
        pair.decoder,
        pair.r,
        rates,
        times[times.length - 1],
        extras[theory](pair),
      );
      return motion(Array.from(times, (time) => at(time).r));
    }),
    rates,
    outcome: solve({ A: pair.decoder.A, r: pair.r }, rates).outcome,
  };
}

/** C of Eq. (10) where both its parts are finite numbers. */
function pastOf(
  settings: Settings,
  read: Reader,
  checkpoints: readonly Checkpoint[],
  [p, q]: readonly [number, number],
): Past {
  const { size } = shapeOf(settings);
  const rows = checkpoints.flatMap(({ step, state }) => {
    const parameters = Float64Array.from(state.subarray(0, size));
    // After no update there are no moments yet.
    if (step === 0 && settings.optimiser !== "gd") return [];
    const own = effectiveRates(settings, state.subarray(2 * size), step);
    const pair = read(parameters, p, q);
    const { etaX, etaA } = ratesOf(pair, own, p, q);
    const { a2, c } = project({ A: pair.decoder.A, r: pair.r });
    const [stretch, reach] = [a2 ** 2 / (2 * etaA), c ** 2 / etaX];
    return Number.isFinite(stretch) && Number.isFinite(reach) ? [{ step, stretch, reach }] : [];
  });
  return {
    steps: Float64Array.from(rows, ({ step }) => step),
    stretch: Float64Array.from(rows, ({ stretch }) => stretch),
    reach: Float64Array.from(rows, ({ reach }) => reach),
  };
}

/** The last result of `make`, kept while `key` stays the same. */
function keep<Value>(): (key: string, make: () => Promise<Value>) => Promise<Value> {
  let held: { readonly key: string; readonly value: Value } | null = null;
  return async (key, make) => {
    if (held?.key !== key) held = { key, value: await make() };
    return held.value;
  };
}

/**
 * Answers one question at a time; what the next question shares with the last is not computed again.
 * `pause` is awaited now and then, and where it rejects the answer does too.
 */
export function makePairsDesk(
  open: (settings: Settings) => Promise<Engine>,
  pause: () => Promise<void>,
): (question: PairsQuestion) => Promise<PairsAnswer> {
  const keepReplay = keep<Replay>();
  const keepStep = keep<{ readonly step: Step; readonly map: PairMap }>();
  const keepFuture = keep<readonly Float32Array[]>();
  return async ({ settings, step, pair, horizon }) => {
    const run = JSON.stringify(settings);
    const dataset = makeDataset(settings);
    const replay = await keepReplay(run, async () =>
      makeReplay(await open(settings), settings, pause),
    );
    const checkpoint = await replay.at(step);
    const moment = await keepStep(`${run} ${step}`, async () => {
      const made = await stepFrom(settings, checkpoint);
      return { step: made, map: mapOf(settings, dataset, made) };
    });
    const wanted = timesOf(horizon);
    const future = await keepFuture(`${run} ${step} ${horizon}`, async () => {
      const steps = Array.from(wanted.subarray(1), (time) => step + time);
      return finitePart(await replay.follow(checkpoint, steps));
    });
    const times = wanted.subarray(0, future.length + 1);
    const read = makePairReader(settings, dataset);
    return {
      step,
      horizon,
      track: trackOf(read, moment.step, pair, times, future),
      past: pastOf(settings, read, [...replay.waypoints(step - 1), checkpoint], pair),
      map: moment.map,
    };
  };
}
