/**
 * @file Encoder-decoder of section 2, R replicas side by side, and its gradient derived by hand.
 *
 * Shapes: R replicas, P parameters of a replica, n elements, d embedding dimensions, B pairs,
 * k decoder inputs (2d for concat, otherwise d), w width.
 */
import {
  add,
  concat,
  matMul,
  mul,
  neg,
  reshape,
  slice,
  square,
  sub,
  sum,
  type Tensor,
  tanh,
} from "@tensorflow/tfjs-core";
import type { Settings } from "../../experiment/params";
import type { Layer, Shape } from "../../experiment/shape";

/** The decoder's input from the two embeddings [R, B, d], and their gradients from its own. */
interface Combination {
  readonly forward: (x: Tensor, y: Tensor) => Tensor;
  readonly backward: (x: Tensor, y: Tensor, input: Tensor) => readonly [Tensor, Tensor];
}

const COMBINE: Record<Settings["mode"], Combination> = {
  concat: {
    forward: (x, y) => concat([x, y], 2),
    backward: (x, _y, g) => {
      const [R, B, d] = x.shape;
      return [slice(g, [0, 0, 0], [R, B, d]), slice(g, [0, 0, d], [R, B, d])];
    },
  },
  difference: {
    forward: sub,
    backward: (_x, _y, g) => [g, neg(g)],
  },
  "squared-difference": {
    forward: (x, y) => square(sub(x, y)),
    backward: (x, y, g) => {
      const slope = mul(2, mul(sub(x, y), g));
      return [slope, neg(slope)];
    },
  },
};

/** Which two elements each pair takes: one-hot rows. [R or 1, B, n] each */
export type Selection = {
  readonly left: Tensor;
  readonly right: Tensor;
};

/** What `backward` needs of `forward`. */
export interface Pass {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly inputs: readonly Tensor[];
  readonly weights: readonly Tensor[];
  /** The decoder's output before the sigmoid. [R, B, 1] */
  readonly z: Tensor;
}

/** `parameters` is [R, P]. */
export function forward(
  { n, d, layers }: Shape,
  mode: Settings["mode"],
  parameters: Tensor,
  { left, right }: Selection,
): Pass {
  const R = parameters.shape[0];
  const part = (start: number, rows: number, columns: number) =>
    reshape(slice(parameters, [0, start], [R, rows * columns]), [R, rows, columns]);
  const weights = layers.map(({ weight, fanIn, fanOut }) => part(weight, fanIn, fanOut));
  const embeddings = part(0, n, d); // [R, n, d]
  const x = matMul(left, embeddings); // [R, B, d]
  const y = matMul(right, embeddings); // [R, B, d]
  const inputs = [COMBINE[mode].forward(x, y)]; // [R, B, k]
  const affine = ({ bias, fanOut }: Layer, l: number) =>
    add(matMul(inputs[l], weights[l]), part(bias, 1, fanOut)); // [R, B, fanOut]
  const last = layers.length - 1;
  layers.slice(0, last).forEach((layer, l) => {
    inputs.push(tanh(affine(layer, l))); // [R, B, w]
  });
  return { x, y, inputs, weights, z: affine(layers[last], last) };
}

/** The gradient [R, P] of a loss with slope `dz` [R, B, 1] in z. */
export function backward(
  mode: Settings["mode"],
  { x, y, inputs, weights }: Pass,
  { left, right }: Selection,
  dz: Tensor,
): Tensor {
  const R = dz.shape[0];
  const flat = (gradient: Tensor) => reshape(gradient, [R, gradient.size / R]);
  const parts: Tensor[] = [];
  let delta = dz;
  for (let l = inputs.length - 1; l >= 0; l--) {
    parts.unshift(
      flat(matMul(inputs[l], delta, true, false)), // [R, fanIn * fanOut]
      flat(sum(delta, 1)), // [R, fanOut]
    );
    delta = matMul(delta, weights[l], false, true); // [R, B, fanIn]
    if (l > 0) delta = mul(delta, sub(1, square(inputs[l])));
  }
  const [dx, dy] = COMBINE[mode].backward(x, y, delta); // [R, B, d]
  const embeddings = add(matMul(left, dx, true, false), matMul(right, dy, true, false)); // [R, n, d]
  return concat([flat(embeddings), ...parts], 1);
}
