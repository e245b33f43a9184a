/**
 * @file The default network as a typical user of tfjs writes it: one replica, the framework's own
 * gradients and Adam, an operation at a time. The yardstick of the benchmark, on any backend; the
 * kernels and gradients of tfjs (`register_all_gradients`) must be registered by whoever calls.
 *
 * Shapes: n elements, d embedding dimensions, m training pairs, w width.
 */
import * as tf from "@tensorflow/tfjs-core";
import { makeDataset } from "../src/experiment/dataset";
import { initialParameters } from "../src/experiment/initial";
import { DEFAULTS } from "../src/experiment/params";
import { shapeOf } from "../src/experiment/shape";

export interface Naive {
  /** Makes `steps` updates; resolves when the backend has finished the last. */
  step(steps: number): Promise<void>;
  dispose(): void;
}

/** The run of the default settings, but for Adam's epsilon of 1e-7 and one rate for all. */
export function makeNaive(settings = DEFAULTS): Naive {
  const { n, d, embedding, layers } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const initial = initialParameters(settings);
  const part = (from: number, shape: [number, number]) =>
    tf.variable(tf.tensor2d(initial.slice(from, from + shape[0] * shape[1]), shape));
  const embeddings = part(0, [embedding / d, d]); // [n, d]
  const weights = layers.map(({ weight, fanIn, fanOut }) => part(weight, [fanIn, fanOut]));
  const biases = layers.map(({ bias, fanOut }) => part(bias, [1, fanOut]));
  const elements = (of: (pair: number) => number) => tf.tensor1d(Array.from(train, of), "int32");
  const left = elements((pair) => Math.floor(pair / n)); // [m]
  const right = elements((pair) => pair % n); // [m]
  const target = tf.tensor2d(Array.from(train, (pair) => [relation.truth[pair]])); // [m, 1]
  const optimiser = tf.train.adam(settings.encoderRate);

  const loss = (): tf.Scalar => {
    const input = tf.concat([tf.gather(embeddings, left), tf.gather(embeddings, right)], 1);
    const output = weights.reduce<tf.Tensor>((h, weight, l) => {
      const z = tf.add(tf.matMul(h, weight), biases[l]); // [m, w]
      return l < weights.length - 1 ? tf.tanh(z) : z;
    }, input);
    return tf.losses.sigmoidCrossEntropy(target, output);
  };

  return {
    async step(steps) {
      for (let done = 0; done < steps; done++)
        tf.tidy(() => {
          const { grads } = tf.variableGrads(loss);
          optimiser.applyGradients(
            Object.entries(grads).map(([name, tensor]) => ({ name, tensor })),
          );
        });
      await embeddings.data();
    },
    dispose() {
      tf.dispose([embeddings, weights, biases, left, right, target]);
      optimiser.dispose();
    },
  };
}
