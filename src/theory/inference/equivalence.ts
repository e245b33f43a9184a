/**
 * @file Equivalence relations with exactly k classes of unknown sizes.
 *
 * R = 1 joins elements into blocks, R = 0 sets blocks apart; the members of the class that agree with
 * the sample are the partitions of the blocks into k classes that keep them apart, each counted once.
 * Shapes: c blocks.
 */
import { type Components, components } from "./components";
import type { Graph } from "./painter";
import { twoClasses } from "./parity";
import { anyPartition, partitionDraws, partitions } from "./partitions";
import type { Rule } from "./rule";
import { type Consequence, type Draw, eachKnown, type Sample, UNKNOWN } from "./sample";

/** Up to this many partitions are listed, in a search tree of up to ten times as many nodes. */
const LISTED = 2000;
/**
 * Beyond that, p comes from weighted random partitions, drawn until the standard error is this for a
 * pair with p = 1 / k, as pairs have of which nothing is known.
 */
const ERROR = 0.016;
/** Draws after which to stop in any case. */
const DRAWS = 20_000;

const TOGETHER = 1;
const APART = 2;

interface Blocks extends Graph {
  readonly of: Components["of"];
}

/** null if a known R = 0 lies within a block. */
function blocksOf(sample: Sample): Blocks | null {
  const { n, value } = sample;
  const { of, count } = components(n, (x, y) => value[x * n + y] === 1);
  const apart = new Uint8Array(count * count);
  eachKnown(sample, (x, y, bit) => {
    if (bit === 0) apart[of[x] * count + of[y]] = apart[of[y] * count + of[x]] = 1;
  });
  const clash = Array.from({ length: count }, (_, v) => apart[v * count + v]).includes(1);
  return clash ? null : { of, nodes: count, apart };
}

/** `graph` with nodes u < v made one. */
function merged({ nodes, apart }: Graph, u: number, v: number): Graph {
  const kept = Array.from({ length: nodes }, (_, w) => w).filter((w) => w !== v);
  const from = (a: number, b: number): number =>
    apart[a * nodes + b] |
    (a === u ? apart[v * nodes + b] : 0) |
    (b === u ? apart[a * nodes + v] : 0);
  return {
    nodes: nodes - 1,
    apart: Uint8Array.from(kept.flatMap((a) => kept.map((b) => from(a, b)))),
  };
}

/** `graph` with nodes u and v set apart. */
function parted({ nodes, apart }: Graph, u: number, v: number): Graph {
  const more = apart.slice();
  more[u * nodes + v] = more[v * nodes + u] = 1;
  return { nodes, apart: more };
}

/** Pairs of blocks u < v over a set of weighted partitions. */
interface Tally {
  /** Weight of the partitions with u and v together. [c * c] */
  readonly together: Float64Array;
  /** Bit 1 if u and v were met together, bit 2 if apart. [c * c] */
  readonly met: Uint8Array;
  weight: number;
  squares: number;
}

const tally = (nodes: number): Tally => ({
  together: new Float64Array(nodes * nodes),
  met: new Uint8Array(nodes * nodes),
  weight: 0,
  squares: 0,
});

function count(so: Tally, colour: Uint8Array, weight = 1): void {
  const nodes = colour.length;
  so.weight += weight;
  so.squares += weight * weight;
  for (let u = 0; u < nodes; u++)
    for (let v = u + 1; v < nodes; v++) {
      const pair = u * nodes + v;
      if (colour[u] === colour[v]) {
        so.together[pair] += weight;
        so.met[pair] |= TOGETHER;
      } else so.met[pair] |= APART;
    }
}

/** Number of equal weights that a sum of these is worth. */
const worth = ({ weight, squares }: Tally): number => (squares > 0 ? weight ** 2 / squares : 0);

/** Expands a value of pairs of blocks u < v to pairs of elements; within a block it is 1. */
function spread(n: number, { of, nodes }: Blocks, at: (pair: number) => number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, pair) => {
    const [a, b] = [of[Math.floor(pair / n)], of[pair % n]];
    return a === b ? 1 : at(Math.min(a, b) * nodes + Math.max(a, b));
  });
}

/** Reflexive, symmetric and transitive closure, and blocks known to be apart. [N] */
const closure = (n: number, blocks: Blocks): Uint8Array =>
  Uint8Array.from(spread(n, blocks, (pair) => (blocks.apart[pair] ? 0 : UNKNOWN)));

/** What is known of the pairs once the number of classes counts too. */
type Split = Omit<Consequence, "closed">;

/** Classes of the nodes of `graph` from those of `merged(graph, u, v)`. */
const unmerged = (colour: Uint8Array, u: number, v: number): Uint8Array =>
  Uint8Array.from([...colour.subarray(0, v), colour[u], ...colour.subarray(v)]);

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

function split(n: number, blocks: Blocks, k: number, draw: Draw): Split {
  const { nodes } = blocks;
  const list = tally(nodes);
  const listNext = (colour: Uint8Array): boolean => {
    count(list, colour);
    return list.weight < LISTED;
  };
  const exact = partitions(blocks, k, listNext, 10 * LISTED);
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

const manyClasses = (k: number): Rule => ({
  consistent: (sample) => {
    const blocks = blocksOf(sample);
    return blocks !== null && anyPartition(blocks, k) !== null;
  },
  follow: (sample, draw) => {
    const blocks = blocksOf(sample) as Blocks;
    return { ...split(sample.n, blocks, k, draw), closed: closure(sample.n, blocks) };
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

/** Uniform over the partitions of the elements into exactly k classes, 1 <= k <= n. */
export const equivalence = (k: number): Rule => (k === 2 ? pairOfClasses : manyClasses(k));
