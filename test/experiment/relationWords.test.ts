/**
 * @file The words of each relation against the relation itself: how many heaps there are is counted in its
 * truth matrix.
 */
import { describe, expect, test } from "vitest";
import { relationOf } from "../../src/experiment/dataset";
import { packMatrix } from "../../src/experiment/matrix";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { asked, understood } from "../../src/experiment/relationWords";
import { RELATIONS, type RelationName } from "../../src/theory/relation";

const NAMES = Object.keys(RELATIONS) as RelationName[];
const settings = (changes: Partial<Settings>): Settings => ({ ...DEFAULTS, n: 13, ...changes });

/** Rows of the truth matrix that differ: like elements have like rows, and unlike ones do not. */
function differentRows(of: Settings): number {
  const { n, truth } = relationOf(of);
  return new Set(Array.from({ length: n }, (_, x) => truth.slice(x * n, x * n + n).join(""))).size;
}

/** Classes whose members have equal rows, diagonal included. */
const OF_CLASSES: readonly RelationName[] = [
  "modulo-3",
  "modulo-5",
  "modulo-k",
  "complete-bipartite",
  "equivalence",
];

test.each(NAMES)("%s: sentences end, no letter k is left, and nothing is undefined", (relation) => {
  const of = settings({ relation, classes: 5 });
  expect(understood(of)).toMatch(/^[A-Z].*\.$/);
  for (const words of [asked(of), understood(of)]) expect(words).not.toMatch(/\bk\b|undefined|NaN/);
});

describe.each(OF_CLASSES)("%s", (relation) => {
  test.each([2, 4, 7])(
    "with k = %i as many heaps are told of as there are different rows",
    (classes) => {
      const of = settings({ relation, classes });
      expect(understood(of)).toContain(`: ${differentRows(of)} heaps.`);
    },
  );
});

test.each([
  ["modulo-k", 7, "divided by 7"],
  ["modulo-k", 20, "divided by 20"],
  ["modulo-3", 7, "divided by 3"],
  ["equivalence", 6, "one of 6 classes"],
  ["equivalence", 20, "one of 13 classes"],
] as const)("%s with k = %i asks: %s", (relation, classes, words) => {
  expect(asked(settings({ relation, classes }))).toContain(words);
});

test("more classes than elements leave nothing that could meet", () => {
  for (const relation of ["modulo-k", "equivalence"] as const)
    expect(understood(settings({ relation, classes: 20 }))).toContain("No two elements are alike");
});

test.each(["greater-than", "total-order"] as const)("%s: the repons line up", (relation) => {
  expect(understood(settings({ relation }))).toContain("line up in the order");
});

test.each(["generic", "symmetric", "antisymmetric", "reflexive", "transitive", "tree"] as const)(
  "%s tells of no heaps, but of learning by heart",
  (relation) => {
    expect(understood(settings({ relation }))).toContain("by heart");
    expect(understood(settings({ relation }))).not.toContain("heaps");
  },
);

test("the two sides of an incomplete bipartite graph meet; which pairs hold is learnt by heart", () => {
  const words = understood(settings({ relation: "incomplete-bipartite" }));
  expect(words).toContain("2 heaps");
  expect(words).toContain("by heart");
});

describe("a relation of one's own", () => {
  const own = (holds: (x: number, y: number) => boolean) => {
    const truth = Uint8Array.from({ length: 169 }, (_, i) =>
      holds(Math.floor(i / 13), i % 13) ? 1 : 0,
    );
    return understood(settings({ relation: "custom", matrix: packMatrix(truth) }));
  };
  test("has as many heaps as there were classes drawn", () => {
    expect(own((x, y) => x % 4 === y % 4)).toContain("4 heaps");
    expect(own(() => true)).toContain("1 heap:");
  });
  test("in which no two elements are alike has none", () => {
    expect(own((x, y) => y === x + 1)).toContain("No two elements are alike");
  });
});
