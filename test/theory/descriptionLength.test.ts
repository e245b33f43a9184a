import { describe, expect, test } from "vitest";
import { CLASSES, type ClassName } from "../../src/theory/className";
import {
  evenSizes,
  log2Factorial,
  log2Stirling,
  meanTreeDepth,
} from "../../src/theory/combinatorics";
import { descriptions, describe as row, sizeOf } from "../../src/theory/descriptionLength";
import { MEMBERS } from "./inference/members";

describe("Table 2", () => {
  const sizes: Record<ClassName, readonly number[]> = {
    generic: [3],
    symmetric: [4],
    antisymmetric: [3, 4],
    reflexive: [3],
    transitive: [],
    equivalence: [4, 6],
    "total-order": [4, 6],
    "complete-bipartite": [3, 6],
    "incomplete-bipartite": [4, 5],
    tree: [4, 5, 6],
  };
  test.each(CLASSES.flatMap((name) => sizes[name].map((n) => [name, n] as const)))(
    "the exact count of %s on %i elements is the number of members",
    (name, n) => {
      const members = MEMBERS[name](n, 3).length;
      expect(row(name, sizeOf(n, 3)).count).toBeCloseTo(Math.log2(members), 12);
    },
  );

  test("has a row per class in the paper's order, and no count of transitive relations", () => {
    const rows = descriptions(sizeOf(30, 3));
    expect(rows.map((r) => r.class)).toEqual(CLASSES);
    expect(rows.filter((r) => r.count === null).map((r) => r.class)).toEqual(["transitive"]);
  });

  test("the paper's entries at n = 30", () => {
    const paper = Object.fromEntries(descriptions(sizeOf(30, 3)).map((r) => [r.class, r.paper]));
    expect(paper).toMatchObject({
      generic: 900,
      symmetric: 465,
      antisymmetric: 465,
      reflexive: 870,
      transitive: 450,
      "complete-bipartite": 30,
      "incomplete-bipartite": 225,
    });
    expect(paper.equivalence).toBeCloseTo(30 * Math.log2(3), 12);
    expect(paper["total-order"]).toBeCloseTo(30 * Math.log2(15), 12);
  });

  // n = 30, one decimal, from the project's statement of the science.
  test.each<[ClassName, number, number]>([
    ["equivalence", 3, 39.8],
    ["equivalence", 5, 53.3],
    ["total-order", 2, 107.7],
    ["complete-bipartite", 2, 26.2],
  ])("relabellings of %s (k = %i) take %f bits", (name, k, bits) => {
    expect(Math.abs((row(name, sizeOf(30, k)).relabellings ?? 0) - bits)).toBeLessThan(0.05);
  });

  test("relabellings are the distinct relabelled matrices, by listing all orders of 5 elements", () => {
    const orders = MEMBERS["total-order"](5, 0).map((order) =>
      Array.from({ length: 5 }, (_, x) =>
        order.subarray(5 * x, 5 * x + 5).reduce((sum, bit) => sum + bit, 0),
      ),
    );
    const distinct = (holds: (x: number, y: number) => boolean): number =>
      new Set(
        orders.map((to) => to.map((x) => to.map((y) => (holds(x, y) ? 1 : 0)).join("")).join("")),
      ).size;
    const relabellings = (name: ClassName, k: number): number =>
      2 ** (row(name, sizeOf(5, k)).relabellings ?? 0);
    expect(relabellings("equivalence", 3)).toBeCloseTo(
      distinct((x, y) => x % 3 === y % 3),
      9,
    );
    expect(relabellings("complete-bipartite", 2)).toBeCloseTo(
      distinct((x, y) => x % 2 !== y % 2),
      9,
    );
    expect(relabellings("total-order", 2)).toBeCloseTo(
      distinct((x, y) => x < y),
      9,
    );
  });
});

describe("combinatorics", () => {
  test("Stirling numbers of the second kind, OEIS A008277", () => {
    expect(2 ** log2Stirling(10, 3)).toBeCloseTo(9330, 8);
    expect(2 ** log2Stirling(8, 4)).toBeCloseTo(1701, 8);
    expect(log2Stirling(12, 12)).toBe(0);
    expect(log2Stirling(12, 1)).toBe(0);
  });

  test("log2 60! as by Stirling's series", () => {
    const n = 60;
    const ln = n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n);
    // The next term of the series is 1 / (360 n^3) < 2e-8.
    expect(Math.abs(log2Factorial(n) - ln / Math.LN2)).toBeLessThan(4e-8);
  });

  test("even sizes are those of the remainders", () => {
    expect(evenSizes(30, 4)).toEqual([8, 8, 7, 7]);
    expect(evenSizes(5, 3)).toEqual([2, 2, 1]);
  });

  test("the mean depth is that over all labelled trees on 5 elements", () => {
    const n = 5;
    const trees = MEMBERS.tree(n, 0);
    let total = 0;
    for (const tree of trees) {
      const depth = new Map([[0, 0]]);
      for (const [x, at] of depth)
        for (let y = 0; y < n; y++) if (tree[x * n + y] && !depth.has(y)) depth.set(y, at + 1);
      for (const at of depth.values()) total += at;
    }
    expect(meanTreeDepth(n)).toBeCloseTo(total / trees.length / n, 12);
  });
});
