/**
 * @file What a step on WebGL asks of the processor: draws, and the time to enqueue them.
 */
import { median } from "./rounds";
import type { Subject } from "./subject";

const REPEATS = 15;
/** Enqueued between two waits: about as many draws whoever asks, far from filling any buffer. */
const DRAWS = 360;

export interface Enqueueing {
  /** Draw calls of one step. */
  readonly launches: number;
  /** Milliseconds of this thread for one step, its share of one read-back included. */
  readonly milliseconds: number;
}

/** Draws while `work` runs. */
async function drawsOf(work: () => Promise<void>): Promise<number> {
  const { prototype } = WebGL2RenderingContext;
  const { drawElements, drawArrays } = prototype;
  let draws = 0;
  prototype.drawElements = function (...given) {
    draws++;
    drawElements.apply(this, given);
  };
  prototype.drawArrays = function (...given) {
    draws++;
    drawArrays.apply(this, given);
  };
  try {
    await work();
  } finally {
    Object.assign(prototype, { drawElements, drawArrays });
  }
  return draws;
}

export async function enqueueing(subject: Subject): Promise<Enqueueing> {
  await subject.step(2);
  const few = await drawsOf(() => subject.step(1));
  const launches = (await drawsOf(() => subject.step(6))) - few;
  const steps = Math.max(1, Math.round(DRAWS / (launches / 5)));
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now();
    const finished = subject.step(steps);
    times.push((performance.now() - start) / steps);
    await finished;
  }
  return { launches: launches / 5, milliseconds: median(times) };
}
