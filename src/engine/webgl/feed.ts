/**
 * @file Pairs on their way to the card: sheet `feed` holds, two pairs a row, their elements
 * (left, right, left, right) and beside them what is asked (target, weight, target, weight).
 *
 * Shapes: R replicas, N = n * n pairs.
 */
import { batches, batchSize, type Dataset } from "../../experiment/dataset";
import type { Settings } from "../../experiment/params";
import { type Grid, tiles } from "./layout";
import type { Texels } from "./packer";

/** The pairs of one replica in one step. */
interface Asked {
  readonly pairs: ArrayLike<number>;
  readonly weight: (i: number) => number;
}

interface FeedShape {
  readonly grid: Grid;
  /** Tiles of the pairs of a replica. */
  readonly pairs: number;
  readonly slots: number;
}

/** Missing pairs are the pair (0, 0) with weight `absent`. */
function fill(
  { grid, pairs, slots }: FeedShape,
  datasets: readonly Dataset[],
  absent: number,
  asked: (replica: number, slot: number) => Asked,
): Texels {
  const width = 2 * grid.columns * slots;
  const height = pairs * grid.rows;
  const texels = new Float32Array(4 * width * height);
  datasets.forEach(({ relation: { n, truth } }, r) => {
    const column = r % grid.columns;
    const top = Math.floor(r / grid.columns) * pairs;
    for (let slot = 0; slot < slots; slot++) {
      const { pairs: own, weight } = asked(r, slot);
      for (let i = 0; i < 2 * pairs; i++) {
        const pair = i < own.length ? own[i] : 0;
        const row = top + Math.floor(i / 2);
        const at = 4 * (row * width + 2 * (slot * grid.columns + column)) + 2 * (i % 2);
        texels[at] = Math.floor(pair / n);
        texels[at + 1] = pair % n;
        texels[at + 4] = truth[pair];
        texels[at + 5] = i < own.length ? weight(i) : absent;
      }
    }
  });
  return { width, height, texels };
}

/** Every pair, weighted 1 on train, 0 on test, -1 where there is none. */
export const everyPair = (datasets: readonly Dataset[], grid: Grid): Texels => {
  const N = datasets[0].mask.length;
  const pairs = Array.from({ length: N }, (_, pair) => pair);
  return fill({ grid, pairs: tiles(N), slots: 1 }, datasets, -1, (r) => ({
    pairs,
    weight: (pair) => datasets[r].mask[pair],
  }));
};

export interface Batches {
  /** Most pairs of a replica in a step. */
  readonly size: number;
  /** Whether every step has the same pairs. */
  readonly full: boolean;
  /** The batches of `slots` steps, the first after `step` updates, weighted to a mean. */
  feed(step: number, grid: Grid, slots: number): Texels;
}

export function makeBatches(settings: readonly Settings[], datasets: readonly Dataset[]): Batches {
  const pairsAt = settings.map((of, r) => batches(of, datasets[r].train));
  const sizes = settings.map(batchSize);
  const size = Math.max(...sizes);
  return {
    size,
    full: sizes.every((own, r) => own === datasets[r].train.length),
    feed: (step, grid, slots) =>
      fill({ grid, pairs: tiles(size), slots }, datasets, 0, (r, slot) => {
        const pairs = pairsAt[r](step + slot);
        return { pairs, weight: () => 1 / pairs.length };
      }),
  };
}
