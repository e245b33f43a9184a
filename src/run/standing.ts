/**
 * @file Where a replica of an experiment stands: what Table 4 knows of it, what was kept on the way,
 * and all that is needed to go on.
 *
 * Shapes: n elements, d embedding dimensions, M measures.
 */
import type { Until } from "../experiment/experiment";
import type { Outcome } from "../experiment/recording";
import { type Crossings, phaseOf } from "../theory/phase";
import { COLUMN, MEASURES } from "./frame";
import { type Progress, START } from "./outcome";
import type { Checkpoint } from "./wire";

/** One kept point of a replica's history. */
export interface Moment {
  readonly step: number;
  readonly train: number;
  readonly test: number;
  /** [n, d] */
  readonly embedding: Float32Array;
}

export interface Standing {
  readonly progress: Progress;
  /** At the last evaluated step. [M] */
  readonly measures: Float64Array;
  readonly moments: readonly Moment[];
  /** Whether the loss was no longer a finite number, which ends a replica. */
  readonly diverged: boolean;
  readonly finished: boolean;
  /** Whether it was trained on the exact engine alone. */
  readonly exact: boolean;
  /** null once finished. */
  readonly checkpoint: Checkpoint | null;
}

/** A replica that has not begun. */
export const NOT_BEGUN: Standing = {
  progress: START,
  measures: new Float64Array(MEASURES.length),
  moments: [],
  diverged: false,
  finished: false,
  exact: true,
  checkpoint: null,
};

/** Moments are kept at steps this factor apart: some 40 in 100,000 steps. */
const MOMENT_GROWTH = 1.3;

/** The first step after `step` at which a moment is kept. */
export const nextMoment = (step: number): number =>
  step < 0 ? 0 : Math.max(step + 1, Math.ceil(step * MOMENT_GROWTH));

/**
 * A decided replica trains on for this many steps, or this share of those it has made, to see
 * whether it holds what it reached.
 */
export const TAIL = { steps: 200, share: 0.25 } as const;

/**
 * A replica ends at the first evaluated step that is not below this; `steps` is its horizon. Never
 * before Table 4 has decided, so its phase is that of the full run.
 */
export function lastStep({ train, test }: Crossings, steps: number, until: Until): number {
  if (until === "end" || train === null || test === null) return steps;
  const decidedAt = Math.max(train, test);
  return Math.min(steps, decidedAt + Math.max(TAIL.steps, Math.ceil(decidedAt * TAIL.share)));
}

/** What became of a finished replica. */
export const outcomeOf = ({ progress, measures, diverged }: Standing): Outcome => ({
  stepsToTrain: progress.train,
  stepsToTest: progress.test,
  phase: phaseOf(progress),
  steps: progress.step,
  trainAccuracy: measures[COLUMN.train],
  testAccuracy: measures[COLUMN.test],
  accuracy: measures[COLUMN.entire],
  loss: Number.isFinite(measures[COLUMN.trainLoss]) ? measures[COLUMN.trainLoss] : null,
  fellBack: progress.fellBack,
  diverged,
});
