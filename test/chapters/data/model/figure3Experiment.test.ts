import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  FIGURE_3_RELATIONS,
  figure3,
  isRecorded,
  ownCurve,
} from "../../../../src/chapters/data/model/figure3Experiment";
import { cells } from "../../../../src/experiment/experiment";
import { parseExperiment } from "../../../../src/experiment/experimentFile";
import { DEFAULTS } from "../../../../src/experiment/params";

const FILES = join(import.meta.dirname, "../../../../public/data/experiments");

test.each(FIGURE_3_RELATIONS)(
  "what is trained in the page for %s is what is recorded",
  (relation) => {
    const named = figure3({ ...DEFAULTS, relation, seed: 7, width: 9, classes: 12 });
    const file = JSON.parse(readFileSync(join(FILES, `${named.name}.json`), "utf8"));
    expect(parseExperiment(file)).toEqual({ parsed: named });
  },
);

test("another relation or size is its own experiment, of its own relation", () => {
  const settings = { ...DEFAULTS, relation: "modulo-k", classes: 7, n: 12 } as const;
  expect(isRecorded(settings)).toBe(false);
  expect(isRecorded({ ...DEFAULTS, n: 12 })).toBe(false);
  const { base } = figure3(settings).experiment;
  expect(base).toMatchObject({ relation: "modulo-k", classes: 7, n: 12 });
});

test("one's own network keeps its knobs, but for what the figure varies", () => {
  const own = {
    ...DEFAULTS,
    width: 7,
    optimiser: "gd",
    seed: 99,
    trainFraction: 0.33,
    steps: 9,
  } as const;
  const all = cells(ownCurve(own).experiment);
  expect(all).toHaveLength(11 * 5);
  for (const settings of all) {
    expect(settings).toMatchObject({ width: 7, optimiser: "gd", steps: 5000 });
    expect(settings.trainFraction).not.toBe(0.33);
  }
});
