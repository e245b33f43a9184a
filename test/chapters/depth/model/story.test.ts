import { expect, test } from "vitest";
import { depthFindings, depthStory, dotsText } from "../../../../src/chapters/depth/model/story";
import { DEFAULTS } from "../../../../src/experiment/params";
import {
  measuredAlong,
  replicaOf,
  type SpreadAt,
  spreadAlong,
} from "../../../../src/kit/study/model/measured";
import type { Result } from "../../../../src/kit/study/model/result";

const result = (step: number, train: number, test: number): Result => ({
  progress: { step, train: null, test: null, fellBack: false },
  accuracies: { train, test, entire: (train + test) / 2 },
  outcome: null,
  exact: true,
});

const settings = [0, 2].flatMap((depth) => [7, 8, 9].map((seed) => ({ ...DEFAULTS, depth, seed })));

test("points are of replicas that have begun, with their depth and seed", () => {
  const results = [result(10, 0.5, 0.4), null, result(-1, 0, 0), result(20, 1, 0.8), null, null];
  const points = measuredAlong("depth", settings, results);
  expect(points.map(({ replica, x, seed }) => [replica, x, seed])).toEqual([
    [0, 0, 7],
    [3, 2, 7],
  ]);
});

test("the spread at each depth is over its seeds alone", () => {
  const results = [0.5, 0.7, 0.6, 1, 0.9, 0.8].map((train) => result(5, train, 0.3));
  const points = measuredAlong("depth", settings, results);
  expect(spreadAlong(points, "train")).toEqual([
    { x: 0, low: 0.5, median: 0.6, high: 0.7, count: 3 },
    { x: 2, low: 0.8, median: 0.9, high: 1, count: 3 },
  ]);
});

test("a replica is known by all of its settings", () => {
  expect(replicaOf(settings, { ...DEFAULTS, depth: 2, seed: 8 })).toBe(4);
  expect(replicaOf(settings, { ...DEFAULTS, depth: 2, seed: 8, width: 51 })).toBeNull();
});

const along = (values: readonly number[]): SpreadAt[] =>
  values.map((median, x) => ({ x, low: median, median, high: median, count: 1 }));

const told = (train: readonly number[], test: readonly number[]) =>
  depthFindings(depthStory(along(train), along(test), train.length));

test("nothing is told before every depth is measured", () => {
  expect(depthFindings(depthStory(along([0.6]), along([0.6]), 2))).toEqual([]);
});

// The reference means of modulo 3 at both rates 1e-3 (mean of 3 seeds, 20,000 steps), by hand.
test("modulo 3 at the default rates: the deep side is mostly failed training", () => {
  const [shallow, zone, deep] = told(
    [0.67, 1, 1, 1, 1, 0.94, 0.81, 0.87],
    [0.59, 0.98, 1, 0.98, 0.94, 0.82, 0.74, 0.82],
  );
  expect(shallow).toEqual({
    part: "shallow",
    judgement: "holds",
    text: "n_h = 0 cannot fit what it is shown (train 0.67).",
  });
  expect(zone.text).toBe("n_h = 1 to 4 generalise; best is n_h = 2 (test 1.00).");
  expect(deep.judgement).toBe("partly");
  expect(deep.text).toBe(
    "n_h = 5 memorises (at 5: train 0.94, test 0.82); n_h = 6 and 7 fail another way: training itself (at 7: train 0.87).",
  );
});

test("a relation without a shallow or a deep failure is told so", () => {
  const [shallow, , deep] = told([1, 1], [0.95, 0.92]);
  expect(shallow.judgement).toBe("fails");
  expect(shallow.text).toContain("already n_h = 0 generalises");
  expect(deep.text).toBe("No decoder is too deep, up to n_h = 1.");
});

test("single dots are said to decide nothing where, and only where, seeds end on different sides", () => {
  const spread = (low: number, high: number, x: number): SpreadAt => ({
    x,
    low,
    median: high,
    high,
    count: 2,
  });
  const story = (train: readonly [number, number][], test: readonly [number, number][]) =>
    depthStory(
      train.map(([low, high], x) => spread(low, high, x)),
      test.map(([low, high], x) => spread(low, high, x)),
      train.length,
    );
  // All confused whatever their test says; all learnt; test astride; train astride; on the line is not above it.
  const told = story(
    [
      [0.6, 0.8],
      [1, 1],
      [0.95, 1],
      [0.7, 1],
      [0.9, 0.9],
    ],
    [
      [0.5, 0.95],
      [0.92, 1],
      [0.7, 0.95],
      [0.6, 0.7],
      [0.9, 1],
    ],
  );
  expect(told.rungs.map(({ mixed }) => mixed)).toEqual([false, false, true, true, false]);
  expect(dotsText(told)).toMatch(
    /^n_h = 2 and 3: here seeds end on different sides, and a single dot decides nothing/,
  );
  expect(dotsText(story([[1, 1]], [[0.95, 1]]))).toBe("");
  // Table 4 wants more than 0.9: on the line is below it.
  expect(story([[1, 1]], [[0.9, 1]]).rungs[0].mixed).toBe(true);
  expect(story([[1, 1]], [[0.5, 0.9]]).rungs[0].mixed).toBe(false);
});
