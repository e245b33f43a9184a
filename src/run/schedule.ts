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

/** Steps at which every run has a frame, so that two runs can be compared on the way. */
export const isPowerOfTwo = (step: number): boolean =>
  step > 0 && Number.isInteger(Math.log2(step));

/** The first power of two above `step`. */
export const nextPowerOfTwo = (step: number): number => 2 ** Math.floor(Math.log2(step || 0.5) + 1);

/** How many powers of two are below `step`. */
export const powersOfTwoBelow = (step: number): number =>
  step > 1 ? Math.floor(Math.log2(step - 1)) + 1 : 0;
