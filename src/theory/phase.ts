/**
 * @file The four phases of Table 4 and the step counts that decide them.
 */

import { grouped } from "./grouped";

export const PHASES = ["generalisation", "grokking", "memorisation", "confusion"] as const;
export type Phase = (typeof PHASES)[number];

/** Table 4: the accuracy that counts as learnt; it must be exceeded. */
export const LEARNT = 0.9;
/** Table 4: a test accuracy that follows the train accuracy later than this many steps is grokking. */
export const DELAY = 1000;

/** What each phase means, a sentence for whoever meets its letter. */
export const PHASE_MEANINGS: Readonly<Record<Phase, string>> = {
  generalisation: `Generalisation: train and test accuracy both come above ${LEARNT}, test less than ${grouped(DELAY)} steps after train. It has understood.`,
  grokking: `Grokking: train and test accuracy both come above ${LEARNT}, but test ${grouped(DELAY)} steps or more after train. It has understood late.`,
  memorisation: `Memorisation: train accuracy comes above ${LEARNT}, test accuracy does not. It knows by heart what it was shown, and nothing else.`,
  confusion: `Confusion: train accuracy does not come above ${LEARNT}. It cannot even tell what it was shown.`,
};

/**
 * First evaluated steps at which each accuracy exceeded `LEARNT`; null where it has not yet.
 */
export interface Crossings {
  readonly train: number | null;
  readonly test: number | null;
}

/**
 * Table 4 for a finished run. Table 4 leaves "test yes, train no" open; without train there is no
 * fit, so it counts as confusion here.
 */
export function phaseOf({ train, test }: Crossings): Phase {
  if (train === null) return "confusion";
  if (test === null) return "memorisation";
  return test - train < DELAY ? "generalisation" : "grokking";
}

/**
 * The phase as soon as Table 4 can no longer change its mind, null before that. A run that has not
 * crossed is decided only at the horizon `steps`.
 */
export function decided(crossings: Crossings, step: number, steps: number): Phase | null {
  const { train, test } = crossings;
  return (train !== null && test !== null) || step >= steps ? phaseOf(crossings) : null;
}
