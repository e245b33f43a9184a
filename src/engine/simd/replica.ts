/**
 * @file One replica of the SIMD engine: its data, and its state between two visits to the desk.
 *
 * Shapes: S floats of a padded vector, M measures.
 */
import { batches, batchSize, makeDataset } from "../../experiment/dataset";
import { initialParameters } from "../../experiment/initial";
import type { Settings } from "../../experiment/params";
import { writeMeasures } from "../measures";
import { BETA1, BETA2 } from "../reference/optimiser";
import type { Desk, Kernel } from "./desk";

const LOSS = { bce: 0, mse: 1 } as const satisfies Record<Settings["loss"], number>;
const OPTIMISER = { adam: 0, adamw: 1, gd: 2 } as const satisfies Record<
  Settings["optimiser"],
  number
>;

export interface Replica {
  /** Parameters, first and second moments, padded. [3, S] */
  readonly state: Float32Array;
  /** Puts everything on the desk, unless it lies there already. */
  open(kernel: Kernel, desk: Desk): void;
  /** Trains what lies on the desk from step `from` to step `to`. */
  train(kernel: Kernel, desk: Desk, from: number, to: number): void;
  /** Writes the M measures of what lies on the desk. */
  measure(kernel: Kernel, desk: Desk, into: Float64Array): void;
  /** Takes the state back. */
  close(desk: Desk): void;
}

/** Adam's betas to the power of a step, by repeated multiplication: `**` differs between browsers. */
function makePowers(): (step: number) => readonly [number, number] {
  let at = 0;
  let power1 = 1;
  let power2 = 1;
  return (step) => {
    if (step < at) at = 0;
    if (at === 0) power1 = power2 = 1;
    for (; at < step; at++) {
      power1 *= BETA1;
      power2 *= BETA2;
    }
    return [power1, power2];
  };
}

const powers = makePowers();

export function makeReplica(settings: Settings, desk: Desk): Replica {
  const { relation, mask, train } = makeDataset(settings);
  const { encoderRate, decoderRate, decoderDecay } = settings;
  const batchAt = batches(settings, train);
  const size = batchSize(settings);
  const whole = size === train.length;
  const loss = LOSS[settings.loss];
  const optimiser = OPTIMISER[settings.optimiser];
  const state = new Float32Array(desk.state.length);
  initialParameters(settings).forEach((value, i) => {
    state[desk.places[i]] = value;
  });
  return {
    state,
    open(kernel, desk) {
      if (desk.holder === state) return;
      desk.holder = state;
      desk.state.set(state);
      desk.truth.set(relation.truth);
      desk.mask.set(mask);
      kernel.put();
    },
    train(kernel, { queue }, from, to) {
      const most = whole ? to - from : Math.floor(queue.length / size);
      for (let step = from; step < to; ) {
        const steps = Math.min(most, to - step);
        if (!whole) for (let k = 0; k < steps; k++) queue.set(batchAt(step + k), k * size);
        const [power1, power2] = powers(step);
        kernel.train(
          steps,
          size,
          whole,
          loss,
          optimiser,
          encoderRate,
          decoderRate,
          decoderDecay,
          power1,
          power2,
        );
        step += steps;
      }
    },
    measure(kernel, { sums }, into) {
      kernel.measure(loss);
      writeMeasures(into, [sums[0], sums[1]], [sums[2], sums[3]], train.length, mask.length);
    },
    close({ state: place }) {
      state.set(place);
    },
  };
}
