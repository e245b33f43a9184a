import { expect, test } from "vitest";
import { dataState } from "../../../../src/chapters/data/model/boundStudy";
import {
  type Architecture,
  architecturesOf,
  createFigure3View,
  type Figure3State,
  replicaIn,
  toggleShown,
} from "../../../../src/chapters/data/model/figure3";
import { closest, scoreClaim } from "../../../../src/chapters/data/model/figure3Claims";
import { selectNetworks } from "../../../../src/chapters/data/model/figure3Data";
import { figure3, ownCurve } from "../../../../src/chapters/data/model/figure3Experiment";
import { createPast } from "../../../../src/chapters/data/model/past";
import { cells } from "../../../../src/experiment/experiment";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { createPageStore } from "../../../../src/kit/live/model/store";
import type { Result } from "../../../../src/kit/study/model/result";
import { NO_STUDY } from "../../../../src/kit/study/model/studyState";

/** Accuracies at fractions 0.1, 0.2, …, three seeds each whose median is the one that is given. */
const architecture = (
  label: string,
  settings: Partial<Settings>,
  medians: readonly number[],
): Architecture => ({
  label,
  settings: { ...DEFAULTS, ...settings },
  points: medians.flatMap((median, i) =>
    [0.05, 0, -0.3].map((off, seed) => ({
      replica: 0,
      x: (i + 1) / 10,
      seed,
      accuracies: { entire: median + off, test: 0, train: 0 },
      step: 10,
      finished: true,
    })),
  ),
});

const squared = (d: number, medians: readonly number[]) =>
  architecture(`squared d ${d}`, { mode: "squared-difference", depth: 0, d }, medians);
const deep = (d: number, medians: readonly number[]) =>
  architecture(`deep d ${d}`, { mode: "squared-difference", depth: 3, d }, medians);

test("closest is the highest median, equal ones count, and failures name who is closer", () => {
  const score = closest(
    [squared(1, [0.6, 0.7, 0.9]), squared(2, [0.5, 0.8, 0.8])],
    [deep(1, [0.6, 0.75, 0.95]), deep(2, [0.4, 0.7, 0.91])],
  );
  expect(score).toEqual({ held: [0.1, 0.2], failed: [{ fraction: 0.3, rival: "deep d 1" }] });
});

test("the claim is scored for all, and among those of each dimension", () => {
  const all = [squared(1, [0.9]), squared(2, [0.6]), deep(1, [0.8]), deep(2, [0.7])];
  const scores = scoreClaim("modulo-3", all);
  expect(scores.map(({ among, held, failed }) => [among, held.length, failed.length])).toEqual([
    ["any d", 1, 0],
    ["d = 1", 1, 0],
    ["d = 2", 0, 1],
  ]);
  expect(scoreClaim("greater-than", all)).toEqual([]);
  expect(scoreClaim("tree", all)).toEqual([]);
});

const result = (entire: number): Result => ({
  progress: { step: 5000, train: null, test: null, fellBack: false },
  accuracies: { entire, test: entire, train: 1 },
  outcome: null,
  exact: true,
});

test("the axis starts below every dot, and no higher than usual", () => {
  const named = figure3(DEFAULTS);
  const settings = cells(named.experiment);
  const nothing = { past: createPast().getState(), ownPast: createPast().getState() };
  const lowest = (worst: number) =>
    selectNetworks({
      data: dataState(createPageStore()).getState(),
      study: {
        ...NO_STUDY,
        named,
        settings,
        results: settings.map((_, i) => result(i ? 1 : worst)),
      },
      own: NO_STUDY,
      ...nothing,
      view: createFigure3View().getState(),
    } as Figure3State).scale.lowest;
  expect([0.9, 0.41, 0.39, 0.27, 0.04].map(lowest)).toEqual([0.4, 0.4, 0.3, 0.2, 0]);
});

test("replicas are counted through the figure and one's own, and found again", () => {
  const named = figure3(DEFAULTS);
  const mine = ownCurve(DEFAULTS);
  const settings = cells(named.experiment);
  const ownSettings = cells(mine.experiment);
  const scene: Figure3State = {
    data: dataState(createPageStore()).getState(),
    study: { ...NO_STUDY, named, settings, results: settings.map((_, i) => result(i / 1000)) },
    own: {
      ...NO_STUDY,
      named: mine,
      settings: ownSettings,
      results: ownSettings.map((_, i) => (i === 3 ? result(1) : null)),
    },
    past: createPast().getState(),
    ownPast: createPast().getState(),
    view: createFigure3View().getState(),
  };
  const all = architecturesOf(scene);
  expect(all.map(({ points }) => points.length)).toEqual([...Array(11).fill(55), 1]);
  for (const { label, points } of all)
    for (const { replica, x, seed, accuracies } of points) {
      const found = replicaIn(scene, replica);
      expect(found.settings).toMatchObject({ trainFraction: x, seed });
      expect(found.result?.accuracies).toEqual(accuracies);
      if (label.includes("d = 1")) expect(found.settings.d).toBe(1);
    }
});

test("an architecture is put away and brought back", () => {
  const view = createFigure3View();
  const before = [...view.getState().shown];
  view.setState({ lit: before[0] });
  toggleShown(view, before[0]);
  expect(view.getState().shown.has(before[0])).toBe(false);
  expect(view.getState().lit).toBeNull();
  toggleShown(view, before[0]);
  expect(view.getState().shown).toEqual(new Set(before));
});
