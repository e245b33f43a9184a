/**
 * @file Table 2: the bits b that a relation of a known class takes to describe; the paper's entry
 * beside the exact count of the class, and beside the relabellings of one graph.
 */

import { CLASSES, type ClassName } from "./className";
import {
  evenSizes,
  log2Factorial,
  log2Relabellings,
  log2Stirling,
  meanTreeDepth,
} from "./combinatorics";

/** What the entries of Table 2 depend on. */
export interface Size {
  readonly n: number;
  /** k of an equivalence, at most n. */
  readonly classes: number;
  /** |S1| of an incomplete bipartite graph; |S2| = n - |S1|. */
  readonly side: number;
  /** <k> of a transitive relation, the mean length of a transitive chain; a whole number. */
  readonly chain: number;
  /** <d> of a tree, the mean depth of an element. */
  readonly depth: number;
}

/**
 * Sides of equal size, the mean depth of all labelled trees, and chains of three elements: the
 * shortest that transitivity says anything of. The paper gives no <k> and no <d>.
 */
export const sizeOf = (n: number, classes: number): Size => ({
  n,
  classes: Math.min(n, classes),
  side: Math.floor(n / 2),
  chain: 3,
  depth: meanTreeDepth(n),
});

interface Entry {
  /** The paper's entry in plain text, and in bits. */
  readonly formula: string;
  readonly paper: (size: Size) => number;
  /** log2 of the number of members in plain text, and in bits; null where no closed form is known. */
  readonly countFormula: string | null;
  readonly count: (size: Size) => number | null;
  /**
   * log2 (n! / |Aut G|): the distinct relabellings of one graph of the class.
   * For an equivalence and a complete bipartite graph, the one of even sizes; null where the
   * symmetries differ from member to member.
   */
  readonly relabellings: (size: Size) => number | null;
  /** Why an exact entry is missing or differs from the paper's; null if there is nothing to say. */
  readonly note: string | null;
}

const unknown = (): null => null;

export const TABLE_2: Record<ClassName, Entry> = {
  generic: {
    formula: "n²",
    paper: ({ n }) => n * n,
    countFormula: "n²",
    count: ({ n }) => n * n,
    relabellings: unknown,
    note: null,
  },
  symmetric: {
    formula: "n(n+1)/2",
    paper: ({ n }) => (n * (n + 1)) / 2,
    countFormula: "n(n+1)/2",
    count: ({ n }) => (n * (n + 1)) / 2,
    relabellings: unknown,
    note: null,
  },
  antisymmetric: {
    formula: "n(n+1)/2",
    paper: ({ n }) => (n * (n + 1)) / 2,
    countFormula: "n + ½ n(n−1) log₂ 3",
    count: ({ n }) => n + ((n * (n - 1)) / 2) * Math.log2(3),
    relabellings: unknown,
    note: "Two different elements are in one of three states, (0, 0), (0, 1) or (1, 0), not two.",
  },
  reflexive: {
    formula: "n(n−1)",
    paper: ({ n }) => n * (n - 1),
    countFormula: "n(n−1)",
    count: ({ n }) => n * (n - 1),
    relabellings: unknown,
    note: null,
  },
  transitive: {
    formula: "n²/(⟨k⟩−1)!",
    paper: ({ n, chain }) => (n * n) / 2 ** log2Factorial(chain - 1),
    countFormula: null,
    count: unknown,
    relabellings: unknown,
    note: "No closed form counts the transitive relations. The paper leaves ⟨k⟩, the mean length of a chain, open; here it is 3.",
  },
  equivalence: {
    formula: "n log₂ k",
    paper: ({ n, classes }) => n * Math.log2(classes),
    countFormula: "log₂ S(n, k)",
    count: ({ n, classes }) => log2Stirling(n, classes),
    relabellings: ({ n, classes }) => log2Relabellings(evenSizes(n, classes)),
    note: "The classes have no names and none is empty, so it is a Stirling number of the second kind.",
  },
  "total-order": {
    formula: "n log₂(n/2)",
    paper: ({ n }) => n * Math.log2(n / 2),
    countFormula: "log₂ n!",
    count: ({ n }) => log2Factorial(n),
    relabellings: ({ n }) => log2Factorial(n),
    note: "The paper says log₂ n! and uses n log₂(n/2) for it; Stirling's formula would give n log₂(n/e).",
  },
  "complete-bipartite": {
    formula: "n",
    paper: ({ n }) => n,
    countFormula: "n − 1",
    count: ({ n }) => n - 1,
    relabellings: ({ n }) => log2Relabellings(evenSizes(n, 2)),
    note: "S and its complement give one and the same graph.",
  },
  "incomplete-bipartite": {
    formula: "|S₁||S₂|",
    paper: ({ n, side }) => side * (n - side),
    countFormula: "|S₁||S₂|",
    count: ({ n, side }) => side * (n - side),
    relabellings: unknown,
    note: "The two sides are given.",
  },
  tree: {
    formula: "n log₂⟨d⟩",
    paper: ({ n, depth }) => n * Math.log2(depth),
    countFormula: "(n−2) log₂ n",
    count: ({ n }) => (n - 2) * Math.log2(n),
    relabellings: unknown,
    note: "Cayley counts n to the power n − 2 labelled trees. ⟨d⟩ is the mean depth over all of them.",
  },
};

/** One row of Table 2 for given sizes, in bits. */
export interface Description {
  readonly class: ClassName;
  readonly paper: number;
  readonly count: number | null;
  readonly relabellings: number | null;
}

export const describe = (name: ClassName, size: Size): Description => ({
  class: name,
  paper: TABLE_2[name].paper(size),
  count: TABLE_2[name].count(size),
  relabellings: TABLE_2[name].relabellings(size),
});

/** Table 2, one row per class in the paper's order. */
export const descriptions = (size: Size): Description[] =>
  CLASSES.map((name) => describe(name, size));

/**
 * p* of Eq. (4), the chance that R = 1 for a pair of which nothing is known. The paper gives three;
 * the others are the share of the class with R(x, y) = 1 for given x and y apart.
 */
export interface Guess {
  readonly p: number;
  readonly origin: "paper" | "ours";
}

export function guessOf(name: ClassName, { n, classes }: Size): Guess | null {
  const guesses: Record<ClassName, Guess | null> = {
    generic: { p: 1 / 2, origin: "ours" },
    symmetric: { p: 1 / 2, origin: "ours" },
    antisymmetric: { p: 1 / 3, origin: "ours" },
    reflexive: { p: 1 / 2, origin: "ours" },
    transitive: null,
    equivalence: { p: 1 / classes, origin: "paper" },
    "total-order": { p: 1 / 3, origin: "paper" },
    "complete-bipartite": { p: 1 / 2, origin: "paper" },
    "incomplete-bipartite": { p: 1 / 2, origin: "ours" },
    tree: { p: 2 / n, origin: "ours" },
  };
  return guesses[name];
}
