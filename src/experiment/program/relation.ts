/**
 * @file The relation of a program: `theory/relation.ts` in Python, one row for each.
 *
 * Each defines TRUTH, a flag for every ordered pair; X and Y are the two elements of the pairs.
 */
import type { RelationName } from "../../theory/relation";
import { heading } from "./pieces";

/** The number of a pair and of the same pair turned round. */
const UNORDERED = "np.minimum(X, Y) * N + np.maximum(X, Y)";

/** A random half of the elements. */
const SIDES = `
SIDE = np.empty(N, dtype=int)
SIDE[permutation("relation", N)] = np.arange(N) % 2`;

const TRUTHS: Readonly<Record<RelationName, string>> = {
  "modulo-3": "TRUTH = X % 3 == Y % 3",
  "modulo-5": "TRUTH = X % 5 == Y % 5",
  "modulo-k": "TRUTH = X % CLASSES == Y % CLASSES",
  "greater-than": "TRUTH = X < Y",
  "complete-bipartite": `${SIDES}
TRUTH = SIDE[X] != SIDE[Y]`,
  equivalence: `
# A random partition into exactly K classes: the last element is alone in its class with
# probability S(i - 1, j - 1) / S(i, j), Stirling numbers, else it joins one of the j.
K = min(CLASSES, N)
stirling = np.zeros((N + 1, K + 1))
stirling[0, 0] = 1
for i in range(1, N + 1):
    stirling[i, 1:] = np.arange(1, K + 1) * stirling[i - 1, 1:] + stirling[i - 1, :-1]

CLASS = np.empty(N, dtype=int)
draw = uniform("relation", np.arange(N + 1))
joined = uniform("relation", np.arange(N + 1), lane=1)
j = K
for i in range(N, 0, -1):
    if draw[i] < stirling[i - 1, j - 1] / stirling[i, j]:
        j -= 1
        CLASS[i - 1] = j
    else:
        CLASS[i - 1] = int(joined[i] * j)
TRUTH = CLASS[X] == CLASS[Y]`,
  "total-order": `
RANK = permutation("relation", N)
TRUTH = RANK[X] < RANK[Y]`,
  generic: 'TRUTH = uniform("relation", X * N + Y) < 0.5',
  symmetric: `TRUTH = uniform("relation", ${UNORDERED}) < 0.5`,
  antisymmetric: `
# Of x < y: 0 neither way, 1 R(x, y), 2 R(y, x). A coin for x = y.
state = integer("relation", ${UNORDERED}, 3)
coin = uniform("relation", X * N + Y) < 0.5
TRUTH = np.where(X == Y, coin, state == np.where(X < Y, 1, 2))`,
  reflexive: 'TRUTH = (X == Y) | (uniform("relation", X * N + Y) < 0.5)',
  transitive: `
# What can be reached along random arrows (Warshall).
reach = (uniform("relation", X * N + Y) < 1 / N).reshape(N, N)
for via in range(N):
    reach |= np.outer(reach[:, via], reach[via])
TRUTH = reach.ravel()`,
  "incomplete-bipartite": `${SIDES}
coin = uniform("relation", ${UNORDERED}, lane=1) < 0.5
TRUTH = (SIDE[X] != SIDE[Y]) & coin`,
  tree: `
# The edges of a random tree, from a random Prüfer sequence.
sequence = integer("relation", np.arange(N - 2), N)
degree = np.bincount(sequence, minlength=N) + 1
edges = np.zeros((N, N), dtype=bool)
for inner in sequence:
    leaf = np.argmax(degree == 1)
    edges[inner, leaf] = edges[leaf, inner] = True
    degree[[inner, leaf]] -= 1
a, b = np.flatnonzero(degree == 1)
edges[a, b] = edges[b, a] = True
TRUTH = edges.ravel()`,
  custom: "TRUTH = bits(MATRIX)",
};

export const relationSection = (relation: RelationName): string => `
${heading("Relation")}
# The elements x and y of all N * N ordered pairs, and whether R(x, y) holds.

X, Y = np.divmod(np.arange(N * N), N)
${TRUTHS[relation].trim()}`;
