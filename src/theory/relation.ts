/**
 * @file Binary relations on n elements: those of Table 1, a seeded random member of every class of
 * Table 2, and a given matrix.
 *
 * A relation is its truth matrix, row-major: truth[x * n + y] = R(x, y).
 */
import { integer, permutation, uniform } from "./random";

/** What the elements have in common, for colouring them; null if nothing sorts them. */
export interface Grouping {
  /** Classes have no order; ranks (an order, a depth) do. */
  readonly kind: "classes" | "ranks";
  /** Group of each element, 0..count-1. [n] */
  readonly of: Uint8Array;
  readonly count: number;
}

export interface Relation {
  readonly n: number;
  /** [n * n], 0 or 1. */
  readonly truth: Uint8Array;
  readonly grouping: Grouping | null;
}

/** What a generator may depend on. `classes` is k; `matrix` is for a custom relation, [n * n]. */
export interface Recipe {
  readonly n: number;
  readonly classes: number;
  readonly seed: number;
  readonly matrix: Uint8Array;
}

interface Kind {
  readonly label: string;
  /** What R(x, y) = 1 says, in plain words; k is the number of classes. */
  readonly meaning: string;
  readonly make: (recipe: Recipe) => Relation;
}

/** Truth matrix from a predicate. */
function fill(n: number, holds: (x: number, y: number) => boolean): Uint8Array {
  const truth = new Uint8Array(n * n);
  for (let x = 0; x < n; x++) for (let y = 0; y < n; y++) truth[x * n + y] = holds(x, y) ? 1 : 0;
  return truth;
}

const coin = (seed: number, index: number): boolean => uniform(seed, "relation", index) < 0.5;

const ungrouped = (n: number, holds: (x: number, y: number) => boolean): Relation => ({
  n,
  truth: fill(n, holds),
  grouping: null,
});

/** Same class, R = 1. */
function equality(of: Uint8Array, count: number): Relation {
  const n = of.length;
  return { n, truth: fill(n, (x, y) => of[x] === of[y]), grouping: { kind: "classes", of, count } };
}

const modulo = (n: number, k: number): Relation =>
  equality(
    Uint8Array.from({ length: n }, (_, x) => x % k),
    Math.min(k, n),
  );

const order = (rank: Uint8Array): Relation => ({
  n: rank.length,
  truth: fill(rank.length, (x, y) => rank[x] < rank[y]),
  grouping: { kind: "ranks", of: rank, count: rank.length },
});

/** A random half of the elements is 0, the other 1; S is the larger half when n is odd. */
function halves(n: number, seed: number): Uint8Array {
  const side = new Uint8Array(n);
  permutation(seed, "relation", n).forEach((x, position) => {
    side[x] = position % 2;
  });
  return side;
}

/**
 * A partition of n elements into exactly k unlabelled classes, uniform over all S(n, k): the last
 * element is alone with probability S(n-1, k-1) / S(n, k), otherwise it joins one of k classes.
 */
function partition(n: number, k: number, seed: number): Uint8Array {
  const stirling = [[1]];
  for (let i = 1; i <= n; i++) {
    const above = stirling[i - 1];
    stirling.push(
      Array.from({ length: k + 1 }, (_, j) =>
        j === 0 ? 0 : j * (above[j] ?? 0) + (above[j - 1] ?? 0),
      ),
    );
  }
  const of = new Uint8Array(n);
  let left = k;
  for (let i = n; i >= 1; i--) {
    const alone = stirling[i - 1][left - 1] / stirling[i][left];
    if (uniform(seed, "relation", i) < alone) of[i - 1] = --left;
    else of[i - 1] = integer(seed, "relation", i, left, 1);
  }
  return of;
}

/** In place: the smallest transitive relation that contains `truth` (Warshall). */
export function closeTransitively(n: number, truth: Uint8Array): Uint8Array {
  for (let via = 0; via < n; via++)
    for (let x = 0; x < n; x++)
      if (truth[x * n + via])
        for (let y = 0; y < n; y++) if (truth[via * n + y]) truth[x * n + y] = 1;
  return truth;
}

/** A uniform labelled tree on n elements from a random Pruefer sequence, as its parents' list. */
function tree(n: number, seed: number): Relation {
  const sequence = Array.from({ length: n - 2 }, (_, i) => integer(seed, "relation", i, n));
  const degree = new Uint8Array(n).fill(1);
  for (const x of sequence) degree[x]++;
  const truth = new Uint8Array(n * n);
  const join = (x: number, y: number) => {
    truth[x * n + y] = 1;
    truth[y * n + x] = 1;
    degree[x]--;
    degree[y]--;
  };
  for (const x of sequence) join(x, degree.indexOf(1));
  const last = degree.indexOf(1);
  join(last, degree.indexOf(1, last + 1));
  const depth = depths(n, truth);
  return { n, truth, grouping: { kind: "ranks", of: depth, count: Math.max(...depth) + 1 } };
}

/** Distance of each element from element 0 along the edges. */
function depths(n: number, truth: Uint8Array): Uint8Array {
  const depth = new Uint8Array(n).fill(255);
  depth[0] = 0;
  const queue = [0];
  for (const x of queue)
    for (let y = 0; y < n; y++)
      if (truth[x * n + y] && depth[y] === 255) {
        depth[y] = depth[x] + 1;
        queue.push(y);
      }
  return depth;
}

/** Elements that R cannot tell apart: equal rows and equal columns, up to the two themselves. */
function twins(n: number, truth: Uint8Array): Grouping | null {
  const alike = (a: number, b: number): boolean => {
    for (let y = 0; y < n; y++) {
      if (y === a || y === b) continue;
      if (truth[a * n + y] !== truth[b * n + y] || truth[y * n + a] !== truth[y * n + b])
        return false;
    }
    return truth[a * n + a] === truth[b * n + b] && truth[a * n + b] === truth[b * n + a];
  };
  const of = new Uint8Array(n);
  const leaders: number[] = [];
  for (let x = 0; x < n; x++) {
    const known = leaders.findIndex((leader) => alike(leader, x));
    of[x] = known < 0 ? leaders.push(x) - 1 : known;
  }
  return leaders.length < n ? { kind: "classes", of, count: leaders.length } : null;
}

export const RELATIONS = {
  "modulo-3": {
    label: "equal modulo 3",
    meaning: "x and y leave the same remainder when divided by 3",
    make: ({ n }) => modulo(n, 3),
  },
  "modulo-5": {
    label: "equal modulo 5",
    meaning: "x and y leave the same remainder when divided by 5",
    make: ({ n }) => modulo(n, 5),
  },
  "modulo-k": {
    label: "equal modulo k",
    meaning: "x and y leave the same remainder when divided by k",
    make: ({ n, classes }) => modulo(n, classes),
  },
  "greater-than": {
    label: "greater-than",
    meaning: "y is greater than x",
    make: ({ n }) => order(Uint8Array.from({ length: n }, (_, x) => x)),
  },
  "complete-bipartite": {
    label: "complete bipartite",
    meaning: "exactly one of x and y is in the set S",
    make: ({ n, seed }) => {
      const of = halves(n, seed);
      return {
        n,
        truth: fill(n, (x, y) => of[x] !== of[y]),
        grouping: { kind: "classes", of, count: 2 },
      };
    },
  },
  equivalence: {
    label: "equivalence, k classes",
    meaning: "x and y are in the same one of k classes, drawn at random",
    make: ({ n, classes, seed }) => {
      const k = Math.min(classes, n);
      return equality(partition(n, k, seed), k);
    },
  },
  "total-order": {
    label: "total order",
    meaning: "x comes before y in a random order",
    make: ({ n, seed }) => order(Uint8Array.from(permutation(seed, "relation", n))),
  },
  generic: {
    label: "generic",
    meaning: "a coin was tossed for every ordered pair",
    make: ({ n, seed }) => ungrouped(n, (x, y) => coin(seed, x * n + y)),
  },
  symmetric: {
    label: "symmetric",
    meaning: "a coin was tossed for every unordered pair",
    make: ({ n, seed }) => ungrouped(n, (x, y) => coin(seed, Math.min(x, y) * n + Math.max(x, y))),
  },
  antisymmetric: {
    label: "antisymmetric",
    meaning: "for x and y apart, at most one of R(x, y) and R(y, x) holds",
    make: ({ n, seed }) =>
      ungrouped(n, (x, y) => {
        if (x === y) return coin(seed, x * n + x);
        const state = integer(seed, "relation", Math.min(x, y) * n + Math.max(x, y), 3);
        return state === (x < y ? 1 : 2);
      }),
  },
  reflexive: {
    label: "reflexive",
    meaning: "always for x = y, a coin for every other ordered pair",
    make: ({ n, seed }) => ungrouped(n, (x, y) => x === y || coin(seed, x * n + y)),
  },
  transitive: {
    label: "transitive",
    meaning: "y can be reached from x along random arrows, one per element on average",
    make: ({ n, seed }) => {
      const arrows = fill(n, (x, y) => uniform(seed, "relation", x * n + y) < 1 / n);
      return { n, truth: closeTransitively(n, arrows), grouping: null };
    },
  },
  "incomplete-bipartite": {
    label: "incomplete bipartite",
    meaning: "x and y are on different sides, and their coin says yes",
    make: ({ n, seed }) => {
      const of = halves(n, seed);
      const holds = (x: number, y: number) =>
        of[x] !== of[y] && uniform(seed, "relation", Math.min(x, y) * n + Math.max(x, y), 1) < 0.5;
      return { n, truth: fill(n, holds), grouping: { kind: "classes", of, count: 2 } };
    },
  },
  tree: {
    label: "tree",
    meaning: "x and y are joined by an edge of a random tree",
    make: ({ n, seed }) => tree(n, seed),
  },
  custom: {
    label: "your own",
    meaning: "R(x, y) holds in your matrix",
    make: ({ n, matrix }) => ({ n, truth: matrix, grouping: twins(n, matrix) }),
  },
} as const satisfies Record<string, Kind>;

export type RelationName = keyof typeof RELATIONS;

/** The truth matrix that a recipe gives; equal recipes give equal matrices everywhere. */
export const makeRelation = (name: RelationName, recipe: Recipe): Relation =>
  RELATIONS[name].make(recipe);
