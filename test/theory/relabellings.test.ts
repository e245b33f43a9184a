import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { log2Automorphisms } from "../../src/theory/automorphisms";
import { log2Factorial } from "../../src/theory/combinatorics";
import { FAMILY } from "../../src/theory/inference/prior";
import { relabellingBits } from "../../src/theory/relabellings";
import { makeRelation, RELATIONS, type RelationName } from "../../src/theory/relation";

const NAMES = Object.keys(RELATIONS) as RelationName[];

const relation = (name: RelationName, n: number, seed = 0) =>
  makeRelation(name, { n, classes: 3, seed, matrix: new Uint8Array(n * n) });

/** Every order of 0..n-1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}
const ORDERS = new Map([4, 5, 6].map((n) => [n, orders(n)]));

/** log2 of the number of different matrices that relabelling gives. */
function counted(n: number, truth: Uint8Array): number {
  const all = (ORDERS.get(n) ?? []).map((to) =>
    Array.from(truth, (_, pair) => truth[to[Math.floor(pair / n)] * n + to[pair % n]]).join(""),
  );
  return Math.log2(new Set(all).size);
}

describe("relabellings", () => {
  test.each(NAMES)("of %s are as many as are counted", (name) => {
    for (const n of [5, 6])
      for (const seed of [0, 1, 2]) {
        const made = relation(name, n, seed);
        // Sums of some ten logarithms in double precision.
        expect(relabellingBits(FAMILY[name], made)).toBeCloseTo(counted(n, made.truth), 9);
      }
  });

  property.prop([fc.uint8Array({ minLength: 25, maxLength: 25, max: 1 })], {
    seed: 20263,
    numRuns: 150,
  })("of any relation of five elements are as many as are counted", (truth) => {
    expect(log2Factorial(5) - (log2Automorphisms(5, truth) ?? Number.NaN)).toBeCloseTo(
      counted(5, truth),
      9,
    );
  });

  // n = 30, from the project's statement of the science, to the digit it gives.
  test.each<[RelationName, number]>([
    ["modulo-3", 39.8],
    ["modulo-5", 53.3],
    ["greater-than", 107.7],
    ["complete-bipartite", 26.2],
  ])("of %s on 30 elements take %f bits", (name, bits) => {
    expect(relabellingBits(FAMILY[name], relation(name, 30))).toBeCloseTo(bits, 1);
  });
});

describe("the search for automorphisms", () => {
  test.each<RelationName>(["modulo-3", "modulo-5", "complete-bipartite", "greater-than"])(
    "agrees with the sizes of the classes for %s on 30 elements",
    (name) => {
      const made = relation(name, 30);
      const searched = log2Factorial(30) - (log2Automorphisms(30, made.truth) ?? Number.NaN);
      expect(searched).toBeCloseTo(relabellingBits(FAMILY[name], made) ?? 0, 9);
    },
  );

  test("tells a graph of six in a circle, where no colour differs, from two triangles", () => {
    const graph = (edges: readonly (readonly number[])[]) => {
      const truth = new Uint8Array(36);
      for (const [x, y] of edges) truth[x * 6 + y] = truth[y * 6 + x] = 1;
      return truth;
    };
    const circle = graph([0, 1, 2, 3, 4, 5].map((x) => [x, (x + 1) % 6]));
    const triangles = graph([
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 3],
    ]);
    expect(log2Automorphisms(6, circle)).toBeCloseTo(Math.log2(12), 12);
    expect(log2Automorphisms(6, triangles)).toBeCloseTo(Math.log2(72), 12);
  });

  test("nothing at all has every permutation", () => {
    expect(log2Automorphisms(40, new Uint8Array(1600))).toBeCloseTo(log2Factorial(40), 9);
  });
});
