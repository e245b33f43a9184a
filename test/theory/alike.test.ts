import { describe, expect, test } from "vitest";
import { alikePairs } from "../../src/theory/alike";
import { correlation } from "../../src/theory/correlation";
import { forecastHorizon, offBy } from "../../src/theory/forecast";
import { makeRelation, type RelationName } from "../../src/theory/relation";

const relation = (name: RelationName, n = 12) =>
  makeRelation(name, { n, classes: 3, seed: 1, matrix: new Uint8Array(n * n) });

describe("pairs of one class", () => {
  test.each<[RelationName, number]>([
    ["modulo-3", 3 * 6],
    ["complete-bipartite", 2 * 15],
    ["greater-than", 0],
    ["total-order", 0],
  ])("%s on 12 elements has %i", (name, count) => {
    const pairs = alikePairs(relation(name));
    expect(pairs).toHaveLength(count);
    const { grouping } = relation(name);
    expect(pairs.every(([x, y]) => x < y && grouping?.of[x] === grouping?.of[y])).toBe(true);
  });

  test("An element alone in its class belongs to no pair", () => {
    const pairs = alikePairs(relation("modulo-3", 4));
    expect(pairs).toEqual([[0, 3]]);
  });

  test("Where nothing but themselves sets elements apart, they are apart", () => {
    const matrix = Uint8Array.from({ length: 25 }, (_, i) => (i % 6 === 0 ? 0 : 1));
    expect(alikePairs(makeRelation("custom", { n: 5, classes: 3, seed: 1, matrix }))).toEqual([]);
  });

  test("The empty relation cannot tell any two apart", () => {
    expect(alikePairs(relation("custom", 5))).toHaveLength(10);
  });
});

describe("correlation", () => {
  test("is 1 and -1 on straight lines, whatever their scale", () => {
    const x = [1, 2, 4, 8];
    expect(
      correlation(
        x,
        x.map((v) => 1e-200 * v + 1e-199),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      correlation(
        x,
        x.map((v) => 3 - 1e200 * v),
      ),
    ).toBeCloseTo(-1, 12);
  });

  test("numpy.corrcoef([1, 2, 3, 5], [2, 1, 4, 3])[0, 1] is 0.5291502622129181", () => {
    // By hand: sums of products of deviations 3.5, 8.75 and 5, so 3.5 / sqrt(43.75).
    expect(correlation([1, 2, 3, 5], [2, 1, 4, 3])).toBeCloseTo(3.5 / Math.sqrt(43.75), 12);
  });

  test("does not exist for a constant, for two points, or with an infinite value", () => {
    expect(correlation([1, 2, 3], [0, 0, 0])).toBeNull();
    expect(correlation([1, 2, 3], [5, 5, 5])).toBeNull();
    expect(correlation([1, 2], [1, 2])).toBeNull();
    expect(correlation([1, 2, 3], [1, 2, Infinity])).toBeNull();
    expect(correlation([1, 2, 3], [1, 2, Number.NaN])).toBeNull();
  });

  test("is taken over the chosen points alone", () => {
    expect(correlation([1, 2, 3, 0], [1, 2, 3, 99], [0, 1, 2])).toBeCloseTo(1, 12);
  });
});

describe("the horizon of a prediction", () => {
  test("is the first time at which it is off by more than two, either way", () => {
    expect(forecastHorizon([0, 10, 20, 30], [4, 4, 4, 4], [4, 2.5, 1.9, 4])).toBe(20);
    expect(forecastHorizon([0, 10, 20], [4, 4, 4], [4, 7.9, 8.1])).toBe(20);
    expect(forecastHorizon([0, 10], [4, 4], [4, 8])).toBeNull();
  });

  test("Two that both vanish agree; one that vanishes is off by any factor", () => {
    expect(offBy(0, 0)).toBe(1);
    expect(offBy(0, 1)).toBe(Infinity);
    expect(offBy(1, 0)).toBe(Infinity);
    expect(offBy(2, 4)).toBe(2);
  });
});
