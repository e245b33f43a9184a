import { expect, test } from "vitest";
import { makeRelation, type RelationName } from "../../src/theory/relation";

const DRAWS = 4000;

/** Share of seeds for which R(x, y) = 1 in a relation on n elements. */
function shareOf(name: RelationName, n: number, x: number, y: number): number {
  let count = 0;
  for (let seed = 0; seed < DRAWS; seed++)
    count += makeRelation(name, { n, classes: 2, seed, matrix: new Uint8Array() }).truth[x * n + y];
  return count / DRAWS;
}

// Chances by hand. A tree on 3 elements has 2 of 3 edges. A given element is on the other side than another
// one in 4 of 6 ways to halve 4 elements, and then has an edge to it in one of two cases. Of 3 elements, 0
// reaches 2 by its own arrow (1/3), or else (2/3) over 1 (1/9): 1/3 + 2/27.
test.each<[RelationName, number, number, number, number]>([
  ["generic", 4, 1, 2, 1 / 2],
  ["generic", 4, 3, 3, 1 / 2],
  ["symmetric", 4, 1, 2, 1 / 2],
  ["reflexive", 4, 1, 2, 1 / 2],
  ["antisymmetric", 4, 1, 2, 1 / 3],
  ["antisymmetric", 4, 2, 1, 1 / 3],
  ["antisymmetric", 4, 2, 2, 1 / 2],
  ["complete-bipartite", 4, 0, 3, 4 / 6],
  ["incomplete-bipartite", 4, 0, 3, 4 / 12],
  ["total-order", 4, 3, 0, 1 / 2],
  ["tree", 3, 0, 2, 2 / 3],
  ["transitive", 2, 0, 1, 1 / 2],
  ["transitive", 3, 0, 2, 1 / 3 + 2 / 27],
])(
  "over all seeds a %s relation on %i elements has R(%i, %i) with chance %f",
  (name, n, x, y, p) => {
    const error = Math.sqrt((p * (1 - p)) / DRAWS);
    // 13 shares are compared: four standard errors leave a chance of 1e-3 that one is off.
    expect(Math.abs(shareOf(name, n, x, y) - p)).toBeLessThan(4 * error);
  },
);
