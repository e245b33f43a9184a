/**
 * @file What a study has measured along one of its axes: every seed, and their spread.
 */

import type { Settings } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import { type Spread, spreadOf } from "../../../theory/spread";
import type { Accuracies, Result } from "./result";

export interface MeasuredPoint {
  /** Index in the study. */
  readonly replica: number;
  readonly x: number;
  readonly seed: number;
  readonly accuracies: Accuracies;
  /** Steps made. */
  readonly step: number;
  readonly finished: boolean;
}

/** Of the replicas that have begun, in the order of the study. */
export const measuredAlong = (
  key: "depth" | "trainFraction",
  settings: readonly Settings[],
  results: readonly (Result | null)[],
): MeasuredPoint[] =>
  results.flatMap((result, replica) =>
    result === null || result.progress.step < 0
      ? []
      : [
          {
            replica,
            x: settings[replica][key],
            seed: settings[replica].seed,
            accuracies: result.accuracies,
            step: result.progress.step,
            finished: result.outcome !== null,
          },
        ],
  );

export interface SpreadAt extends Spread {
  readonly x: number;
}

/** Over the seeds at each x, ascending. */
export function spreadAlong(
  points: readonly MeasuredPoint[],
  measure: keyof Accuracies,
): SpreadAt[] {
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  return xs.flatMap((x) => {
    const here = points.filter((point) => point.x === x);
    const spread = spreadOf(here.map(({ accuracies }) => accuracies[measure]));
    return spread ? [{ x, ...spread }] : [];
  });
}

/** The replica with exactly these settings; null if the study has none. */
export function replicaOf(all: readonly Settings[], wanted: Settings): number | null {
  const at = all.findIndex((settings) => alikeBut(settings, wanted));
  return at < 0 ? null : at;
}
