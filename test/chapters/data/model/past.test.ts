import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { dataState } from "../../../../src/chapters/data/model/boundStudy";
import {
  architecturesAt,
  architecturesOf,
  createFigure3View,
  type Figure3State,
  stepOf,
} from "../../../../src/chapters/data/model/figure3";
import {
  gapsAt,
  gapsOf,
  selectNetworks,
  shortName,
} from "../../../../src/chapters/data/model/figure3Data";
import { STEPS } from "../../../../src/chapters/data/model/figure3Experiment";
import { delayWords, riseWords } from "../../../../src/chapters/data/model/lateRise";
import { createPast, momentSteps, resultAt } from "../../../../src/chapters/data/model/past";
import { cells } from "../../../../src/experiment/experiment";
import { parseRecording } from "../../../../src/experiment/recording";
import { shapeOf } from "../../../../src/experiment/shape";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { recordedResult } from "../../../../src/kit/study/model/result";
import { NO_STUDY } from "../../../../src/kit/study/model/studyState";
import { unpackHistories } from "../../../../src/run/histories";

const DATA = join(import.meta.dirname, "../../../../public/data");

const parsed = parseRecording(readFileSync(join(DATA, "figure-3-modulo-3.json"), "utf8"));
if ("problem" in parsed) throw new Error(parsed.problem);
const { recording } = parsed;
const settings = cells(recording.experiment);
const results = recording.outcomes.map(recordedResult);
const moments = unpackHistories(
  gunzipSync(readFileSync(join(DATA, "figure-3-modulo-3.histories.bin"))),
  settings.map((each) => shapeOf(each).embedding),
);

const scene = (at: number | null, past = { settings, moments, problem: null as string | null }) =>
  ({
    data: dataState(createPageStore()).getState(),
    study: { ...NO_STUDY, named: recording, settings, results },
    own: NO_STUDY,
    past,
    ownPast: createPast().getState(),
    view: { ...createFigure3View().getState(), at },
  }) satisfies Figure3State;

test("the steps that can be looked at are those of the shipped histories, all alike", () => {
  const steps = momentSteps(STEPS);
  for (const replica of [0, 300, moments.length - 1])
    expect(moments[replica].map(({ step }) => step)).toEqual(steps);
});

test("at its last moment every network has its recorded accuracies, at the first it is untrained", () => {
  results.forEach((result, i) => {
    const end = resultAt(result, settings[i], moments[i], STEPS)?.accuracies;
    for (const key of ["train", "test", "entire"] as const)
      expect(end?.[key]).toBeCloseTo(result.accuracies[key], 3.3);
  });
  expect(resultAt(results[0], settings[0], moments[0], 0)?.progress.step).toBe(0);
  expect(resultAt(results[0], settings[0], moments[0], -1)).toBeNull();
  expect(resultAt(results[0], settings[0], undefined, 10)).toBeNull();
  expect(resultAt(null, settings[0], moments[0], 10)).toBeNull();
});

test("the chart is of an earlier step once that is known, the claims stay with the end", () => {
  const early = scene(120);
  expect(stepOf(early)).toBe(120);
  expect(architecturesAt(early)[0].points[0].step).toBeLessThanOrEqual(120);
  expect(architecturesOf(early)[0].points[0].step).toBe(STEPS);
  expect(selectNetworks(early).caption).toMatch(/after 120 steps$/);
  expect(selectNetworks(early).describe(0)).toMatch(/at step 1\d\d\.$/);
  for (const other of [
    scene(null),
    scene(120, { settings: [...settings], moments, problem: null }),
    scene(120, { settings, moments: [], problem: "It is not there." }),
  ]) {
    expect(stepOf(other)).toBeNull();
    expect(architecturesAt(other)[0].points[0].step).toBe(STEPS);
    expect(selectNetworks(other).caption).toBe("accuracy, all pairs");
  }
});

test("how many generalise late is counted by Table 4, and the largest rise is named", () => {
  const counted = recording.outcomes.filter(({ phase }) => phase !== "confusion").length;
  const late = recording.outcomes.filter(({ phase }) => phase === "grokking").length;
  expect(delayWords(results)).toMatch(
    new RegExp(
      `^Of ${counted} networks that fit.* ${late} later \\(grokking\\).*not within 5,000 steps\\.$`,
    ),
  );
  expect(delayWords([null])).toMatch(/^No network/);
  const [then, end] = [gapsAt(scene(120)).rows, gapsOf(scene(120)).rows];
  const medianOf = (rows: typeof then, label: string, fraction: number) => {
    const row = rows.find(({ architecture }) => shortName(architecture.label) === label);
    const here = row?.architecture.points.filter(({ x }) => x === fraction) ?? [];
    return here.map(({ accuracies }) => accuracies.entire).sort((a, b) => a - b)[2];
  };
  const told =
    /^After 120 steps the median of (.*) at fraction (\S+) is (\S+) and ends at (\S+), the largest/.exec(
      riseWords(120, then, end),
    );
  const [, label, fraction, from, to] = told ?? [];
  expect(medianOf(then, label, Number(fraction)).toFixed(2)).toBe(from);
  expect(medianOf(end, label, Number(fraction)).toFixed(2)).toBe(to);
  const rises = then.flatMap(({ architecture: { label: name, points } }) =>
    [...new Set(points.map(({ x }) => x))].map((x) => {
      const short = shortName(name);
      return medianOf(end, short, x) - medianOf(then, short, x);
    }),
  );
  expect(medianOf(end, label, Number(fraction)) - medianOf(then, label, Number(fraction))).toBe(
    Math.max(...rises),
  );
  expect(riseWords(120, end, end)).toBe("After 120 steps no median is lower than in the end.");
});
