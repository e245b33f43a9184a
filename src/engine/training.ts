/**
 * @file Training of one ensemble, frame by frame. Knows no clock and no thread: whoever asks says
 * how far.
 *
 * Shapes: R replicas, P parameters of a replica, M measures.
 */
import { COLUMN, type Frame, MEASURES } from "../run/frame";
import { schedule } from "../run/schedule";
import type { Ensemble } from "./ensemble";

/** A run that cannot go on; the message is for the reader. */
export class Divergence extends Error {}

/** Advances one ensemble and frames what it shows. */
export interface Training {
  /**
   * Trains to step `goal`. The steps evaluated on the way depend on the schedule alone, never on how
   * the run was sliced. Rejects with a `Divergence` when a loss is no longer a finite number.
   */
  advance(goal: number): Promise<void>;
  /** What was evaluated since the last frame, and the parameters now. Rejects as `advance`. */
  frame(): Promise<Frame>;
}

/** `steps` is the run's horizon, always evaluated. */
export function makeTraining(ensemble: Ensemble, steps: number): Training {
  const evaluated = schedule(steps);
  const row = ensemble.settings.length * MEASURES.length;
  let upcoming = evaluated.findIndex((step) => step >= ensemble.step);
  let seen: number[] = [];
  let measures: number[] = [];
  return {
    async advance(goal) {
      const first = upcoming;
      while (upcoming < evaluated.length && evaluated[upcoming] <= goal) upcoming++;
      const scheduled = evaluated.slice(first, upcoming);
      const all = scheduled.at(-1) === goal ? scheduled : [...scheduled, goal];
      const values = await ensemble.advance(all);
      refuseDivergence(all, values);
      seen = seen.concat(scheduled);
      measures = measures.concat(Array.from(values.subarray(0, scheduled.length * row)));
    },
    async frame() {
      const parameters = await ensemble.parameters();
      if (!parameters.every(Number.isFinite))
        throw new Divergence(`A parameter was no longer a finite number at step ${ensemble.step}.`);
      const frame: Frame = {
        step: ensemble.step,
        steps: Float64Array.from(seen),
        measures: Float64Array.from(measures),
        parameters,
      };
      seen = [];
      measures = [];
      return frame;
    },
  };
}

function refuseDivergence(steps: readonly number[], measures: Float64Array): void {
  const row = measures.length / steps.length;
  for (let at = COLUMN.trainLoss; at < measures.length; at += MEASURES.length)
    if (!Number.isFinite(measures[at])) {
      const step = steps[Math.floor(at / row)];
      throw new Divergence(`The training loss was ${measures[at]} at step ${step}.`);
    }
}
