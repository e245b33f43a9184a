/**
 * @file How fast a run is let go on, or is shown again: as fast as it goes, so many steps a second, or
 * in log time, as long for each decade of steps.
 */

export type Pace = "full" | "log" | number;

/** Seconds for each decade in log time. */
const DECADE = 4;
/** Steps within which log time is even: it begins with `EVEN` ln 10 / `DECADE`, about 12, steps a second. */
const EVEN = 20;

/** The step, not whole, that is reached `seconds` after step `from`; infinite at full speed. */
export function reached(pace: Pace, from: number, seconds: number): number {
  if (pace === "full") return Infinity;
  if (pace === "log") return (from + EVEN) * 10 ** (seconds / DECADE) - EVEN;
  return from + seconds * pace;
}

/** Seconds from step `from` to step `to`, not before it; 0 at full speed. */
export function secondsBetween(pace: Pace, from: number, to: number): number {
  if (pace === "full") return 0;
  if (pace === "log") return DECADE * Math.log10((to + EVEN) / (from + EVEN));
  return (to - from) / pace;
}
