/**
 * @file The blocks that a sample of an equivalence joins elements into, and those it sets apart.
 *
 * Shapes: n elements, c blocks.
 */
import { type Components, components } from "./components";
import type { Graph } from "./painter";
import { eachKnown, type Sample } from "./sample";

/** Blocks are nodes, known differences edges. */
export interface Blocks extends Graph {
  /** Block of each element. [n] */
  readonly of: Components["of"];
}

/** null if a known R = 0 lies within a block. */
export function blocksOf(sample: Sample): Blocks | null {
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
export function merged({ nodes, apart }: Graph, u: number, v: number): Graph {
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
export function parted({ nodes, apart }: Graph, u: number, v: number): Graph {
  const more = apart.slice();
  more[u * nodes + v] = more[v * nodes + u] = 1;
  return { nodes, apart: more };
}

/** Classes of the nodes of `graph` from those of `merged(graph, u, v)`. */
export const unmerged = (colour: Uint8Array, u: number, v: number): Uint8Array =>
  Uint8Array.from([...colour.subarray(0, v), colour[u], ...colour.subarray(v)]);

/** Expands a value of pairs of blocks u < v to pairs of elements; within a block it is 1. */
export function spread(
  n: number,
  { of, nodes }: Blocks,
  at: (pair: number) => number,
): Float64Array {
  return Float64Array.from({ length: n * n }, (_, pair) => {
    const [a, b] = [of[Math.floor(pair / n)], of[pair % n]];
    return a === b ? 1 : at(Math.min(a, b) * nodes + Math.max(a, b));
  });
}
