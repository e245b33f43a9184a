/**
 * @file All members of a class of relations on a few elements, by plain enumeration: the slow and
 * obvious oracle of the inference tests.
 */
import type { ClassName } from "../../../src/theory/className";
import { UNKNOWN } from "../../../src/theory/inference/sample";

type Truth = Uint8Array;

const matrix = (n: number, holds: (x: number, y: number) => boolean): Truth =>
  Uint8Array.from({ length: n * n }, (_, pair) => (holds(Math.floor(pair / n), pair % n) ? 1 : 0));

/** All words of `length` letters 0..letters-1. */
function words(length: number, letters: number): number[][] {
  if (length === 0) return [[]];
  return words(length - 1, letters).flatMap((word) =>
    Array.from({ length: letters }, (_, letter) => [...word, letter]),
  );
}

/** All 0/1 matrices on n elements with a property. */
function matrices(n: number, has: (truth: Truth) => boolean): Truth[] {
  const found: Truth[] = [];
  for (let bits = 0; bits < 2 ** (n * n); bits++) {
    const truth = Uint8Array.from({ length: n * n }, (_, pair) => (bits >> pair) & 1);
    if (has(truth)) found.push(truth);
  }
  return found;
}

/** Every symmetric matrix with an empty diagonal. */
const graphs = (n: number): Truth[] => {
  const edges = Array.from({ length: n * n }, (_, pair) => pair).filter(
    (pair) => Math.floor(pair / n) < pair % n,
  );
  return words(edges.length, 2).map((word) => {
    const truth = new Uint8Array(n * n);
    edges.forEach((pair, i) => {
      truth[pair] = truth[(pair % n) * n + Math.floor(pair / n)] = word[i];
    });
    return truth;
  });
};

const distinct = (truths: Truth[]): Truth[] => [
  ...new Map(truths.map((truth) => [truth.join(""), truth])).values(),
];

/** Partitions into at most n classes; `k` null keeps all, otherwise those with exactly k. */
export const partitionsOf = (n: number, k: number | null): Truth[] =>
  distinct(
    words(n, n)
      .filter((word) => k === null || new Set(word).size === k)
      .map((of) => matrix(n, (x, y) => of[x] === of[y])),
  );

const orders = (n: number): Truth[] =>
  words(n, n)
    .filter((rank) => new Set(rank).size === n)
    .map((rank) => matrix(n, (x, y) => rank[x] < rank[y]));

const isTree = (n: number, truth: Truth): boolean => {
  if (truth.reduce((sum, bit) => sum + bit, 0) !== 2 * (n - 1)) return false;
  const reached = new Set([0]);
  for (const x of reached) for (let y = 0; y < n; y++) if (truth[x * n + y]) reached.add(y);
  return reached.size === n;
};

const isTransitive = (n: number, truth: Truth): boolean => {
  for (let x = 0; x < n; x++)
    for (let y = 0; y < n; y++)
      for (let z = 0; z < n; z++)
        if (truth[x * n + y] && truth[y * n + z] && !truth[x * n + z]) return false;
  return true;
};

/** Elements with an odd number are on the other side. */
export const SIDE = Uint8Array.from([0, 1, 0, 1, 0, 1, 0]);

/** All members of the class on n elements. */
export const MEMBERS: Record<ClassName, (n: number, k: number) => Truth[]> = {
  generic: (n) => matrices(n, () => true),
  symmetric: (n) =>
    matrices(n, (t) => t.every((bit, pair) => bit === t[(pair % n) * n + Math.floor(pair / n)])),
  antisymmetric: (n) =>
    matrices(n, (t) =>
      t.every(
        (bit, pair) =>
          pair % (n + 1) === 0 || bit === 0 || t[(pair % n) * n + Math.floor(pair / n)] === 0,
      ),
    ),
  reflexive: (n) => matrices(n, (t) => t.every((bit, pair) => pair % (n + 1) !== 0 || bit === 1)),
  transitive: (n) => matrices(n, (t) => isTransitive(n, t)),
  equivalence: (n, k) => partitionsOf(n, k),
  "total-order": orders,
  "complete-bipartite": (n) =>
    distinct(words(n, 2).map((side) => matrix(n, (x, y) => side[x] !== side[y]))),
  "incomplete-bipartite": (n) =>
    graphs(n).filter((t) =>
      t.every((bit, pair) => bit === 0 || SIDE[Math.floor(pair / n)] !== SIDE[pair % n]),
    ),
  tree: (n) => graphs(n).filter((t) => isTree(n, t)),
};

/** Members that agree with every known pair. */
export const agreeing = (members: readonly Truth[], value: Uint8Array): Truth[] =>
  members.filter((truth) =>
    truth.every((bit, pair) => value[pair] === UNKNOWN || value[pair] === bit),
  );

/** Share of R = 1 among the members, pair by pair. */
export const shareOf = (members: readonly Truth[]): Float64Array =>
  Float64Array.from(
    members[0],
    (_, pair) => members.reduce((sum, truth) => sum + truth[pair], 0) / members.length,
  );

/** What all members have in common. */
export const commonTo = (members: readonly Truth[]): Uint8Array =>
  Uint8Array.from(shareOf(members), (p) => (p === 0 || p === 1 ? p : UNKNOWN));
