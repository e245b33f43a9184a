/**
 * @file The default network as a user of tfjs writes it: one replica, its variables, a loss of chained
 * operations, and an optimiser that minimises it. On whichever backend is set.
 *
 * Shapes: n elements, d embedding dimensions, m training pairs, w width.
 */
import * as tf from "@tensorflow/tfjs";
import { BETA1, BETA2, EPSILON } from "../../../src/engine/reference/optimiser";
import { makeDataset } from "../../../src/experiment/dataset";
import { initialParameters } from "../../../src/experiment/initial";
import type { Settings } from "../../../src/experiment/params";
import { shapeOf } from "../../../src/experiment/shape";
import type { Subject } from "../subject";

/**
 * `lookup` is how pairs find their embeddings: tfjs's WebAssembly backend lacks the gradient of
 * gather, and its users multiply by one-hot rows.
 */
export function makeNaive(settings: Settings, lookup: "gather" | "one-hot" = "gather"): Subject {
  const { n, d, embedding, layers } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const initial = initialParameters(settings);
  const part = (from: number, shape: [number, number]) =>
    tf.variable(tf.tensor2d(initial.slice(from, from + shape[0] * shape[1]), shape));
  const embeddings = part(0, [embedding / d, d]); // [n, d]
  const weights = layers.map(({ weight, fanIn, fanOut }) => part(weight, [fanIn, fanOut]));
  const biases = layers.map(({ bias, fanOut }) => part(bias, [1, fanOut]));
  const elements = (of: (pair: number) => number) => tf.tensor1d(Array.from(train, of), "int32");
  const looker = (indices: tf.Tensor1D): (() => tf.Tensor) => {
    if (lookup === "gather") return () => embeddings.gather(indices);
    const rows = tf.oneHot(indices, n).toFloat(); // [m, n]
    return () => rows.matMul(embeddings);
  };
  const left = looker(elements((pair) => Math.floor(pair / n))); // [m, d]
  const right = looker(elements((pair) => pair % n)); // [m, d]
  const target = tf.tensor2d(Array.from(train, (pair) => [relation.truth[pair]])); // [m, 1]
  // tfjs's own epsilon is 1e-7.
  const optimiser = tf.train.adam(settings.encoderRate, BETA1, BETA2, EPSILON);

  const loss = (): tf.Scalar => {
    const input = left().concat(right(), 1); // [m, 2d]
    const output = weights.reduce<tf.Tensor>((h, weight, l) => {
      const z = h.matMul(weight).add(biases[l]); // [m, w]
      return l < weights.length - 1 ? z.tanh() : z;
    }, input);
    return tf.losses.sigmoidCrossEntropy(target, output);
  };

  return {
    replicas: 1,
    async step(steps) {
      for (let done = 0; done < steps; done++) optimiser.minimize(loss);
      await embeddings.data();
    },
    async parameters() {
      const order = [embeddings, ...weights.flatMap((weight, l) => [weight, biases[l]])];
      const parts = await Promise.all(order.map((part) => part.data()));
      return Float32Array.from(parts.flatMap((values) => Array.from(values)));
    },
  };
}
