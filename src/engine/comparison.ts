/**
 * @file How the processor and WebGL compare on given replicas here: looked at once, then remembered. The processor is
 * SIMD, or plain loops where SIMD does not start.
 */
import type { Settings } from "../experiment/params";
import type { EngineName } from "../run/engineChoice";
import type { Refusals } from "../run/wire";
import type { Findings } from "./decide";
import type { Loaders } from "./engines";
import { type Clock, measureAll } from "./speed";

/** Milliseconds of measuring, 300 in all. The processor needs one replica for it: they are looped. */
const LIMIT = { processor: 100, webgl: 200 } as const;

const NONE: Findings = { speeds: {}, refusals: {} };

interface Place {
  readonly loaders: Loaders;
  /** Why WebGL need not be loaded, let alone measured; null if it must. */
  readonly refuseWebgl: () => string | null;
  readonly now: Clock;
}

export interface Comparison {
  /** What is known already of these replicas, side by side on a card or shared by workers. */
  known(settings: readonly Settings[], workers: number): Findings | undefined;
  /** What is known, or is found now. */
  find(settings: readonly Settings[], workers: number): Promise<Findings>;
}

const nameOf = (settings: readonly Settings[], workers: number): string => {
  const [{ n, d, mode, depth, width, batch }] = settings;
  return JSON.stringify([n, d, mode, depth, width, batch, settings.length, workers]);
};

export function makeComparison({ loaders, refuseWebgl, now }: Place): Comparison {
  const findings = new Map<string, Findings>();
  /** Null until it was asked for. */
  let refusals: Refusals | null = null;

  async function measure(settings: readonly Settings[], workers: number): Promise<Findings> {
    const one = settings.slice(0, 1);
    const on = (name: EngineName, of: readonly Settings[], limit: number) =>
      measureAll([{ name, settings: of, limit }], loaders, now);
    const simd = await on("simd", one, LIMIT.processor);
    const loops = simd.speeds.simd ? NONE : await on("reference", one, LIMIT.processor);
    const webgl = await on("webgl", settings, LIMIT.webgl);
    const shared = Object.entries({ ...simd.speeds, ...loops.speeds });
    const speeds = Object.fromEntries(shared.map(([name, speed]) => [name, speed * workers]));
    return {
      speeds: { ...speeds, ...webgl.speeds },
      refusals: { ...simd.refusals, ...loops.refusals, ...webgl.refusals },
    };
  }

  const known: Comparison["known"] = (settings, workers) =>
    refusals?.webgl ? { speeds: {}, refusals } : findings.get(nameOf(settings, workers));

  return {
    known,
    async find(settings, workers) {
      if (!refusals) {
        const webgl = refuseWebgl();
        refusals = webgl === null ? {} : { webgl };
      }
      const before = known(settings, workers);
      if (before) return before;
      const found = await measure(settings, workers);
      // Without SIMD it is looked again: what was not to be had may be by then.
      if (!found.refusals.simd) findings.set(nameOf(settings, workers), found);
      return found;
    },
  };
}
