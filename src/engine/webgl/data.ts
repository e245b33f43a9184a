/**
 * @file What R replicas learn from, side by side.
 *
 * Shapes: R replicas, N = n * n pairs, B pairs of a step (the most of any replica).
 */
import { batches, batchSize, makeDataset } from "../../experiment/dataset";
import type { Settings } from "../../experiment/params";

/** The pairs of one step. A replica with fewer than B pairs repeats its first at weight 0. */
export interface Batch {
  /** [R, B] */
  readonly pairs: Int32Array;
  /** 1 / (pairs of the replica), or 0. [R, B] */
  readonly weight: Float32Array;
  /** The relation at these pairs. [R, B] */
  readonly target: Float32Array;
}

export interface Data {
  /** Most pairs of a step. */
  readonly B: number;
  /** Whether every step has the same pairs. */
  readonly full: boolean;
  /** Pairs of the step after `step` updates. */
  readonly batchAt: (step: number) => Batch;
  /** [R, N] */
  readonly truth: Float32Array;
  /** 1 where trained on. [R, N] */
  readonly mask: Float32Array;
  /** Training pairs of each replica. [R] */
  readonly trained: readonly number[];
}

export function makeData(settings: readonly Settings[]): Data {
  const datasets = settings.map(makeDataset);
  const orders = settings.map((of, r) => batches(of, datasets[r].train));
  const sizes = settings.map(batchSize);
  const B = Math.max(...sizes);
  const R = settings.length;
  const batchAt = (step: number): Batch => {
    const pairs = new Int32Array(R * B);
    const weight = new Float32Array(R * B);
    const target = new Float32Array(R * B);
    orders.forEach((pairsAt, r) => {
      const own = pairsAt(step);
      const { truth } = datasets[r].relation;
      for (let b = 0; b < B; b++) {
        const pair = own[b < own.length ? b : 0];
        pairs[r * B + b] = pair;
        weight[r * B + b] = b < own.length ? 1 / own.length : 0;
        target[r * B + b] = truth[pair];
      }
    });
    return { pairs, weight, target };
  };
  const flat = (rows: readonly Uint8Array[]) =>
    Float32Array.from(rows.flatMap((row) => Array.from(row)));
  return {
    B,
    full: sizes.every((size, r) => size === datasets[r].train.length),
    batchAt,
    truth: flat(datasets.map(({ relation }) => relation.truth)),
    mask: flat(datasets.map(({ mask }) => mask)),
    trained: datasets.map(({ train }) => train.length),
  };
}
