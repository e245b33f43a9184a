import { describe, expect, test } from "vitest";
import { log2Stirling } from "../../../src/theory/combinatorics";
import { infer } from "../../../src/theory/inference/infer";
import type { Graph } from "../../../src/theory/inference/painter";
import { partitionDraws, partitions } from "../../../src/theory/inference/partitions";
import { UNKNOWN } from "../../../src/theory/inference/sample";
import { uniform } from "../../../src/theory/random";

const nodes = 8;

function randomGraph(seed: number, share: number): Graph {
  const apart = new Uint8Array(nodes * nodes);
  for (let u = 0; u < nodes; u++)
    for (let v = 0; v < u; v++)
      if (uniform(seed, "mask", u * nodes + v) < share)
        apart[u * nodes + v] = apart[v * nodes + u] = 1;
  return { nodes, apart };
}

/** All colourings with k colours, each partition k! times. */
function listed({ apart }: Graph, k: number): Set<string> {
  const found = new Set<string>();
  for (let code = 0; code < k ** nodes; code++) {
    const of = Array.from({ length: nodes }, (_, v) => Math.floor(code / k ** v) % k);
    if (new Set(of).size < k) continue;
    if (of.some((a, v) => of.some((b, u) => a === b && apart[v * nodes + u] === 1))) continue;
    found.add(of.map((a) => of.indexOf(a)).join());
  }
  return found;
}

describe("partitions of a graph into exactly k classes", () => {
  test.each([2, 3, 4])("the search meets every one exactly once, k = %i", (k) => {
    for (let seed = 0; seed < 5; seed++) {
      const graph = randomGraph(seed, 0.25);
      const met: string[] = [];
      const complete = partitions(graph, k, (colour) => {
        met.push([...colour].map((a) => colour.indexOf(a)).join());
        return true;
      });
      expect(complete).toBe(true);
      expect(met.toSorted()).toEqual([...listed(graph, k)].toSorted());
    }
  });

  test("the search says when it was cut short", () => {
    expect(partitions(randomGraph(0, 0.1), 3, () => false)).toBe(false);
    expect(partitions(randomGraph(0, 0.1), 3, () => true, 5)).toBe(false);
  });

  test("without edges every draw has weight 1: it is uniform", () => {
    let draws = 0;
    const next = partitionDraws(randomGraph(0, 0), 3, () => uniform(0, "inference", draws++));
    for (let i = 0; i < 50; i++) next((_, weight) => expect(weight).toBeCloseTo(1, 12));
  });

  test.each([
    [3, 0.2],
    [4, 0.4],
    [6, 0.3],
  ])("weighted draws count the partitions, in all and pair by pair, k = %i", (k, share) => {
    const count = 4000;
    const graph = randomGraph(1, share);
    const all: number[][] = [];
    partitions(graph, k, (colour) => all.push([...colour]) > 0);
    let draws = 0;
    const next = partitionDraws(graph, k, () => uniform(k, "inference", draws++));
    const ways = 2 ** log2Stirling(nodes, k);
    for (const [u, v] of [
      [0, 0],
      [0, 1],
      [2, 5],
      [3, 7],
    ]) {
      let [sum, squares] = [0, 0];
      for (let i = 0; i < count; i++)
        next((colour, weight) => {
          if (colour[u] !== colour[v]) return;
          sum += weight * ways;
          squares += (weight * ways) ** 2;
        });
      const error = Math.sqrt((squares / count - (sum / count) ** 2) / count);
      const expected = all.filter((of) => of[u] === of[v]).length;
      // Four standard errors; where all weights are equal only rounding is left.
      expect(Math.abs(sum / count - expected)).toBeLessThan(4 * error + 1e-9 * ways);
    }
  });
});

describe("equivalence on 30 elements, too many partitions to list", () => {
  const n = 30;
  const value = new Uint8Array(n * n).fill(UNKNOWN);
  const differ: readonly [number, number][] = [
    [0, 1],
    [0, 2],
    [1, 2],
    [3, 0],
    [1, 3],
  ];
  for (const [x, y] of differ) value[x * n + y] = 0;
  const prior = { class: "equivalence", classes: 3, side: new Uint8Array(n) } as const;
  const inference = infer(prior, { n, value }, 0);
  if (inference.kind !== "consistent" || !inference.p) throw new Error("is consistent");
  const { p } = inference;

  test("an element that differs from two of three classes is in the third", () => {
    expect(inference.exact).toBe(false);
    expect(inference.value[2 * n + 3]).toBe(1);
    expect(inference.closed[2 * n + 3]).toBe(UNKNOWN);
    expect(p[2 * n + 3]).toBe(1);
    expect(inference.value.filter((bit) => bit !== UNKNOWN)).toHaveLength(n + 12);
  });

  test("a free element is in each class with probability 1/3, by symmetry", () => {
    // Four of the standard errors at which drawing stops.
    const tolerance = 4 * 0.016;
    for (let x = 4; x < n; x++) expect(Math.abs(p[x] - 1 / 3)).toBeLessThan(tolerance);
  });
});
