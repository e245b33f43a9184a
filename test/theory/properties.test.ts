/**
 * @file Properties of relations against definitions of another kind: lists of all partitions, orders,
 * sides and trees, over every relation on 3 elements and on 4.
 */
import { describe, expect, test } from "vitest";
import { CLASSES } from "../../src/theory/className";
import { FAMILY } from "../../src/theory/inference/prior";
import { classesOf, PROPERTY_OF, smallestClasses, WITHIN } from "../../src/theory/membership";
import { counterexample, PROPERTIES, type PropertyName } from "../../src/theory/properties";
import { makeRelation, RELATIONS, type RelationName } from "../../src/theory/relation";

const NAMES = Object.keys(PROPERTIES) as PropertyName[];

const matrixOf = (n: number, code: number) =>
  Uint8Array.from({ length: n * n }, (_, pair) => (code >> pair) & 1);
const codeOf = (n: number, holds: (x: number, y: number) => boolean): number =>
  Array.from({ length: n * n }, (_, pair) =>
    holds(Math.floor(pair / n), pair % n) ? 2 ** pair : 0,
  ).reduce((a, b) => a + b);
/** All functions from n elements to 0..k-1. */
const labellings = (n: number, k: number): number[][] =>
  Array.from({ length: k ** n }, (_, code) =>
    Array.from({ length: n }, (_, x) => Math.floor(code / k ** x) % k),
  );
const permutations = (n: number) => labellings(n, n).filter((ranks) => new Set(ranks).size === n);

/** Codes of all members of the classes that can be listed. */
function members(n: number) {
  const halves = labellings(n, 2);
  const edges = Array.from({ length: n * n }, (_, pair) => [Math.floor(pair / n), pair % n]).filter(
    ([x, y]) => x < y,
  );
  const graphs = Array.from({ length: 2 ** edges.length }, (_, chosen) =>
    edges.filter((_, i) => (chosen >> i) & 1),
  );
  const graph = (of: number[][]) =>
    codeOf(n, (x, y) => of.some(([a, b]) => (a === x && b === y) || (a === y && b === x)));
  const joinsAll = (of: number[][]) => {
    const reached = new Set([0]);
    for (let i = 0; i < n; i++)
      for (const [a, b] of of) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
    return reached.size === n;
  };
  return {
    equivalence: new Set(labellings(n, n).map((of) => codeOf(n, (x, y) => of[x] === of[y]))),
    totalOrder: new Set(permutations(n).map((rank) => codeOf(n, (x, y) => rank[x] < rank[y]))),
    completeBipartite: new Set(halves.map((of) => codeOf(n, (x, y) => of[x] !== of[y]))),
    bipartite: new Set(
      graphs
        .filter((of) => halves.some((side) => of.every(([a, b]) => side[a] !== side[b])))
        .map(graph),
    ),
    tree: new Set(graphs.filter((of) => of.length === n - 1 && joinsAll(of)).map(graph)),
  };
}

/** The others, said of R as a set of ordered pairs. */
function laws(n: number, truth: Uint8Array) {
  const elements = Array.from({ length: n }, (_, x) => x);
  const has = (x: number, y: number) => truth[x * n + y] === 1;
  const every = (law: (x: number, y: number, z: number) => boolean) =>
    elements.every((x) => elements.every((y) => elements.every((z) => law(x, y, z))));
  return {
    reflexive: every((x) => has(x, x)),
    irreflexive: every((x) => !has(x, x)),
    symmetric: every((x, y) => has(x, y) === has(y, x)),
    antisymmetric: every((x, y) => !(has(x, y) && has(y, x)) || x === y),
    asymmetric: every((x, y) => !(has(x, y) && has(y, x))),
    transitive: every((x, y, z) => !(has(x, y) && has(y, z)) || has(x, z)),
    antitransitive: every((x, y, z) => !(has(x, y) && has(y, z) && has(x, z))),
    total: every((x, y) => x === y || has(x, y) || has(y, x)),
  };
}

describe.each([3, 4])("every relation on %i elements", (n) => {
  const listed = members(n);
  const names = Array.from({ length: n }, (_, x) => `e${x}`);
  const codes = Array.from({ length: 2 ** (n * n) }, (_, code) => code);

  test("has a property exactly where its definition says so", () => {
    const wrong: string[] = [];
    for (const code of codes) {
      const truth = matrixOf(n, code);
      const said = laws(n, truth);
      for (const name of NAMES) {
        const expected =
          name in said
            ? said[name as keyof typeof said]
            : listed[name as keyof typeof listed].has(code);
        if ((counterexample(name, { n, truth, names }) === null) !== expected)
          wrong.push(`${name} ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("is shown by a counterexample's pairs alone not to have it, whatever the other pairs are", () => {
    /** Whether no relation that agrees on these pairs has the property. */
    const refuted = (name: PropertyName, pairs: readonly number[], code: number): boolean => {
      const agrees = (other: number) => pairs.every((pair) => ((other ^ code) >> pair) % 2 === 0);
      const having = name in listed ? [...listed[name as keyof typeof listed]] : null;
      if (having) return !having.some(agrees);
      return !codes.some((other) => agrees(other) && laws(n, matrixOf(n, other))[name as "total"]);
    };
    // Of 4 elements every 97th: a prime, so that no bit is always the same.
    for (const code of codes.filter((each) => n === 3 || each % 97 === 0)) {
      const truth = matrixOf(n, code);
      for (const name of NAMES) {
        if (n === 4 && !(name in listed)) continue;
        const found = counterexample(name, { n, truth, names });
        if (!found || found.pairs.length === 0) continue;
        expect(refuted(name, found.pairs, code), `${name} ${code}: ${found.words}`).toBe(true);
      }
    }
  });

  test("an element that no path leads to is in another component", () => {
    const empty = counterexample("tree", { n, truth: new Uint8Array(n * n), names });
    expect(empty).toMatchObject({
      pairs: [],
      elements: [0, 1],
      words: "no path leads from e0 to e1",
    });
  });

  test("is of a class only if it is of all that contain that class", () => {
    for (const code of codes.filter((each) => n === 3 || each % 97 === 0)) {
      const of = classesOf(n, matrixOf(n, code));
      for (const name of of) expect(of).toEqual(expect.arrayContaining([...WITHIN[name]]));
    }
  });
});

describe("counterexamples in words", () => {
  const names = ["a", "b", "c", "d", "e"];
  const of = (...pairs: string[]) => ({
    n: 5,
    truth: Uint8Array.from({ length: 25 }, (_, k) =>
      pairs.includes(names[Math.floor(k / 5)] + names[k % 5]) ? 1 : 0,
    ),
    names,
  });
  const both = (...pairs: string[]) => of(...pairs, ...pairs.map(([x, y]) => y + x));
  const words = (name: PropertyName, relation: ReturnType<typeof of>) =>
    counterexample(name, relation)?.words;

  test("name the elements", () => {
    expect(words("symmetric", of("bd"))).toBe("R(b, d) holds, R(d, b) does not");
    expect(words("reflexive", of("aa"))).toBe("R(b, b) does not hold");
    expect(words("irreflexive", of("cc"))).toBe("R(c, c) holds");
    expect(words("antisymmetric", both("ce"))).toBe("R(c, e) and R(e, c) hold");
    expect(words("total", of("ab"))).toBe("neither R(a, c) nor R(c, a) holds");
    expect(words("transitive", of("ab", "bd"))).toBe("R(a, b) and R(b, d) hold, R(a, d) does not");
    expect(words("tree", both("ab", "bc", "cd", "de", "eb"))).toBe("b, c, d, e, b is a cycle");
    expect(words("bipartite", both("ab", "bc", "cd", "de", "ea"))).toMatch(
      / is a cycle of odd length, 5$/,
    );
    expect(words("completeBipartite", both("ab", "bc", "ca"))).toBe(
      "R(a, b), R(a, c) and R(b, c) hold: three that cannot be on two sides",
    );
    expect(words("completeBipartite", both("ab"))).toBe(
      "R(a, b) holds, R(a, c) and R(b, c) do not, though b and c are on different sides",
    );
    expect(words("completeBipartite", both("bc"))).toBe(
      "R(b, c) holds, R(a, b) and R(a, c) do not, though a, b and c are on one side",
    );
  });
});

describe("generators", () => {
  const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
  test.each(Object.keys(RELATIONS).filter((name) => name !== "custom") as RelationName[])(
    "%s is of its class",
    (name) => {
      const family = FAMILY[name];
      for (const seed of SEEDS)
        for (const n of [4, 9, 17]) {
          const { truth } = makeRelation(name, { n, classes: 3, seed, matrix: new Uint8Array() });
          expect(classesOf(n, truth), `seed ${seed}, n ${n}`).toContain(family);
        }
    },
  );

  test("every class of Table 2 but the first is told by a property", () => {
    expect(["generic", ...Object.keys(PROPERTY_OF)].sort()).toEqual([...CLASSES].sort());
  });

  test("the smallest classes contain no other, with the sizes of the very relation", () => {
    const of = (name: RelationName) =>
      smallestClasses(
        12,
        makeRelation(name, { n: 12, classes: 3, seed: 1, matrix: new Uint8Array() }).truth,
      );
    expect(of("modulo-5")).toMatchObject([
      { class: "equivalence", size: { classes: 5 }, grouping: { count: 5 } },
    ]);
    expect(of("total-order")).toMatchObject([{ class: "total-order" }]);
    expect(of("complete-bipartite")).toMatchObject([
      { class: "complete-bipartite", grouping: { count: 2 } },
    ]);
    expect(of("generic")).toMatchObject([{ class: "generic" }]);
    const star = Uint8Array.from({ length: 144 }, (_, k) => Number(k < 12 !== (k % 12 === 0)));
    expect(smallestClasses(12, star).map((member) => member.class)).toEqual([
      "complete-bipartite",
      "tree",
    ]);
    const path = Uint8Array.from({ length: 25 }, (_, k) =>
      Number(Math.abs(Math.floor(k / 5) - (k % 5)) === 1),
    );
    expect(smallestClasses(5, path)).toMatchObject([{ class: "tree" }]);
    path[4] = 1;
    path[20] = 1;
    expect(smallestClasses(5, path)).toMatchObject([{ class: "symmetric" }]);
    path[4 * 5 + 3] = 0;
    path[3 * 5 + 4] = 0;
    path[0 * 5 + 3] = 1;
    path[3 * 5] = 1;
    // 0-1-2-3-0 and 0-4: a cycle of four with one element hung on.
    expect(smallestClasses(5, path)).toMatchObject([
      { class: "incomplete-bipartite", size: { side: 3 } },
    ]);
  });
});
