/**
 * @file What Table 4 makes of a run, fed with its evaluated steps one after the other.
 */
import { type Crossings, decided, LEARNT, type Phase } from "../theory/phase";

export interface Progress extends Crossings {
  /** The last evaluated step. */
  readonly step: number;
  /** Whether the test accuracy fell back below the line after it had crossed it. */
  readonly fellBack: boolean;
}

export const START: Progress = { step: -1, train: null, test: null, fellBack: false };

/** Accounts for the accuracies at one more evaluated step. */
export function progress(before: Progress, step: number, train: number, test: number): Progress {
  return {
    step,
    train: before.train ?? (train > LEARNT ? step : null),
    test: before.test ?? (test > LEARNT ? step : null),
    fellBack: before.test !== null && test <= LEARNT,
  };
}

/** The phase once no later step can change it; `steps` is the horizon of the run. */
export const verdict = (at: Progress, steps: number): Phase | null => decided(at, at.step, steps);
