/**
 * @file Where two networks answer differently, as a matrix.
 *
 * Shapes: n elements, N = n * n pairs.
 */
import { DATASET_KEYS, makeDataset } from "../../../../experiment/dataset";
import type { Settings } from "../../../../experiment/params";
import type { MatrixData } from "../../../../kit/live/view/matrix";
import { memo, memoOf, steady } from "../../../../kit/state/memo";
import type { Met } from "./together";

/** What the pairs of two networks are and how both answer; their n is one. */
export interface Two {
  readonly settings: readonly [a: Settings, b: Settings];
  readonly predictions: readonly [a: Float32Array, b: Float32Array];
  /** What is said of the second, after a value: "in B". */
  readonly name: string;
  /** What the elements are called. [n] */
  readonly labels: readonly string[];
}

/** Pairs that the two answer differently, ascending. */
export const changedPairs = ({ predictions: [a, b] }: Pick<Met, "predictions">): number[] =>
  Array.from(a.keys()).filter((pair) => a[pair] > 0.5 !== b[pair] > 0.5);

/** The pairs' data of the two, once each. */
export function makeDifferenceData(): (two: Two, hovered: readonly number[]) => MatrixData {
  const first = memoOf((settings: Settings) => makeDataset(settings), DATASET_KEYS);
  const second = memoOf((settings: Settings) => makeDataset(settings), DATASET_KEYS);
  const other = memo((truth: Uint8Array, prediction: Float32Array, name: string) => ({
    name,
    truth,
    prediction,
  }));
  const same = steady<MatrixData>();
  return ({ settings: [a, b], predictions, name, labels }, hovered) => {
    const { relation, mask } = first(a);
    return same({
      n: a.n,
      truth: relation.truth,
      mask,
      prediction: predictions[0],
      other: other(second(b).relation.truth, predictions[1], name),
      show: "difference",
      labels,
      order: null,
      highlighted: hovered,
    });
  };
}
