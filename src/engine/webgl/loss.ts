/**
 * @file The two losses of a pair and their slopes in z, element by element (see reference/loss.ts).
 */
import {
  abs,
  add,
  exp,
  log1p,
  mul,
  neg,
  relu,
  sigmoid,
  square,
  sub,
  type Tensor,
} from "@tensorflow/tfjs-core";
import type { Settings } from "../../experiment/params";

interface Loss {
  readonly value: (z: Tensor, target: Tensor) => Tensor;
  /** d value / dz. */
  readonly slope: (z: Tensor, target: Tensor) => Tensor;
}

const sign = (target: Tensor) => sub(1, mul(2, target));

export const LOSSES: Record<Settings["loss"], Loss> = {
  bce: {
    value: (z, target) => {
      const u = mul(sign(target), z);
      return add(relu(u), log1p(exp(neg(abs(u)))));
    },
    slope: (z, target) => {
      const s = sign(target);
      return mul(s, sigmoid(mul(s, z)));
    },
  },
  mse: {
    value: (z, target) => square(sub(sigmoid(z), target)),
    slope: (z, target) => {
      const p = sigmoid(z);
      return mul(mul(2, sub(p, target)), mul(p, sub(1, p)));
    },
  },
};
