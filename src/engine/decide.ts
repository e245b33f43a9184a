/**
 * @file The faster engine, given what was measured, and why the other is not taken.
 */

import type { EngineName } from "../run/engineChoice";
import { ENGINE_WORDS } from "../run/engineChoice";
import type { Refusals, Speeds } from "../run/wire";

export interface Findings {
  readonly speeds: Speeds;
  /** Of those that were not measured. */
  readonly refusals: Refusals;
}

interface Decision {
  /** Null where nothing was measured. */
  readonly name: EngineName | null;
  readonly declined: Refusals;
}

/** WebGL must be so many times as fast as SIMD: what it computes is not the same everywhere. */
export const MARGIN = 1.2;

const HANDICAP: Partial<Readonly<Record<EngineName, number>>> = { webgl: MARGIN };

const words = (speed: number): string =>
  speed.toLocaleString("en", { maximumSignificantDigits: 3 });

/** The fastest of those measured, WebGL handicapped by `MARGIN`. */
export function decide({ speeds, refusals }: Findings): Decision {
  const measured = Object.entries(speeds) as [EngineName, number][];
  const worth = ([name, speed]: [EngineName, number]) => speed / (HANDICAP[name] ?? 1);
  const [best, ...others] = measured.sort((a, b) => worth(b) - worth(a));
  if (!best) return { name: null, declined: refusals };
  const reason = ([, speed]: [EngineName, number]) =>
    speed <= best[1]
      ? `${words(speed)} steps/s against ${words(best[1])}`
      : `${words(speed)} steps/s is less than ${MARGIN} times ${words(best[1])}, and ${ENGINE_WORDS[best[0]]} ${best[0] === "simd" ? "is exact" : "computes in float64"}`;
  const slower = Object.fromEntries(others.map((each) => [each[0], reason(each)]));
  return { name: best[0], declined: { ...refusals, ...slower } };
}
