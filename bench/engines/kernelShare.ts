/**
 * @file How much of the speed of its own matrix product the SIMD kernel keeps over a whole step.
 */
import { layDesk } from "../../src/engine/simd/desk";
import { makeReplica } from "../../src/engine/simd/replica";
import { trainCount } from "../../src/experiment/dataset";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import type { Tools } from "./tools";

/** Pairs of slices; steps and repeats of one, some 5 ms each: shorter than a busy system's turns. */
const SLICES = 150;
const STEPS = 6;
const REPEATS = 700;
const WARM_STEPS = 300;
/** Rows of the kernel's `multiplyOnly`. */
const ROWS = 64;

/**
 * Multiplications and additions of a step in the products of the second layer and on: forward,
 * backward and weight gradient. What the kernel does besides (first layer, tanh, loss, Adam, padding) is not
 * counted, so the share is what those products keep of their speed alone.
 */
export const productFlops = (settings: Settings): number =>
  shapeOf(settings)
    .layers.slice(1)
    .reduce((sum, { fanIn, fanOut }) => sum + 6 * trainCount(settings) * fanIn * fanOut, 0);

/**
 * Flop/s of the whole step / flop/s of the product alone: the fastest of short slices that alternate in one
 * worker, because slices in which the machine did something else say nothing about the kernel.
 */
export async function kernelShare(tools: Tools): Promise<number> {
  const kernel = await tools.kernel();
  const desk = layDesk(kernel, DEFAULTS);
  const replica = makeReplica(DEFAULTS, desk);
  replica.open(kernel, desk);
  let at = 0;
  const units = 2 * Math.ceil(DEFAULTS.width / 2);
  const clock = (work: () => void): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const step = () => {
    replica.train(kernel, desk, at, at + STEPS);
    at += STEPS;
  };
  const multiply = () => kernel.multiplyOnly(REPEATS);
  while (at < WARM_STEPS) {
    step();
    multiply();
  }
  let whole = Number.POSITIVE_INFINITY;
  let alone = Number.POSITIVE_INFINITY;
  for (let slice = 0; slice < SLICES; slice++) {
    whole = Math.min(whole, clock(step));
    alone = Math.min(alone, clock(multiply));
  }
  const productSpeed = (REPEATS * 2 * units * units * ROWS) / alone;
  return (STEPS * productFlops(DEFAULTS)) / whole / productSpeed;
}
