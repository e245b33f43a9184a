import { expect, test } from "vitest";
import { HOME } from "../../../../src/app/chapters";
import { secondVersion } from "../../../../src/chapters/data/model/boundFacts";
import { subjectOf } from "../../../../src/chapters/data/model/boundSubject";
import { DATA_PART } from "../../../../src/chapters/data/model/choices";
import {
  NAMED,
  propertyRows,
  propertyWords,
} from "../../../../src/chapters/data/model/propertyFacts";
import { secondWords } from "../../../../src/chapters/data/model/words";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { partsWith } from "../../../../src/kit/live/model/link";

const numbers = Array.from({ length: DEFAULTS.n }, (_, x) => `${x}`);
const rows = propertyRows({ ...DEFAULTS, relation: "greater-than" }, numbers);

test("Table 1’s relations have the properties that the paper says, and no other of those", () => {
  const has = Object.fromEntries(
    rows.map(({ relation, cells }) => [
      relation,
      cells.filter(({ against }) => against === null).map(({ property }) => property),
    ]),
  );
  expect(has).toEqual({
    "greater-than": ["antisymmetric", "transitive"],
    "modulo-3": ["reflexive", "symmetric", "transitive"],
    "modulo-5": ["reflexive", "symmetric", "transitive"],
    "complete-bipartite": ["symmetric", "antitransitive"],
  });
});

test("a property that is missing tells the pairs that show it", () => {
  const words = (row: number) => rows[row].cells.map((cell) => propertyWords(rows[row], cell));
  expect(words(0).slice(0, 2)).toEqual([
    "“greater-than” is not reflexive: R(0, 0) does not hold.",
    "“greater-than” is not symmetric: R(0, 1) holds, R(1, 0) does not.",
  ]);
  expect(words(0)[NAMED.indexOf("antitransitive")]).toBe(
    "“greater-than” is not antitransitive: R(0, 1), R(1, 2) and R(0, 2) hold.",
  );
  expect(words(0)[NAMED.indexOf("transitive")]).toMatch(/is transitive: R\(x, z\) wherever/);
});

const subject = (changes: Partial<Settings>, known: "own" | "symmetric" = "own") => {
  const settings = { ...DEFAULTS, ...changes };
  return subjectOf({
    page: { link: { ...HOME, settings, ...partsWith(HOME, DATA_PART, { class: known }) } },
  });
};

test("the second version’s two lengths of modulo 3 differ, and so does what Eq. 3 makes of them", () => {
  const found = secondVersion(subject({}), 0.9);
  // log2 (30! / (10!^3 3!)) = 39.751, and 30 log2 3 = 47.549: ln 0.1 / ln(1 - 1/b) / 900 of both.
  expect(found?.bits).toBeCloseTo(39.751, 3);
  expect(found?.critical).toBeCloseTo(0.1004, 4);
  expect(found?.rough?.bits).toBeCloseTo(47.549, 3);
  expect(found?.rough?.critical).toBeCloseTo(0.1204, 4);
  expect(found && secondWords(found)).toBe(
    "The paper’s second version, as cited by others, has b = log₂(n!/|Aut G|) = 39.8, so that Eq. 3 wants 0.100; its approximation n log₂ k = 47.5 is not the same and wants 0.120.",
  );
});

test.each([
  ["modulo-5", 0.135],
  ["greater-than", 0.274],
  ["complete-bipartite", 0.066],
] as const)("with the second version’s b Eq. 3 wants so much of %s", (relation, fraction) => {
  expect(secondVersion(subject({ relation }), 0.9)?.critical).toBeCloseTo(fraction, 3);
});

test("where both lengths are alike the sentence says so, and an order has no approximation of k", () => {
  expect(secondWords({ bits: 10, critical: 0.1, rough: { bits: 10.01, critical: 0.1 } })).toMatch(
    /gives the same\.$/,
  );
  const order = secondVersion(subject({ relation: "greater-than" }), 0.9);
  expect(order && secondWords(order)).toMatch(/wants 0\.274\.$/);
  expect(secondVersion(subject({ relation: "generic", n: 30 }), 0.9)?.rough ?? null).toBeNull();
});
