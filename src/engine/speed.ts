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

/**
 * Replica steps per second, timed for some `limit` ms after a first step, which compiles. Each chunk
 * is twice the one before, and the last is what counts: it costs what chunks of a run cost.
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
    for (let chunk = 1; ; chunk *= 2) {
      const before = now();
      await ensemble.advance([ensemble.step + chunk]);
      const after = now();
      if (after - begun + 2 * (after - before) > limit)
        return (1000 * chunk * settings.length) / (after - before);
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
