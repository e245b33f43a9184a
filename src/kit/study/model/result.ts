/**
 * @file What is known of a replica of a study, live or recorded, and what a study has yet to do.
 */
import { cells } from "../../../experiment/experiment";
import type { Settings } from "../../../experiment/params";
import type { Outcome, Recording } from "../../../experiment/recording";
import { COLUMN } from "../../../run/frame";
import type { Progress } from "../../../run/outcome";
import { outcomeOf, type Standing } from "../../../run/standing";

export interface Result {
  readonly progress: Progress;
  /** At the last evaluated step. */
  readonly accuracies: Accuracies;
  /** null until it is finished. */
  readonly outcome: Outcome | null;
  /** Whether it was trained on the exact engine alone, as recordings are. */
  readonly exact: boolean;
}

export interface Accuracies {
  readonly train: number;
  readonly test: number;
  /** Over the entire data set. */
  readonly entire: number;
}

export const resultOf = (standing: Standing): Result => ({
  progress: standing.progress,
  accuracies: {
    train: standing.measures[COLUMN.train],
    test: standing.measures[COLUMN.test],
    entire: standing.measures[COLUMN.entire],
  },
  outcome: standing.finished ? outcomeOf(standing) : null,
  exact: standing.exact,
});

export const recordedResult = (outcome: Outcome): Result => ({
  progress: {
    step: outcome.steps,
    train: outcome.stepsToTrain,
    test: outcome.stepsToTest,
    fellBack: outcome.fellBack,
  },
  accuracies: {
    train: outcome.trainAccuracy,
    test: outcome.testAccuracy,
    entire: outcome.accuracy,
  },
  outcome,
  exact: true,
});

/** The replicas of a recording as those of a study. */
export const recordedReplicas = ({ experiment, outcomes }: Recording) => ({
  settings: cells(experiment),
  results: outcomes.map(recordedResult),
});

/** Steps that unfinished replicas will still take, if they go as those that have finished did. */
export function stepsLeft(
  settings: readonly Settings[],
  results: readonly (Result | null)[],
): number {
  const finished = results.filter((result) => result?.outcome);
  const mean =
    finished.reduce((sum, result) => sum + (result?.progress.step ?? 0), 0) / finished.length;
  return results.reduce((sum, result, i) => {
    if (result?.outcome) return sum;
    const step = Math.max(0, result?.progress.step ?? 0);
    const horizon = settings[i].steps;
    const end = finished.length === 0 || step > mean ? horizon : mean;
    return sum + Math.max(0, end - step);
  }, 0);
}

/** Steps that all replicas together have made. */
export const stepsMade = (results: readonly (Result | null)[]): number =>
  results.reduce((sum, result) => sum + Math.max(0, result?.progress.step ?? 0), 0);
