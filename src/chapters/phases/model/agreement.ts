/**
 * @file Whether the run on the page does what was stored of the same network.
 */

import type { Outcome } from "../../../experiment/recording";
import type { History } from "../../../kit/live/model/history";
import { grouped } from "../../../theory/grouped";

export type Agreement =
  /** The same so far; the stored run ended at `until`. */
  | { readonly kind: "pending"; readonly until: number }
  | { readonly kind: "identical" }
  | { readonly kind: "different"; readonly what: string };

/** Stored accuracies are rounded to 1e-4. */
const ROUNDING = 1e-4;

const crossing = (step: number | null): string => (step === null ? "never" : `at ${grouped(step)}`);

export function agreement(
  { progress, length, steps: at, measures }: History,
  stored: Outcome,
): Agreement {
  for (const [name, now, then] of [
    ["train", progress.train, stored.stepsToTrain],
    ["test", progress.test, stored.stepsToTest],
  ] as const) {
    if (now === then) continue;
    // What comes after the end of the stored run is not compared; what is yet to come, neither.
    if (now === null && progress.step < (then ?? 0)) continue;
    if (then === null && (now ?? 0) > stored.steps) continue;
    return {
      kind: "different",
      what: `${name} passes 0.9 ${crossing(now)}, stored: ${crossing(then)}`,
    };
  }
  if (progress.step < stored.steps) return { kind: "pending", until: stored.steps };
  const row = at.subarray(0, length).indexOf(stored.steps);
  const test = row < 0 ? stored.testAccuracy : measures.test[row];
  if (Math.abs(test - stored.testAccuracy) > ROUNDING)
    return {
      kind: "different",
      what: `test accuracy at ${grouped(stored.steps)} is ${test.toFixed(4)}, stored: ${stored.testAccuracy.toFixed(4)}`,
    };
  return { kind: "identical" };
}
