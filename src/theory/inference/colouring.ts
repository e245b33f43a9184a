/**
 * @file Partitions of a graph's nodes into exactly k classes, no edge within a class.
 *
 * Shapes: c nodes, k classes. A colour is the number of a class; classes have no order, so colours
 * are given out in the order of first use and every partition is met once.
 */

export interface Graph {
  readonly nodes: number;
  /** 1 where two nodes must differ, symmetric. [c * c] */
  readonly apart: Uint8Array;
}

/**
 * Visits every partition once, depth first, always at the node with the fewest classes left to it
 * (Brelaz's rule, ties to the higher degree), until `visit` returns false or `limit` nodes of the
 * search tree were entered. `colour` is reused between visits. [c]
 *
 * Returns whether the search was completed.
 */
export function partitions(
  { nodes, apart }: Graph,
  k: number,
  visit: (colour: Uint8Array) => boolean,
  limit = Infinity,
): boolean {
  const UNSET = 255;
  const colour = new Uint8Array(nodes).fill(UNSET);
  const clashes = new Uint8Array(nodes * k);
  const excluded = new Uint8Array(nodes);
  const degree = new Uint8Array(nodes);
  for (let v = 0; v < nodes; v++) for (let u = 0; u < nodes; u++) degree[v] += apart[v * nodes + u];
  let entered = 0;

  const paint = (v: number, c: number): void => {
    colour[v] = c;
    for (let u = 0; u < nodes; u++)
      if (apart[v * nodes + u] && clashes[u * k + c]++ === 0) excluded[u]++;
  };
  const clear = (v: number): void => {
    const c = colour[v];
    colour[v] = UNSET;
    for (let u = 0; u < nodes; u++)
      if (apart[v * nodes + u] && --clashes[u * k + c] === 0) excluded[u]--;
  };
  const tightest = (): number => {
    let best = -1;
    for (let v = 0; v < nodes; v++)
      if (
        colour[v] === UNSET &&
        (best < 0 ||
          excluded[v] > excluded[best] ||
          (excluded[v] === excluded[best] && degree[v] > degree[best]))
      )
        best = v;
    return best;
  };
  /** False once the search has been stopped. */
  const descend = (left: number, used: number): boolean => {
    if (left === 0) return visit(colour);
    if (++entered > limit) return false;
    const v = tightest();
    const lowest = left === k - used ? used : 0;
    for (let c = lowest; c <= Math.min(used, k - 1); c++) {
      if (clashes[v * k + c]) continue;
      paint(v, c);
      const more = descend(left - 1, Math.max(used, c + 1));
      clear(v);
      if (!more) return false;
    }
    return true;
  };
  return nodes < k || descend(nodes, 0);
}

/** Some partition into exactly k classes, or null if there is none. [c] */
export function anyPartition(graph: Graph, k: number): Uint8Array | null {
  let found: Uint8Array | null = null;
  partitions(graph, k, (colour) => {
    found = colour.slice();
    return false;
  });
  return found;
}
