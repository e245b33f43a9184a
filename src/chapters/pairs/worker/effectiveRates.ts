/**
 * @file The rate at which an optimiser moves each parameter against its gradient, [P].
 */

import { BETA2, EPSILON } from "../../../engine/reference/optimiser";
import type { Settings } from "../../../experiment/params";
import { shapeOf } from "../../../experiment/shape";

/**
 * Gradient descent: the run's rates, exactly. Adam at its `step`-th update: rate / (sqrt(v) + eps) with
 * the corrected second moment v of each parameter, `second` [P] being the uncorrected one after the update; 0
 * where a parameter has never had a gradient. Its memory of past gradients is left out.
 */
export function effectiveRates(
  settings: Settings,
  second: ArrayLike<number>,
  step: number,
): Float64Array {
  const { embedding, size } = shapeOf(settings);
  const { encoderRate, decoderRate, optimiser } = settings;
  const correction = 1 - BETA2 ** step;
  return Float64Array.from({ length: size }, (_, i) => {
    const rate = i < embedding ? encoderRate : decoderRate;
    if (optimiser === "gd") return rate;
    return second[i] > 0 ? rate / (Math.sqrt(second[i] / correction) + EPSILON) : 0;
  });
}

/** etaX of a pair: the mean over the coordinates of both repons that move at all; 0 if none does. */
export function pairEtaX(rates: Float64Array, p: number, q: number, d: number): number {
  const own = [p, q].flatMap((x) => Array.from(rates.subarray(x * d, (x + 1) * d)));
  const moving = own.filter((rate) => rate > 0);
  return moving.length === 0 ? 0 : moving.reduce((sum, rate) => sum + rate, 0) / moving.length;
}
