/**
 * @file One update of a flat parameter vector [P]: gradient descent, Adam, AdamW.
 *
 * Entries before `embedding` move with encoderRate and never decay; the rest with decoderRate.
 */
import type { Settings } from "../../experiment/params";

export const BETA1 = 0.9;
export const BETA2 = 0.999;
export const EPSILON = 1e-8;

export interface Moments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

type Rates = Pick<Settings, "encoderRate" | "decoderRate" | "decoderDecay" | "optimiser">;

/** In place. `step` counts updates from 1. */
export function update(
  parameters: Float64Array,
  gradient: Float64Array,
  { first, second }: Moments,
  embedding: number,
  { encoderRate, decoderRate, decoderDecay, optimiser }: Rates,
  step: number,
): void {
  const correction1 = 1 - BETA1 ** step;
  const correction2 = 1 - BETA2 ** step;
  const keep = optimiser === "adam" ? 1 : 1 - decoderRate * decoderDecay;
  for (let i = 0; i < parameters.length; i++) {
    const encoder = i < embedding;
    const rate = encoder ? encoderRate : decoderRate;
    if (!encoder) parameters[i] *= keep;
    if (optimiser === "gd") {
      parameters[i] -= rate * gradient[i];
      continue;
    }
    const coupled = optimiser === "adam" && !encoder ? decoderDecay * parameters[i] : 0;
    const g = gradient[i] + coupled;
    first[i] = BETA1 * first[i] + (1 - BETA1) * g;
    second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
    parameters[i] -=
      (rate * (first[i] / correction1)) / (Math.sqrt(second[i] / correction2) + EPSILON);
  }
}
