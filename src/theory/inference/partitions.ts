/**
 * @file Partitions of a graph's nodes into exactly k classes, no edge within a class: all of them,
 * or random ones with weights.
 */
import { type Graph, painter } from "./painter";
import type { Draw } from "./sample";

/**
 * Visits every partition once, depth first, until `visit` returns false or `limit` nodes of the
 * search tree were entered. `colour` is reused between visits. [c]
 *
 * Returns whether the search was completed.
 */
export function partitions(
  graph: Graph,
  k: number,
  visit: (colour: Uint8Array) => boolean,
  limit = Infinity,
): boolean {
  const { colour, clashes, paint, clear, tightest } = painter(graph, k);
  let entered = 0;
  /** False once the search has been stopped. */
  const descend = (left: number, used: number): boolean => {
    if (left === 0) return visit(colour);
    if (++entered > limit) return false;
    const v = tightest();
    const lowest = left === k - used ? used : 0;
    for (let a = lowest; a <= Math.min(used, k - 1); a++) {
      if (clashes[v * k + a]) continue;
      paint(v, a);
      const more = descend(left - 1, Math.max(used, a + 1));
      clear(v);
      if (!more) return false;
    }
    return true;
  };
  return graph.nodes < k || descend(graph.nodes, 0);
}

/** Some partition, or null if there is none. [c] */
export function anyPartition(graph: Graph, k: number): Uint8Array | null {
  let found: Uint8Array | null = null;
  partitions(graph, k, (colour) => {
    found = colour.slice();
    return false;
  });
  return found;
}

/**
 * ways[left][used]: partitions into exactly k classes of nodes without edges, `left` of them still
 * to come and `used` classes in use.
 */
function completions(nodes: number, k: number): readonly Float64Array[] {
  const ways = [new Float64Array(k + 2)];
  ways[0][k] = 1;
  for (let left = 1; left <= nodes; left++)
    ways.push(
      Float64Array.from(ways[0], (_, used) =>
        used > k ? 0 : used * ways[left - 1][used] + ways[left - 1][used + 1],
      ),
    );
  return ways;
}

/**
 * Random partitions by sequential importance sampling: each node takes a class still open to it, or
 * the next new one, with the odds that would be right if there were no further edges. A partition
 * then counts with a weight, the inverse of the probability of its draws over the number of
 * partitions without edges (so 0 < weight <= 1); weighted sums over draws have the expectation of
 * the sum over all partitions, up to that factor. Draws are independent: there is nothing to mix.
 *
 * The returned function makes one draw and visits it; a draw that runs into a dead end is not
 * visited.
 */
export function partitionDraws(
  graph: Graph,
  k: number,
  draw: Draw,
): (visit: (colour: Uint8Array, weight: number) => void) => void {
  const { colour, clashes, paint, clear, tightest } = painter(graph, k);
  const ways = completions(graph.nodes, k);
  return (visit) => {
    const painted: number[] = [];
    let used = 0;
    let weight = 1;
    while (painted.length < graph.nodes) {
      const v = tightest();
      const left = graph.nodes - painted.length;
      const [join, found] = ways[left - 1].subarray(used, used + 2);
      let open = 0;
      for (let a = 0; a < used; a++) if (clashes[v * k + a] === 0) open++;
      const total = open * join + found;
      weight *= total / ways[left][used];
      if (weight === 0) break;
      const u = draw() * total;
      let a = used;
      if (u < open * join) {
        let skip = Math.floor(u / join);
        for (a = 0; clashes[v * k + a] !== 0 || skip-- > 0; a++);
      } else used++;
      paint(v, a);
      painted.push(v);
    }
    if (weight > 0) visit(colour, weight);
    for (const v of painted) clear(v);
  };
}
