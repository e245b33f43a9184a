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
/** Weight of a closed class in a node's urgency; degrees are below it. */
const CLOSED = 128;

export function painter({ nodes, apart }: Graph, k: number): Painter {
  const colour = new Uint8Array(nodes).fill(NONE);
  const clashes = new Uint8Array(nodes * k);
  const neighbours = Array.from({ length: nodes }, (_, v) =>
    Uint8Array.from({ length: nodes }, (_, u) => u).filter((u) => apart[v * nodes + u]),
  );
  const urgency = Int32Array.from(neighbours, ({ length }) => length);
  const away = -CLOSED * CLOSED; // More than any urgency: a painted node is never the tightest.
  return {
    colour,
    clashes,
    paint: (node, a) => {
      colour[node] = a;
      urgency[node] += away;
      const near = neighbours[node];
      for (let i = 0; i < near.length; i++)
        if (clashes[near[i] * k + a]++ === 0) urgency[near[i]] += CLOSED;
    },
    clear: (node) => {
      const a = colour[node];
      colour[node] = NONE;
      urgency[node] -= away;
      const near = neighbours[node];
      for (let i = 0; i < near.length; i++)
        if (--clashes[near[i] * k + a] === 0) urgency[near[i]] -= CLOSED;
    },
    tightest: () => {
      let best = 0;
      for (let v = 1; v < nodes; v++) if (urgency[v] > urgency[best]) best = v;
      return best;
    },
  };
}
