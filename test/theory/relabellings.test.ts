import { expect, test } from "vitest";
import { FAMILY } from "../../src/theory/inference/prior";
import { relabellingBits } from "../../src/theory/relabellings";
import { makeRelation, type RelationName } from "../../src/theory/relation";

const relation = (name: RelationName, n: number, seed = 0) =>
  makeRelation(name, { n, classes: 3, seed, matrix: new Uint8Array(n * n) });

/** Every order of 0..n-1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}

/** log2 of the number of different matrices that relabelling gives. */
function counted(name: RelationName, n: number, seed: number): number {
  const { truth } = relation(name, n, seed);
  const all = orders(n).map((to) =>
    Array.from(truth, (_, pair) => truth[to[Math.floor(pair / n)] * n + to[pair % n]]).join(""),
  );
  return Math.log2(new Set(all).size);
}

test.each<[RelationName, number]>([
  ["modulo-3", 6],
  ["modulo-3", 5],
  ["equivalence", 6],
  ["complete-bipartite", 6],
  ["complete-bipartite", 5],
  ["greater-than", 5],
  ["total-order", 5],
])("%s of %i elements has as many relabellings as are counted", (name, n) => {
  for (const seed of [0, 1, 2])
    expect(relabellingBits(FAMILY[name], relation(name, n, seed))).toBeCloseTo(
      counted(name, n, seed),
      9,
    );
});

// n = 30, from the project's statement of the science, to the digit it gives.
test.each<[RelationName, number]>([
  ["modulo-3", 39.8],
  ["modulo-5", 53.3],
  ["greater-than", 107.7],
  ["complete-bipartite", 26.2],
])("%s of 30 elements takes %f bits", (name, bits) => {
  expect(relabellingBits(FAMILY[name], relation(name, 30))).toBeCloseTo(bits, 1);
});
