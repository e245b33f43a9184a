/**
 * @file How long one subject takes, in its own worker.
 */
import type { Subject } from "./subject";

/** Milliseconds of one measurement: thousands of the browser's clock ticks of 0.1 ms. */
const MEASURED = 800;
/** A kernel of WebAssembly has its final code after some 300 steps. */
const WARM_STEPS = 300;
/** No warming beyond this, in milliseconds. */
const WARM_TIME = 500;
/** A pilot is long enough once it takes so many milliseconds. */
const PILOT = 50;

async function milliseconds(subject: Subject, steps: number): Promise<number> {
  const start = performance.now();
  await subject.step(steps);
  return performance.now() - start;
}

/** Warms `subject` up and resolves to the number of steps that a measurement takes, `fewest` at least. */
export async function rehearse(subject: Subject, fewest: number): Promise<number> {
  const start = performance.now();
  const slice = Math.max(1, Math.floor(WARM_STEPS / 10 / subject.replicas));
  let warmed = 0;
  while (warmed * subject.replicas < WARM_STEPS && performance.now() - start < WARM_TIME) {
    // Few at first: the first call of all compiles.
    const steps = warmed === 0 ? 1 : slice;
    await subject.step(steps);
    warmed += steps;
  }
  let steps = 1;
  let taken = await milliseconds(subject, steps);
  while (taken < PILOT) {
    steps *= 2;
    taken = await milliseconds(subject, steps);
  }
  return Math.max(fewest, Math.round((steps * MEASURED) / taken));
}

/** Seconds for `steps` steps. */
export const timed = async (subject: Subject, steps: number): Promise<number> =>
  (await milliseconds(subject, steps)) / 1000;
