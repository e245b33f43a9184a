/**
 * @file How fast engines train a given ensemble here.
 */
import type { Settings } from "../experiment/params";
import { clause, sentence } from "../experiment/sentence";
import type { EngineName } from "../run/engineChoice";
import type { Refusals, Speeds } from "../run/wire";
import type { Findings } from "./decide";
import type { Loaders } from "./engines";
import type { Engine } from "./ensemble";

/** A clock in ms. */
export type Clock = () => number;

/** Milliseconds after which an engine that has not answered is left alone. */
const PATIENCE = 5000;

/** Ticks of a coarse clock that are to be timed at least: then what one of them is worth matters little. */
const TICKS = 10;

/**
 * Replica steps per second, timed for some `limit` ms after a first step, which compiles. Each chunk but
 * the second is twice the one before, and the last is what counts: it costs what chunks of a run cost. By a clock so coarse that
 * it stands still for whole chunks (browsers that hide from being recognised give 100 ms) it is timed longer, and
 * where the last chunk is too short for it all of them count.
 */
export async function measureSpeed(
  engine: Engine,
  settings: readonly Settings[],
  limit: number,
  now: Clock,
): Promise<number> {
  const ensemble = await engine.create(settings);
  try {
    await ensemble.advance([1]);
    const begun = now();
    const first = ensemble.step;
    let coarse = false;
    let tick = 0;
    let chunk = 1;
    for (let chunks = 1; ; chunks++) {
      const before = now();
      await ensemble.advance([ensemble.step + chunk]);
      const after = now();
      const took = after - before;
      coarse ||= took === 0;
      tick ||= took;
      const least = coarse ? TICKS * tick : 0;
      const all = after - begun;
      // The second is as long as the first: by one alone a coarse clock is not known.
      if (chunks > 1 && all >= least && all + 2 * took > limit) {
        const [steps, time] = took < least ? [ensemble.step - first, all] : [chunk, took];
        return (1000 * steps * settings.length) / time;
      }
      if (chunks > 1) chunk *= 2;
    }
  } finally {
    ensemble.dispose();
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const give = () => reject(new Error(`no answer in ${PATIENCE / 1000} s`));
    timer = setTimeout(give, PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What is to be measured, each for `limit` ms. */
export interface Race {
  readonly name: EngineName;
  readonly settings: readonly Settings[];
  readonly limit: number;
}

/** Measures one engine after the other. */
export async function measureAll(
  races: readonly Race[],
  loaders: Loaders,
  now: Clock,
): Promise<Findings> {
  const speeds: { -readonly [K in keyof Speeds]: Speeds[K] } = {};
  const refusals: { -readonly [K in keyof Refusals]: Refusals[K] } = {};
  for (const { name, settings, limit } of races) {
    const measure = async () => {
      const load = loaders[name];
      if (!load) throw new Error("not part of this build");
      return measureSpeed(await load(settings), settings, limit, now);
    };
    try {
      speeds[name] = await inTime(measure());
    } catch (error) {
      refusals[name] = clause(sentence(error));
    }
  }
  return { speeds, refusals };
}
