/**
 * @file One encoder-decoder in plain loops, float64: forward for a pair, backward for its gradient.
 *
 * Shapes: d embedding dimensions, k decoder inputs, w width; layer l maps [fanIn] to [fanOut].
 */
import type { Settings } from "../../experiment/params";
import { type ShapeSettings, shapeOf } from "../../experiment/shape";

type Vector = Float64Array;

/** How the decoder's input and its gradient relate to the two embeddings, per dimension. */
interface Combination {
  /** Writes the input [k] from left and right [d]. */
  readonly forward: (left: Vector, right: Vector, input: Vector) => void;
  /** Adds the gradients of left and right from that of the input. */
  readonly backward: (
    left: Vector,
    right: Vector,
    inputGradient: Vector,
    leftGradient: Vector,
    rightGradient: Vector,
  ) => void;
}

const COMBINE: Record<Settings["mode"], Combination> = {
  concat: {
    forward: (left, right, input) => {
      input.set(left);
      input.set(right, left.length);
    },
    backward: (left, _right, g, gl, gr) => {
      const d = left.length;
      for (let i = 0; i < d; i++) {
        gl[i] += g[i];
        gr[i] += g[d + i];
      }
    },
  },
  difference: {
    forward: (left, right, input) => {
      for (let i = 0; i < left.length; i++) input[i] = left[i] - right[i];
    },
    backward: (left, _right, g, gl, gr) => {
      for (let i = 0; i < left.length; i++) {
        gl[i] += g[i];
        gr[i] -= g[i];
      }
    },
  },
  "squared-difference": {
    forward: (left, right, input) => {
      for (let i = 0; i < left.length; i++) input[i] = (left[i] - right[i]) ** 2;
    },
    backward: (left, right, g, gl, gr) => {
      for (let i = 0; i < left.length; i++) {
        const slope = 2 * (left[i] - right[i]) * g[i];
        gl[i] += slope;
        gr[i] -= slope;
      }
    },
  },
};

export interface Network {
  /** What the decoder is given for embeddings `left` and `right`, each [d]; a new vector. [k] */
  input(left: Vector, right: Vector): Vector;
  /** The decoder's output before the sigmoid for an input [k]. */
  logitOf(parameters: Vector, input: Vector): number;
  /** The same for embeddings `left` and `right`, each [d]. */
  logit(parameters: Vector, left: Vector, right: Vector): number;
  /**
   * For the pair of the last `logit` and its loss gradient `dz` there: adds the decoder's gradient
   * to `gradient` [P] and the embeddings' to `leftGradient` and `rightGradient` [d].
   */
  backward(
    parameters: Vector,
    left: Vector,
    right: Vector,
    dz: number,
    gradient: Vector,
    leftGradient: Vector,
    rightGradient: Vector,
  ): void;
}

export function makeNetwork(settings: ShapeSettings): Network {
  const { layers } = shapeOf(settings);
  const combine = COMBINE[settings.mode];
  const activations = layers.map(({ fanIn }) => new Float64Array(fanIn));
  const slopes = layers.map(({ fanIn }) => new Float64Array(fanIn));
  const last = layers.length - 1;

  /** Goes through the layers from the input that stands in the first activations. */
  function pass(parameters: Vector): number {
    for (let l = 0; l < last; l++) {
      const { fanIn, fanOut, weight, bias } = layers[l];
      const input = activations[l];
      const output = activations[l + 1];
      for (let j = 0; j < fanOut; j++) output[j] = parameters[bias + j];
      for (let i = 0; i < fanIn; i++) {
        const h = input[i];
        const row = weight + i * fanOut;
        for (let j = 0; j < fanOut; j++) output[j] += h * parameters[row + j];
      }
      for (let j = 0; j < fanOut; j++) output[j] = Math.tanh(output[j]);
    }
    const { fanIn, weight, bias } = layers[last];
    let z = parameters[bias];
    for (let i = 0; i < fanIn; i++) z += activations[last][i] * parameters[weight + i];
    return z;
  }

  return {
    input(left, right) {
      const input = new Float64Array(activations[0].length);
      combine.forward(left, right, input);
      return input;
    },
    logitOf(parameters, input) {
      activations[0].set(input);
      return pass(parameters);
    },
    logit(parameters, left, right) {
      combine.forward(left, right, activations[0]);
      return pass(parameters);
    },
    backward(parameters, left, right, dz, gradient, leftGradient, rightGradient) {
      let delta: Vector = Float64Array.of(dz);
      for (let l = last; l >= 0; l--) {
        const { fanIn, fanOut, weight, bias } = layers[l];
        const input = activations[l];
        const slope = slopes[l];
        for (let j = 0; j < fanOut; j++) gradient[bias + j] += delta[j];
        for (let i = 0; i < fanIn; i++) {
          const h = input[i];
          const row = weight + i * fanOut;
          let sum = 0;
          for (let j = 0; j < fanOut; j++) {
            gradient[row + j] += h * delta[j];
            sum += parameters[row + j] * delta[j];
          }
          slope[i] = l === 0 ? sum : sum * (1 - h * h);
        }
        delta = slope;
      }
      combine.backward(left, right, delta, leftGradient, rightGradient);
    },
  };
}
