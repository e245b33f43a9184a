import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataState } from "../../src/chapters/data/model/boundStudy";
import { architecturesOf, createFigure3View } from "../../src/chapters/data/model/figure3";
import { scoreClaim } from "../../src/chapters/data/model/figure3Claims";
import { FIGURE_3_RELATIONS, figure3 } from "../../src/chapters/data/model/figure3Experiment";
import { createPast } from "../../src/chapters/data/model/past";
import { FIGURE_4_RELATIONS, figure4 } from "../../src/chapters/depth/model/figure4";
import { cells } from "../../src/experiment/experiment";
import { DEFAULTS } from "../../src/experiment/params";
import { parseRecording } from "../../src/experiment/recording";
import { createPageStore } from "../../src/kit/live/model/store";
import { measuredAlong } from "../../src/kit/study/model/measured";
import type { Result } from "../../src/kit/study/model/result";
import { NO_STUDY } from "../../src/kit/study/model/studyState";

const DATA = join(import.meta.dirname, "../../public/data");
const pathOf = (name: string) => join(DATA, `${name}.json`);

function recorded(name: string) {
  const found = parseRecording(readFileSync(pathOf(name), "utf8"));
  if ("problem" in found) throw new Error(found.problem);
  const { recording } = found;
  const settings = cells(recording.experiment);
  const results = recording.outcomes.map(
    (outcome): Result => ({
      progress: { step: outcome.steps, train: null, test: null, fellBack: false },
      accuracies: {
        train: outcome.trainAccuracy,
        test: outcome.testAccuracy,
        entire: outcome.accuracy,
      },
      outcome,
      exact: true,
    }),
  );
  return { named: recording, settings, results };
}

const FOURS = FIGURE_4_RELATIONS.flatMap((relation) =>
  (["default", "slow"] as const).map((encoder) => figure4({ relation, encoder })),
);

describe("recordings of Figure 4", () => {
  test.each(FOURS.filter(({ name }) => existsSync(pathOf(name))))(
    "$name holds five seeds at every depth, all trained to the end",
    ({ name, experiment }) => {
      const { named, settings, results } = recorded(name);
      expect(named.experiment).toEqual(experiment);
      const points = measuredAlong("depth", settings, results);
      for (let depth = 0; depth <= 12; depth++)
        expect(points.filter(({ x }) => x === depth)).toHaveLength(5);
      for (const { step } of points) expect(step).toBe(experiment.base.steps);
    },
  );
});

describe("recordings of Figure 3", () => {
  // The claim as measured before (independent reproduction, float32): from these fractions on.
  const CLAIMS = {
    "modulo-3": { among: "d = 2", from: 0.3, to: 0.9 },
    "greater-than": { among: "any d", from: 0.1, to: 0.75 },
  } as const;

  test.each(FIGURE_3_RELATIONS.filter((name) => existsSync(pathOf(`figure-3-${name}`))))(
    "%s: the decoder that the paper names is closest to the bound",
    (relation) => {
      const { name, experiment } = figure3({ ...DEFAULTS, relation });
      const { named, settings, results } = recorded(name);
      expect(named.experiment).toEqual(experiment);
      const architectures = architecturesOf({
        data: dataState(createPageStore()).getState(),
        study: { ...NO_STUDY, named, settings, results },
        own: NO_STUDY,
        past: createPast().getState(),
        ownPast: createPast().getState(),
        view: createFigure3View().getState(),
      });
      const { among, from, to } = CLAIMS[relation];
      const score = scoreClaim(relation, architectures).find((each) => each.among === among);
      const inside = (fraction: number) => fraction >= from && fraction <= to;
      expect(score?.failed.filter(({ fraction }) => inside(fraction))).toEqual([]);
      expect(score?.held.filter(inside).length).toBeGreaterThan(5);
    },
  );
});
