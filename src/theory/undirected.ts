/**
 * @file Undirected graphs on n elements, searched breadth first.
 */

/** A forest of shortest paths from the first element of every component. */
export interface Explored {
  /** The element before it on the path from the root; -1 for a root. [n] */
  readonly parent: Int16Array;
  /** Edges to the root. [n] */
  readonly depth: Uint8Array;
  /** The first element of its component. [n] */
  readonly root: Uint8Array;
}

/** `truth` is symmetric, of 0 and 1. [n * n] */
export function explored(n: number, truth: ArrayLike<number>): Explored {
  const parent = new Int16Array(n).fill(-1);
  const depth = new Uint8Array(n);
  const root = new Uint8Array(n).fill(255);
  for (let first = 0; first < n; first++) {
    if (root[first] !== 255) continue;
    root[first] = first;
    const queue = [first];
    for (const x of queue)
      for (let y = 0; y < n; y++) {
        if (truth[x * n + y] !== 1 || root[y] !== 255) continue;
        root[y] = first;
        parent[y] = x;
        depth[y] = depth[x] + 1;
        queue.push(y);
      }
  }
  return { parent, depth, root };
}

/** The cycle that the edge between x and y closes with their paths, from where those meet; the two are of one component. */
export function cycleThrough({ parent, depth }: Explored, x: number, y: number): number[] {
  const [one, other] = [[x], [y]];
  const climb = (path: number[]) => path.push(parent[path[path.length - 1]]);
  while (one.at(-1) !== other.at(-1)) {
    const [a, b] = [one[one.length - 1], other[other.length - 1]];
    if (depth[a] >= depth[b]) climb(one);
    if (depth[b] >= depth[a]) climb(other);
  }
  return [...one.reverse(), ...other.slice(0, -1)];
}
