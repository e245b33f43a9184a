/** @file Figure 4's data, from a study. */

import { relationOf } from "../../../experiment/dataset";
import { cells } from "../../../experiment/experiment";
import type { Settings } from "../../../experiment/params";
import { shapeOf } from "../../../experiment/shape";
import type { Guessed } from "../../../kit/draw/guessMarks";
import { partOf } from "../../../kit/live/model/link";
import type { State } from "../../../kit/live/model/store";
import { memo } from "../../../kit/state/memo";
import {
  type MeasuredPoint,
  measuredAlong,
  replicaOf,
  spreadAlong,
} from "../../../kit/study/model/measured";
import type { Result } from "../../../kit/study/model/result";
import type { StudyState } from "../../../kit/study/model/studyState";
import type { SeedCurve } from "../../../kit/study/view/seedCurves";
import { chanceOf } from "../../../theory/chance";
import { grouped } from "../../../theory/grouped";
import { LEARNT } from "../../../theory/phase";
import type { DepthChartData } from "../view/depthLayout";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_PART,
  type Figure4Choices,
  type Figure4Relation,
  figure4,
} from "./figure4";
import { type DepthStory, depthStory } from "./story";

const distinct = (values: readonly number[]): number[] =>
  [...new Set(values)].sort((a, b) => a - b);

/** Everything but the embedding. */
const decoderSize = (settings: Settings): number => {
  const { size, embedding } = shapeOf(settings);
  return size - embedding;
};

function curveOf(
  measure: "train" | "test",
  points: readonly MeasuredPoint[],
  seeds: readonly number[],
): SeedCurve {
  return {
    name: measure,
    colour: `var(--${measure})`,
    dots: points.map(({ x, seed, accuracies, replica, finished }) => ({
      x,
      rank: seeds.indexOf(seed),
      of: seeds.length,
      value: accuracies[measure],
      replica,
      finished,
    })),
    spreads: spreadAlong(points, measure),
  };
}

/** What became of one replica, as a sentence. */
function describe(settings: Settings, result: Result | null): string {
  const { depth, seed } = settings;
  const who = `n_h = ${depth}, seed ${seed}`.replace("_h", "ₕ");
  if (!result) return `${who}: not trained yet.`;
  const { accuracies, outcome, progress } = result;
  const values = `train ${accuracies.train.toFixed(2)}, test ${accuracies.test.toFixed(2)}`;
  const fate = outcome ? `: ${outcome.phase}` : "";
  return `${who}: ${values} at step ${grouped(Math.max(0, progress.step))}${fate}.`;
}

/** The story that the results tell so far. */
export const storyFrom = (
  settings: readonly Settings[],
  results: readonly (Result | null)[],
): DepthStory => {
  const points = measuredAlong("depth", settings, results);
  const depths = distinct(settings.map(({ depth }) => depth));
  return depthStory(spreadAlong(points, "train"), spreadAlong(points, "test"), depths.length);
};

const assemble = (
  settings: readonly Settings[],
  results: readonly (Result | null)[],
  name: string,
  small: boolean,
  chosen: number | null,
  guessed: Guessed | null,
): DepthChartData => {
  const [base] = settings;
  const depths = distinct(settings.map(({ depth }) => depth));
  const seeds = distinct(settings.map(({ seed }) => seed));
  const points = guessed?.open ? [] : measuredAlong("depth", settings, results);
  const { answer, accuracy } = chanceOf(relationOf(base).truth);
  return {
    name,
    depths,
    rows: [
      {
        label: "parameters",
        values: depths.map((depth) => decoderSize({ ...base, depth })),
        own: true,
      },
      {
        label: "w² n_h, paper",
        values: depths.map((depth) => base.width ** 2 * depth),
        own: false,
      },
    ],
    curves: [curveOf("train", points, seeds), curveOf("test", points, seeds)],
    zones: guessed?.open ? [] : storyFrom(settings, results).zones,
    references: [
      { value: LEARNT, label: "0.9, learnt" },
      { value: accuracy, label: `always “${answer}”` },
    ],
    chosen,
    describe: (replica) => describe(settings[replica], results[replica]),
    small,
    guessed,
  };
};

/** What a chart reads. */
export interface DepthState {
  readonly page: State;
  readonly study: StudyState;
  /** Of the one that is shown large. */
  readonly guessed: Guessed | null;
}

/** A selector for one chart; before anything is known it is an empty one. */
export function selectDepthChart(relation: Figure4Relation, small: boolean) {
  const name = FIGURE_4_PARAMS.relation.values[relation];
  const planned = memo((encoder: Figure4Choices["encoder"]) => {
    const settings = cells(figure4({ relation, encoder }).experiment);
    return { settings, results: settings.map(() => null) };
  });
  const cached = memo(
    (
      settings: readonly Settings[],
      results: readonly (Result | null)[],
      own: Settings,
      guessed: Guessed | null,
    ) => assemble(settings, results, name, small, replicaOf(settings, own), guessed),
  );
  return ({ page: { link }, study, guessed }: DepthState): DepthChartData => {
    const { encoder } = partOf(link, FIGURE_4_PART);
    const { settings, results } = study.settings.length > 0 ? study : planned(encoder);
    return cached(settings, results, link.settings, small ? null : guessed);
  };
}
