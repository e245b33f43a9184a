/** @file What is laid over the curves: the run before, if it was asked the same. */
import { expect, test } from "vitest";
import { DEFAULTS, type Settings } from "../../../src/experiment/params";
import { curvesData } from "../../../src/kit/live/curvesData";
import { emptyHistory } from "../../../src/kit/live/model/history";
import { createPageStore } from "../../../src/kit/live/model/store";

const run = (changes: Partial<Settings>) => ({
  ...emptyHistory({ ...DEFAULTS, ...changes }),
  length: 1,
});
const labels = (changes: Partial<Settings>) =>
  curvesData({
    ...createPageStore().getState(),
    history: run({}),
    ghost: run(changes),
  })?.series.map(({ label }) => label);

const OWN = ["entire", "test", "train"];

test.each([{ encoderRate: 0.1 }, { depth: 1 }, { seed: 9 }, { steps: 500 }])(
  "a run before with %j is laid over",
  (changes) => expect(labels(changes)).toEqual(["last run, test", ...OWN]),
);

test.each([
  { relation: "tree" },
  { relation: "modulo-5" },
  { n: 20 },
  { trainFraction: 0.5 },
] as const)("a run before with %j is not: its test was another", (changes) =>
  expect(labels(changes)).toEqual(OWN),
);
