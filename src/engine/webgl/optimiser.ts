/**
 * @file One update of R flat parameter vectors [R, P]; rates and decay are data.
 */
import { add, div, mul, sqrt, square, sub, type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import type { Settings } from "../../experiment/params";
import type { Shape } from "../../experiment/shape";
import { BETA1, BETA2, EPSILON } from "../reference/optimiser";

/** Each [R, P]. */
export type State = {
  readonly parameters: Tensor;
  readonly first: Tensor;
  readonly second: Tensor;
};

/** Of every parameter. Each [R, P] */
export type Rates = {
  readonly rate: Tensor;
  readonly decay: Tensor;
};

export function makeRates(settings: readonly Settings[], { embedding, size }: Shape): Rates {
  const spread = (encoder: (of: Settings) => number, decoder: (of: Settings) => number) => {
    const values = new Float32Array(settings.length * size);
    settings.forEach((of, r) => {
      values.fill(encoder(of), r * size, r * size + embedding);
      values.fill(decoder(of), r * size + embedding, (r + 1) * size);
    });
    return tensor2d(values, [settings.length, size]);
  };
  return {
    rate: spread(
      (of) => of.encoderRate,
      (of) => of.decoderRate,
    ),
    decay: spread(
      () => 0,
      (of) => of.decoderDecay,
    ),
  };
}

type Update = (state: State, gradient: Tensor, rates: Rates, step: number) => State;

const decayed = (parameters: Tensor, { rate, decay }: Rates): Tensor =>
  sub(parameters, mul(mul(rate, decay), parameters));

const adam: Update = ({ parameters, first, second }, gradient, { rate }, step) => {
  const m = add(mul(BETA1, first), mul(1 - BETA1, gradient));
  const v = add(mul(BETA2, second), mul(1 - BETA2, square(gradient)));
  const size = add(sqrt(div(v, 1 - BETA2 ** step)), EPSILON);
  const move = div(mul(rate, div(m, 1 - BETA1 ** step)), size);
  return { parameters: sub(parameters, move), first: m, second: v };
};

/** As reference/optimiser.ts. `step` counts updates from 1. */
export const UPDATES: Record<Settings["optimiser"], Update> = {
  adam: (state, gradient, rates, step) =>
    adam(state, add(gradient, mul(rates.decay, state.parameters)), rates, step),
  adamw: (state, gradient, rates, step) =>
    adam({ ...state, parameters: decayed(state.parameters, rates) }, gradient, rates, step),
  gd: (state, gradient, rates) => ({
    ...state,
    parameters: sub(decayed(state.parameters, rates), mul(rates.rate, gradient)),
  }),
};
