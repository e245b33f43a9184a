/**
 * @file The reference engine: plain loops, float64, one replica after the other. Slow and obvious;
 * the oracle of every other engine, and what runs where none of them starts.
 */
import { batches, makeDataset } from "../../experiment/dataset";
import { initialParameters } from "../../experiment/initial";
import type { Settings } from "../../experiment/params";
import { shapeOf } from "../../experiment/shape";
import type { Engine } from "../ensemble";
import { writeMeasures } from "../measures";
import { oneByOne, type Replica } from "../oneByOne";
import { LOSSES } from "./loss";
import { makeNetwork } from "./network";
import { update } from "./optimiser";

/** Adds the mean gradient over `pairs` to `gradient` [P], which the caller has cleared. */
export function meanGradient(
  settings: Settings,
  truth: Uint8Array,
): (parameters: Float64Array, pairs: Int32Array, gradient: Float64Array) => void {
  const { n, d } = shapeOf(settings);
  const network = makeNetwork(settings);
  const { slope } = LOSSES[settings.loss];
  return (parameters, pairs, gradient) => {
    const row = (of: Float64Array, x: number) => of.subarray(x * d, (x + 1) * d);
    const values = Array.from({ length: n }, (_, x) => row(parameters, x));
    const gradients = Array.from({ length: n }, (_, x) => row(gradient, x));
    for (const pair of pairs) {
      const x = Math.floor(pair / n);
      const y = pair % n;
      const z = network.logit(parameters, values[x], values[y]);
      const dz = slope(z, truth[pair]) / pairs.length;
      network.backward(parameters, values[x], values[y], dz, gradient, gradients[x], gradients[y]);
    }
  };
}

function makeReplica(settings: Settings): Replica<Float64Array> {
  const { n, d, embedding, size } = shapeOf(settings);
  const { relation, mask, train } = makeDataset(settings);
  const batchAt = batches(settings, train);
  const network = makeNetwork(settings);
  const addGradient = meanGradient(settings, relation.truth);
  const loss = LOSSES[settings.loss].value;
  const state = new Float64Array(3 * size);
  const parameters = state.subarray(0, size);
  const first = state.subarray(size, 2 * size);
  const second = state.subarray(2 * size);
  const gradient = new Float64Array(size);
  parameters.set(initialParameters(settings));

  /** The `step`-th update, counted from 1. */
  function learn(step: number): void {
    gradient.fill(0);
    addGradient(parameters, batchAt(step - 1), gradient);
    update(parameters, gradient, { first, second }, embedding, settings, step);
  }

  /** Writes the M measures of the present parameters. */
  function measure(into: Float64Array): void {
    // Of the training pairs, and of the others.
    const right: [number, number] = [0, 0];
    const losses: [number, number] = [0, 0];
    const rows = Array.from({ length: n }, (_, x) => parameters.subarray(x * d, (x + 1) * d));
    for (let pair = 0; pair < mask.length; pair++) {
      const z = network.logit(parameters, rows[Math.floor(pair / n)], rows[pair % n]);
      const target = relation.truth[pair];
      const set = 1 - mask[pair];
      if (z > 0 === (target === 1)) right[set]++;
      losses[set] += loss(z, target);
    }
    writeMeasures(into, losses, right, train.length, mask.length);
  }

  return {
    advance(from, steps, rows) {
      let step = from;
      steps.forEach((goal, row) => {
        while (step < goal) learn(++step);
        measure(rows[row]);
      });
    },
    read: (into) => into.set(state.subarray(0, into.length)),
    restore: (saved) => state.set(saved),
  };
}

export const referenceEngine: Engine = {
  name: "reference",
  detail: "plain JavaScript",
  precision: "float64",
  create: async (settings) => oneByOne(settings, makeReplica, (length) => new Float64Array(length)),
};
