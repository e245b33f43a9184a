/**
 * @file A graph whose nodes are given classes one by one, the node with the least freedom first.
 *
 * Shapes: c nodes, k classes. Classes have no order: they are numbered as they come into use.
 */

export interface Graph {
  readonly nodes: number;
  /** 1 where two nodes must differ, symmetric. [c * c] */
  readonly apart: Uint8Array;
}

export interface Painter {
  /** Class of each node, 255 while it has none. [c] */
  readonly colour: Uint8Array;
  /** How many neighbours of node v are in class a. [c * k] */
  readonly clashes: Uint8Array;
  readonly paint: (node: number, colour: number) => void;
  readonly clear: (node: number) => void;
  /** The node without a class that most classes are closed to (Brelaz), ties to the higher degree. */
  readonly tightest: () => number;
}

const NONE = 255;

export function painter({ nodes, apart }: Graph, k: number): Painter {
  const colour = new Uint8Array(nodes).fill(NONE);
  const clashes = new Uint8Array(nodes * k);
  const closed = new Uint8Array(nodes);
  const neighbours = Array.from({ length: nodes }, (_, v) =>
    Array.from({ length: nodes }, (_, u) => u).filter((u) => apart[v * nodes + u]),
  );
  return {
    colour,
    clashes,
    paint: (node, a) => {
      colour[node] = a;
      for (const u of neighbours[node]) if (clashes[u * k + a]++ === 0) closed[u]++;
    },
    clear: (node) => {
      const a = colour[node];
      colour[node] = NONE;
      for (const u of neighbours[node]) if (--clashes[u * k + a] === 0) closed[u]--;
    },
    tightest: () => {
      let best = -1;
      for (let v = 0; v < nodes; v++) {
        if (colour[v] !== NONE) continue;
        if (
          best < 0 ||
          closed[v] > closed[best] ||
          (closed[v] === closed[best] && neighbours[v].length > neighbours[best].length)
        )
          best = v;
      }
      return best;
    },
  };
}
