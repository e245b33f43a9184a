/**
 * @file The two losses of one pair and their slopes in the decoder's output z before the sigmoid.
 */
import type { Settings } from "../../experiment/params";

export const sigmoid = (z: number): number =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

interface Loss {
  readonly value: (z: number, target: number) => number;
  /** d value / dz. */
  readonly slope: (z: number, target: number) => number;
}

/**
 * With s = 1 - 2 target, cross-entropy is log(1 + exp(s z)) and its slope s sigmoid(s z); the equal
 * form sigmoid(z) - target loses digits where the sigmoid saturates, and Adam amplifies them.
 */
export const LOSSES: Record<Settings["loss"], Loss> = {
  bce: {
    value: (z, target) => {
      const u = (1 - 2 * target) * z;
      return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
    },
    slope: (z, target) => {
      const s = 1 - 2 * target;
      return s * sigmoid(s * z);
    },
  },
  mse: {
    value: (z, target) => (sigmoid(z) - target) ** 2,
    slope: (z, target) => {
      const p = sigmoid(z);
      return 2 * (p - target) * p * (1 - p);
    },
  },
};
