/**
 * @file Equivalence relations with exactly k classes of unknown sizes.
 *
 * R = 1 joins elements into blocks, R = 0 sets blocks apart; the members of the class that agree with
 * the sample are the partitions of the blocks into k classes that keep them apart, each counted once.
 * Shapes: c blocks.
 */
import { anyPartition, type Graph, partitions } from "./colouring";
import { type Components, components } from "./components";
import { type Stay, wander } from "./kempe";
import { twoClasses } from "./parity";
import type { Rule } from "./rule";
import { type Consequence, type Draw, eachKnown, type Sample, UNKNOWN } from "./sample";

/** Up to this many partitions are listed, in a search tree of up to ten times as many nodes. */
const LISTED = 2000;
/** Beyond that, p is a share of 1000 sampled partitions: its standard error is below 0.016. */
const STAY: Stay = { burnIn: 30, visits: 1000, sweeps: 30_000 };

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

/** Pairs of blocks over a set of partitions, u < v. */
interface Tally {
  /** How often u and v were together. [c * c] */
  readonly together: Float64Array;
  total: number;
}

function tally(nodes: number): Tally & { readonly add: (colour: Uint8Array) => boolean } {
  const together = new Float64Array(nodes * nodes);
  const result = {
    together,
    total: 0,
    add: (colour: Uint8Array): boolean => {
      result.total++;
      for (let u = 0; u < nodes; u++)
        for (let v = u + 1; v < nodes; v++) if (colour[u] === colour[v]) together[u * nodes + v]++;
      return true;
    },
  };
  return result;
}

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

/** Every partition was listed: shares are exact, and forced is what never varied. */
function counted(n: number, blocks: Blocks, { together, total }: Tally): Split {
  const p = spread(n, blocks, (pair) => together[pair] / total);
  return { value: Uint8Array.from(p, (q) => (q === 0 || q === 1 ? q : UNKNOWN)), p, exact: true };
}

/** Shares from the chain; what never varied there is settled by a search for an exception. */
function sampled(n: number, k: number, blocks: Blocks, listed: Tally, draw: Draw): Split {
  const { nodes, apart } = blocks;
  const chain = tally(nodes);
  const start = anyPartition(blocks, k) as Uint8Array;
  wander(blocks, k, start, STAY, draw, chain.add);
  const seen = tally(nodes);
  seen.total = listed.total + chain.total;
  for (let pair = 0; pair < seen.together.length; pair++)
    seen.together[pair] = listed.together[pair] + chain.together[pair];
  const value = new Uint8Array(nodes * nodes).fill(UNKNOWN);
  for (let u = 0; u < nodes; u++)
    for (let v = u + 1; v < nodes; v++) {
      const pair = u * nodes + v;
      if (apart[pair]) value[pair] = 0;
      else if (seen.together[pair] === 0) {
        const exception = anyPartition(merged(blocks, u, v), k);
        if (exception) seen.add(Uint8Array.from(blockColours(exception, u, v)));
        else value[pair] = 0;
      } else if (seen.together[pair] === seen.total) {
        const exception = anyPartition(parted(blocks, u, v), k);
        if (exception) seen.add(exception);
        else value[pair] = 1;
      }
    }
  const share = chain.total > 0 ? chain : seen;
  return {
    value: Uint8Array.from(spread(n, blocks, (pair) => value[pair])),
    p: spread(n, blocks, (pair) =>
      value[pair] === UNKNOWN ? share.together[pair] / share.total : value[pair],
    ),
    exact: false,
  };
}

/** Colours of the nodes of `graph` from those of `merged(graph, u, v)`. */
const blockColours = (colour: Uint8Array, u: number, v: number): number[] => {
  const all = [...colour];
  all.splice(v, 0, colour[u]);
  return all;
};

const manyClasses = (k: number): Rule => ({
  consistent: (sample) => {
    const blocks = blocksOf(sample);
    return blocks !== null && anyPartition(blocks, k) !== null;
  },
  follow: (sample, draw) => {
    const blocks = blocksOf(sample) as Blocks;
    const listed = tally(blocks.nodes);
    const listAll = (colour: Uint8Array): boolean => listed.add(colour) && listed.total < LISTED;
    const split = partitions(blocks, k, listAll, 10 * LISTED)
      ? counted(sample.n, blocks, listed)
      : sampled(sample.n, k, blocks, listed, draw);
    return { ...split, closed: closure(sample.n, blocks) };
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
