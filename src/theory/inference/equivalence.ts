/**
 * @file Equivalence relations with exactly k classes of unknown sizes.
 *
 * R = 1 joins elements into blocks, R = 0 sets blocks apart; the members of the class that agree with
 * the sample are the partitions of the blocks into k classes that keep them apart, each counted once.
 * Shapes: n elements, N = n * n pairs, c blocks.
 */
import { type Blocks, blocksOf, merged, parted, spread, unmerged } from "./blocks";
import { twoClasses } from "./parity";
import { anyPartition, partitionDraws, partitions } from "./partitions";
import type { Rule } from "./rule";
import { type Consequence, type Draw, UNKNOWN } from "./sample";
import { APART, count, type Tally, TOGETHER, tally, worth } from "./tally";

/** Up to this many partitions are listed unless another number is given, in a search tree of up to ten times as many nodes. */
const LISTED = 2000;
/**
 * Beyond that, p comes from weighted random partitions, drawn until the standard error is this for a
 * pair with p = 1 / k, as pairs have of which nothing is known.
 */
const ERROR = 0.016;
/** Draws after which to stop in any case. */
const DRAWS = 20_000;

/** Reflexive, symmetric and transitive closure, and blocks known to be apart. [N] */
const closure = (n: number, blocks: Blocks): Uint8Array =>
  Uint8Array.from(spread(n, blocks, (pair) => (blocks.apart[pair] ? 0 : UNKNOWN)));

/** What is known of the pairs once the number of classes counts too. */
type Split = Omit<Consequence, "closed">;

/** Which pairs of blocks never vary: what was not met both ways is settled by a search. [c * c] */
function forced(blocks: Blocks, k: number, so: Tally): Uint8Array {
  const { nodes, apart } = blocks;
  const value = new Uint8Array(nodes * nodes).fill(UNKNOWN);
  for (let u = 0; u < nodes; u++)
    for (let v = u + 1; v < nodes; v++) {
      const pair = u * nodes + v;
      if (apart[pair]) value[pair] = 0;
      else if (so.met[pair] === APART) {
        const exception = anyPartition(merged(blocks, u, v), k);
        if (exception) count(so, unmerged(exception, u, v), 0);
        else value[pair] = 0;
      } else if (so.met[pair] === TOGETHER) {
        const exception = anyPartition(parted(blocks, u, v), k);
        if (exception) count(so, exception, 0);
        else value[pair] = 1;
      }
    }
  return value;
}

function split(n: number, blocks: Blocks, k: number, draw: Draw, listed: number): Split {
  const { nodes } = blocks;
  const list = tally(nodes);
  const listNext = (colour: Uint8Array): boolean => {
    count(list, colour);
    return list.weight < listed;
  };
  const exact = partitions(blocks, k, listNext, 10 * listed);
  const share = exact ? list : tally(nodes);
  if (!exact) {
    const next = partitionDraws(blocks, k, draw);
    const enough = ((1 / k) * (1 - 1 / k)) / ERROR ** 2;
    for (let i = 0; i < DRAWS && worth(share) < enough; i++)
      next((colour, weight) => count(share, colour, weight));
    share.met.forEach((seen, pair) => {
      list.met[pair] |= seen;
    });
  }
  const value = exact
    ? list.met.map((seen) => [UNKNOWN, 1, 0, UNKNOWN][seen])
    : forced(blocks, k, list);
  const { together, weight } = share.weight > 0 ? share : list;
  return {
    value: Uint8Array.from(spread(n, blocks, (pair) => value[pair])),
    p: spread(n, blocks, (pair) =>
      value[pair] === UNKNOWN ? together[pair] / weight : value[pair],
    ),
    exact,
  };
}

const manyClasses = (k: number, listed: number): Rule => ({
  consistent: (sample) => {
    const blocks = blocksOf(sample);
    return blocks !== null && anyPartition(blocks, k) !== null;
  },
  follow: (sample, draw) => {
    const blocks = blocksOf(sample) as Blocks;
    return { ...split(sample.n, blocks, k, draw, listed), closed: closure(sample.n, blocks) };
  },
});

/** Two classes need no list: the parity of paths gives all. */
const pairOfClasses: Rule = {
  consistent: twoClasses.consistent,
  follow: (sample, draw) => ({
    ...twoClasses.follow(sample, draw),
    closed: closure(sample.n, blocksOf(sample) as Blocks),
  }),
};

/**
 * Uniform over the partitions of the elements into exactly k classes, 1 <= k <= n. p is exact where
 * fewer than `listed` of them agree with the sample.
 */
export const equivalence = (k: number, listed: number = LISTED): Rule =>
  k === 2 ? pairOfClasses : manyClasses(k, listed);
