/**
 * @file How SIMD and WebGL compare on given replicas here: looked at once, then remembered.
 */
import type { Settings } from "../experiment/params";
import type { Refusals } from "../run/wire";
import type { Findings } from "./decide";
import type { Loaders } from "./engines";
import { type Clock, measureAll } from "./speed";

/** Milliseconds of measuring, 300 in all. SIMD needs one replica for it: they are looped. */
const LIMIT = { simd: 100, webgl: 200 } as const;

interface Place {
  readonly loaders: Loaders;
  /** Why WebGL need not be loaded, let alone measured; null if it must. */
  readonly refuseWebgl: () => string | null;
  readonly now: Clock;
}

export interface Comparison {
  /** What is known already of these replicas, side by side on a card or shared by SIMD workers. */
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
    const races = [
      { name: "simd", settings: settings.slice(0, 1), limit: LIMIT.simd },
      { name: "webgl", settings, limit: LIMIT.webgl },
    ] as const;
    const found = await measureAll(races, loaders, now);
    const { simd } = found.speeds;
    return simd ? { ...found, speeds: { ...found.speeds, simd: simd * workers } } : found;
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
      findings.set(nameOf(settings, workers), found);
      return found;
    },
  };
}
