/**
 * @file At which steps accuracies are evaluated: every step up to 200, then at steps no more than
 * 1 % apart, and at the last. Step counts of Table 4 are known to that resolution.
 */

/** Evaluated steps of a run of `steps` updates, from 0 up to and including `steps`. */
export function schedule(steps: number): number[] {
  const evaluated = [0];
  for (let step = 1; step < steps; step += Math.max(1, Math.floor(step / 100)))
    evaluated.push(step);
  evaluated.push(steps);
  return evaluated;
}
