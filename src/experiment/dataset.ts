/**
 * @file What a run learns from: the relation, the train split and the batches, all fixed by settings.
 *
 * Shapes: n elements, N = n * n ordered pairs (pair = x * n + y), m training pairs.
 */
import { permutation, uniform } from "../theory/random";
import { makeRelation, type Relation } from "../theory/relation";
import { countOnes, unpackMatrix } from "./matrix";
import type { Settings } from "./params";

export interface Dataset {
  readonly relation: Relation;
  /** 1 where the pair is trained on. [N] */
  readonly mask: Uint8Array;
  /** The training pairs in ascending order. [m] */
  readonly train: Int32Array;
}

export const RELATION_KEYS = ["relation", "classes", "matrix", "n", "seed"] as const;
export const DATASET_KEYS = [...RELATION_KEYS, "trainFraction", "mask"] as const;
type RelationSettings = Pick<Settings, (typeof RELATION_KEYS)[number]>;
type DatasetSettings = Pick<Settings, (typeof DATASET_KEYS)[number]>;

export const relationOf = (settings: RelationSettings): Relation =>
  makeRelation(settings.relation, {
    n: settings.n,
    classes: settings.classes,
    seed: settings.seed,
    matrix: unpackMatrix(settings.matrix, settings.n),
  });

/** The classes of its elements; null where the relation has none, or one alone. [n] */
export function relationClasses(settings: RelationSettings): Uint8Array | null {
  const { grouping } = relationOf(settings);
  return grouping?.kind === "classes" && grouping.count > 1 ? grouping.of : null;
}

/** Number of training pairs: the fraction of N rounded, but at least one pair on either side; those of a split of one's own. */
export const trainCount = ({
  n,
  trainFraction,
  mask = "",
}: Pick<Settings, "n" | "trainFraction"> & Partial<Pick<Settings, "mask">>): number =>
  mask === ""
    ? Math.min(n * n - 1, Math.max(1, Math.round(trainFraction * n * n)))
    : countOnes(unpackMatrix(mask, n));

/**
 * The split of one's own; else exactly `trainCount` pairs, uniform over all such subsets. Every pair has one draw, whatever the
 * fraction: a larger fraction of the same seed contains the smaller one.
 */
export function trainMask(settings: DatasetSettings): Uint8Array {
  if (settings.mask !== "") return unpackMatrix(settings.mask, settings.n);
  const pairs = settings.n * settings.n;
  const draw = Float64Array.from({ length: pairs }, (_, i) => uniform(settings.seed, "split", i));
  const order = Array.from({ length: pairs }, (_, i) => i).sort(
    (a, b) => draw[a] - draw[b] || a - b,
  );
  const mask = new Uint8Array(pairs);
  for (const pair of order.slice(0, trainCount(settings))) mask[pair] = 1;
  return mask;
}

export function makeDataset(settings: DatasetSettings): Dataset {
  const mask = trainMask(settings);
  const train = Int32Array.from(Array.from(mask.keys()).filter((pair) => mask[pair] === 1));
  return { relation: relationOf(settings), mask, train };
}

/** Pairs in each step: the whole training set when `batch` is 0 or not smaller than it. */
export const batchSize = (settings: Settings): number => {
  const m = trainCount(settings);
  return settings.batch === 0 || settings.batch >= m ? m : settings.batch;
};

/**
 * The pairs of any step. Epochs are fresh permutations of the training set laid end to end; step t
 * (from 0) takes the t-th run of `batchSize` pairs, so a batch may span two epochs.
 */
export function batches(settings: Settings, train: Int32Array): (step: number) => Int32Array {
  const size = batchSize(settings);
  const m = train.length;
  if (size === m) return () => train;
  let epoch = -1;
  let order = train;
  return (step) => {
    const pairs = new Int32Array(size);
    let at = (step * size) % m;
    let wanted = Math.floor((step * size) / m);
    for (let i = 0; i < size; i++, at++) {
      if (at === m) {
        at = 0;
        wanted++;
      }
      if (wanted !== epoch) {
        epoch = wanted;
        order = permutation(settings.seed, "batch", m, epoch);
      }
      pairs[i] = train[order[at]];
    }
    return pairs;
  };
}
