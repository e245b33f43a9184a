/**
 * @file At which steps accuracies are evaluated: every step up to 200, then at steps no more than
 * 1 % apart. Step counts of Table 4 are known to that resolution.
 */

/** The first evaluated step after `step`. */
export const nextEvaluation = (step: number): number => step + Math.max(1, Math.floor(step / 100));

/** Evaluated steps after `from`, up to and including `to` (which is always evaluated). */
export function evaluations(from: number, to: number): number[] {
  const steps: number[] = [];
  for (let step = nextEvaluation(from); step < to; step = nextEvaluation(step)) steps.push(step);
  if (to > from) steps.push(to);
  return steps;
}
