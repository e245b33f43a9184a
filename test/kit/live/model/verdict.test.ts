import { describe, expect, test } from "vitest";
import { makeDataset } from "../../../../src/experiment/dataset";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { describe as say } from "../../../../src/kit/live/model/verdict";
import { TOO_LUCKY } from "../../../../src/kit/live/model/worth";
import { type Progress, START } from "../../../../src/run/outcome";
import { RELATIONS, type RelationName } from "../../../../src/theory/relation";

const at = (changes: Partial<Progress>): Progress => ({ ...START, step: 2000, ...changes });
const settings = (changes: Partial<Settings> = {}): Settings => ({ ...DEFAULTS, ...changes });

test.each([
  [1099, "generalisation", "test at 1,099: test 999 steps later, within the 1,000 that"],
  [1100, "grokking", "test at 1,100: test 1,000 steps later, not within the 1,000 that"],
  [101, "generalisation", "test 1 step later, within"],
  [100, "generalisation", "train and test above 0.9 at the same step, 100"],
  [98, "generalisation", "test at 98: test came 2 steps before train"],
  [99, "generalisation", "test came 1 step before train"],
])("train above 0.9 at 100 and test at %i is %s: %s", (test, phase, words) => {
  const found = say(at({ train: 100, test }), settings());
  expect(found.phase).toBe(phase);
  expect(found.detail).toContain(words);
  expect(found.detail).not.toMatch(/[<≥−]|-\d/);
});

test("a run that waits for its test accuracy is called so after 1000 steps, not before", () => {
  const title = (step: number) => say(at({ step, train: 100 }), settings()).title;
  expect(title(1099)).toBe("It fits what it was shown");
  expect(title(1100)).toBe("Grokking or memorisation");
});

test("a horizon below Table 4's 100,000 steps is named as the run's own", () => {
  const detail = (steps: number) => say(at({ step: steps }), settings({ steps })).detail;
  expect(detail(99_999)).toContain("by step 99,999, where this run ends");
  expect(detail(100_000)).toContain("in 100,000 steps");
});

/** P[Bin(m, p) > 0.9 m], term by term. */
function luckOf(m: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= m; k++) {
    if (k * 10 <= m * 9) continue;
    let log = k * Math.log(p) + (m - k) * Math.log(1 - p);
    for (let i = 1; i <= k; i++) log += Math.log((m - k + i) / i);
    sum += Math.exp(log);
  }
  return sum;
}

/** Whether a constant answer passes the line on either side, or luck does too often. */
function expectNothing(of: Settings): boolean {
  const { relation, mask } = makeDataset(of);
  const truth = [...relation.truth];
  const ones = truth.filter((bit) => bit === 1).length;
  const answer = ones * 2 > truth.length ? 1 : 0;
  const right = (side: number) => {
    const pairs = truth.filter((_, pair) => mask[pair] === side);
    return {
      share: pairs.filter((bit) => bit === answer).length / pairs.length,
      count: pairs.length,
    };
  };
  const share = Math.max(ones, truth.length - ones) / truth.length;
  const test = right(0);
  return (
    right(1).share > 0.9 || test.share > 0.9 || (share < 1 && luckOf(test.count, share) > TOO_LUCKY)
  );
}

const EVERY_END = [
  at({ train: 100, test: 200 }),
  at({ train: 100, test: 1900 }),
  at({ train: 100, step: 1e5 }),
  at({ step: 1e5 }),
  at({}),
];

describe("no phase is told where it would mean nothing", () => {
  const names = Object.keys(RELATIONS) as RelationName[];

  test.each(names)("%s", (relation) => {
    for (const seed of [0, 1, 2])
      for (const n of [6, 30])
        for (const trainFraction of [0.05, 0.5, 0.75, 0.97]) {
          const of = settings({ relation, seed, n, trainFraction });
          const nothing = expectNothing(of);
          for (const progress of EVERY_END) {
            const { phase, title, detail, mark } = say(progress, of);
            expect(title === "No phase means anything here").toBe(nothing);
            expect(mark === undefined).toBe(!nothing);
            if (nothing) expect(phase).toBeNull();
            if (nothing) expect(detail).toMatch(/takes no understanding|luck alone/);
          }
        }
  });

  test("which is at Figure 5's own size the case for trees, transitive relations and the identity alone", () => {
    const nothing = names.filter((relation) =>
      [0, 1, 2].every((seed) => say(START, settings({ relation, seed })).mark !== undefined),
    );
    expect(nothing.sort()).toEqual(["custom", "transitive", "tree"]);
  });

  test.each([
    [{ relation: "tree" }, /^always “no” is right for 0\.9\d* of the test pairs/],
    [{ relation: "custom" }, /^always “no” is right for 0\.9\d* of the test pairs/],
    [
      { n: 3, trainFraction: 0.9 },
      /^with 1 test pair, of which always “no” should get 0\.67, luck/,
    ],
  ] as const)("%j says why", (changes, words) => {
    const seeds = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (seed) => say(START, settings({ ...changes, seed } as Partial<Settings>)).detail,
    );
    expect(seeds.some((detail) => words.test(detail))).toBe(true);
  });
});
