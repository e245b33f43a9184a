/**
 * @file Random partitions of a graph's nodes into exactly k classes, where they are too many to list.
 *
 * Wang, Swendsen and Kotecky's chain on proper colourings with K labels: take a random node and a
 * random other label, and exchange the two labels on the connected piece of those two labels that
 * holds the node. The way back is as likely as the way there, so the uniform distribution is
 * stationary. All colourings are reached from each other if K exceeds the graph's degeneracy (Las
 * Vergnas and Meyniel 1981). Every partition into k classes is K! / (K - k)! colourings, so those
 * colourings that use exactly k labels give uniform partitions into exactly k classes.
 */
import type { Graph } from "./colouring";
import type { Draw } from "./sample";

/** The largest minimum degree of any subgraph. */
export function degeneracy({ nodes, apart }: Graph): number {
  const degree = Array.from({ length: nodes }, (_, v) =>
    apart.subarray(v * nodes, (v + 1) * nodes).reduce((sum, bit) => sum + bit, 0),
  );
  const left = new Set(degree.keys());
  let most = 0;
  while (left.size > 0) {
    const v = [...left].reduce((best, u) => (degree[u] < degree[best] ? u : best));
    most = Math.max(most, degree[v]);
    left.delete(v);
    for (const u of left) degree[u] -= apart[v * nodes + u];
  }
  return most;
}

/**
 * Labels for the chain: enough to reach everything, and so many that using exactly k of them is
 * common: c nodes thrown into K labels use about K (1 - e^(-c / K)).
 */
export function labels(graph: Graph, k: number): number {
  const most = 2 * graph.nodes;
  let count = Math.max(k, degeneracy(graph) + 1);
  while (count < most && (count + 1) * -Math.expm1(-graph.nodes / (count + 1)) <= k) count++;
  return count;
}

export interface Stay {
  /** Sweeps of c moves before the first visit. */
  readonly burnIn: number;
  /** Visits wanted, and sweeps after which to stop without them. */
  readonly visits: number;
  readonly sweeps: number;
}

/** Visits the colouring after each sweep that ends with exactly k labels in use; returns how often. */
export function wander(
  graph: Graph,
  k: number,
  start: Uint8Array,
  stay: Stay,
  draw: Draw,
  visit: (colour: Uint8Array) => void,
): number {
  const { nodes } = graph;
  const all = labels(graph, k);
  const colour = start.slice();
  const neighbours = Array.from({ length: nodes }, (_, v) =>
    Array.from({ length: nodes }, (_, u) => u).filter((u) => graph.apart[v * nodes + u]),
  );
  const queue = new Uint8Array(nodes);
  const move = (): void => {
    const u = draw() * nodes;
    const v = Math.floor(u);
    const from = colour[v];
    const to = (from + 1 + Math.floor((u - v) * (all - 1))) % all;
    let end = 0;
    queue[end++] = v;
    colour[v] = to;
    for (let i = 0; i < end; i++) {
      const other = colour[queue[i]];
      const wanted = other === to ? from : to;
      for (const w of neighbours[queue[i]])
        if (colour[w] === other) {
          colour[w] = wanted;
          queue[end++] = w;
        }
    }
  };
  let visits = 0;
  for (let sweep = 0; sweep < stay.burnIn + stay.sweeps && visits < stay.visits; sweep++) {
    for (let i = 0; i < nodes; i++) move();
    if (sweep < stay.burnIn || new Set(colour).size !== k) continue;
    visit(colour);
    visits++;
  }
  return visits;
}
