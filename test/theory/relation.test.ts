import { describe, expect, test } from "vitest";
import { makeRelation, RELATIONS, type Recipe, type RelationName } from "../../src/theory/relation";

const recipe = (changes: Partial<Recipe> = {}): Recipe => ({
  n: 12,
  classes: 4,
  seed: 7,
  matrix: new Uint8Array(144),
  ...changes,
});

const holdsOf = (name: RelationName, changes: Partial<Recipe> = {}) => {
  const { n, truth } = makeRelation(name, recipe(changes));
  const elements = Array.from({ length: n }, (_, x) => x);
  return { n, elements, holds: (x: number, y: number) => truth[x * n + y] === 1 };
};

const everyPair = (
  { elements }: { elements: number[] },
  law: (x: number, y: number) => boolean,
): boolean => elements.every((x) => elements.every((y) => law(x, y)));

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

describe("Table 1", () => {
  test("modulo k holds for equal remainders, for any k", () => {
    for (const [name, k] of [
      ["modulo-3", 3],
      ["modulo-5", 5],
      ["modulo-k", 7],
    ] as const) {
      const relation = holdsOf(name, { classes: k });
      expect(everyPair(relation, (x, y) => relation.holds(x, y) === (x % k === y % k))).toBe(true);
    }
  });

  test("greater-than follows the paper's convention, R(x, y) = 1 iff x < y", () => {
    const relation = holdsOf("greater-than");
    expect(everyPair(relation, (x, y) => relation.holds(x, y) === x < y)).toBe(true);
  });

  test("the complete bipartite graph joins exactly the two halves of a balanced S", () => {
    for (const seed of SEEDS)
      for (const n of [12, 13]) {
        const { elements, holds } = holdsOf("complete-bipartite", { seed, n });
        const side = elements.map((x) => holds(0, x));
        expect(everyPair({ elements }, (x, y) => holds(x, y) === (side[x] !== side[y]))).toBe(true);
        const larger = Math.max(side.filter(Boolean).length, side.filter((s) => !s).length);
        expect(larger).toBe(Math.ceil(n / 2));
      }
  });
});

describe("a random member of a class of Table 2 obeys the law of its class", () => {
  const transitive = ({ elements, holds }: ReturnType<typeof holdsOf>) =>
    elements.every((x) =>
      elements.every((y) => !holds(x, y) || elements.every((z) => !holds(y, z) || holds(x, z))),
    );
  const LAWS: Partial<Record<RelationName, (relation: ReturnType<typeof holdsOf>) => boolean>> = {
    symmetric: (r) => everyPair(r, (x, y) => r.holds(x, y) === r.holds(y, x)),
    antisymmetric: (r) => everyPair(r, (x, y) => x === y || !(r.holds(x, y) && r.holds(y, x))),
    reflexive: (r) => r.elements.every((x) => r.holds(x, x)),
    transitive,
    equivalence: (r) =>
      r.elements.every((x) => r.holds(x, x)) &&
      everyPair(r, (x, y) => r.holds(x, y) === r.holds(y, x)) &&
      transitive(r),
    "total-order": (r) =>
      transitive(r) &&
      everyPair(r, (x, y) => (x === y ? !r.holds(x, y) : r.holds(x, y) !== r.holds(y, x))),
    "incomplete-bipartite": (r) => everyPair(r, (x, y) => r.holds(x, y) === r.holds(y, x)),
    tree: (r) => everyPair(r, (x, y) => r.holds(x, y) === r.holds(y, x) && !r.holds(x, x)),
  };
  for (const [name, law] of Object.entries(LAWS))
    test(name, () => {
      for (const seed of SEEDS) expect(law(holdsOf(name as RelationName, { seed }))).toBe(true);
    });

  test("an equivalence with k classes has exactly k, also for k = n and k above n", () => {
    for (const [classes, expected] of [
      [2, 2],
      [5, 5],
      [12, 12],
      [20, 12],
    ])
      for (const seed of SEEDS) {
        const { truth, n } = makeRelation("equivalence", recipe({ classes, seed }));
        const rows = new Set(
          Array.from({ length: n }, (_, x) => truth.slice(x * n, (x + 1) * n).join("")),
        );
        expect(rows.size).toBe(expected);
      }
  });

  test("partitions of 4 elements into 2 classes are uniform over all S(4, 2) = 7", () => {
    const count = 7000;
    const seen = new Map<string, number>();
    for (let seed = 0; seed < count; seed++) {
      const key = makeRelation(
        "equivalence",
        recipe({ n: 4, classes: 2, seed, matrix: new Uint8Array(16) }),
      ).truth.join("");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(7);
    // Four standard errors of a binomial count with p = 1/7.
    const spread = 4 * Math.sqrt((count * 6) / 49);
    for (const times of seen.values()) expect(Math.abs(times - count / 7)).toBeLessThan(spread);
  });

  test("labelled trees on 4 elements are uniform over all 4^2 = 16 (Cayley)", () => {
    const count = 8000;
    const seen = new Map<string, number>();
    for (let seed = 0; seed < count; seed++) {
      const key = makeRelation(
        "tree",
        recipe({ n: 4, seed, matrix: new Uint8Array(16) }),
      ).truth.join("");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(16);
    const spread = 4 * Math.sqrt((count * 15) / 256);
    for (const times of seen.values()) expect(Math.abs(times - count / 16)).toBeLessThan(spread);
  });

  test("a tree has n - 1 edges and reaches every element", () => {
    for (const seed of SEEDS) {
      const { truth, grouping } = makeRelation("tree", recipe({ seed }));
      expect(truth.reduce((sum, bit) => sum + bit, 0)).toBe(2 * 11);
      expect(Math.max(...(grouping?.of ?? [255]))).toBeLessThan(12);
    }
  });
});

test("equal recipes give equal relations, other seeds other ones", () => {
  for (const name of ["generic", "symmetric", "equivalence", "tree", "total-order"] as const) {
    const make = (seed: number) => makeRelation(name, recipe({ seed })).truth.join("");
    expect(make(1)).toBe(make(1));
    expect(make(1)).not.toBe(make(2));
  }
});

test("every relation works for every n from 4 to 60 and fills its matrix with 0 and 1", () => {
  for (const name of Object.keys(RELATIONS) as RelationName[])
    for (const n of [4, 5, 31, 60]) {
      const { truth, grouping } = makeRelation(
        name,
        recipe({ n, classes: 30, matrix: new Uint8Array(n * n) }),
      );
      expect(truth).toHaveLength(n * n);
      expect(truth.every((bit) => bit === 0 || bit === 1)).toBe(true);
      if (grouping) {
        expect(grouping.of).toHaveLength(n);
        expect(Math.max(...grouping.of)).toBeLessThan(grouping.count);
      }
    }
});

test("a custom relation groups elements that it cannot tell apart", () => {
  const { truth } = makeRelation("modulo-3", recipe());
  const custom = makeRelation("custom", recipe({ matrix: truth }));
  expect(Array.from(custom.grouping?.of ?? [])).toEqual(
    Array.from({ length: 12 }, (_, x) => x % 3),
  );
});
