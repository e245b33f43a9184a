/**
 * @file Figure 3 as the page knows it: architectures and what their networks reached, the reader's own
 * among them, and which of them are looked at.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { sameExperiment } from "../../../experiment/experimentFile";
import type { Settings } from "../../../experiment/params";
import { memo, memoOf } from "../../../kit/state/memo";
import { type MeasuredPoint, measuredAlong } from "../../../kit/study/model/measured";
import type { Accuracies, Result } from "../../../kit/study/model/result";
import type { Study } from "../../../kit/study/model/study";
import { isMissing, type StudyState } from "../../../kit/study/model/studyState";
import type { DataState } from "./boundStudy";
import { figure3, isRecorded, ownCurve } from "./figure3Experiment";
import { type Past, resultAt } from "./past";

export interface Architecture {
  /** Unique in the figure. */
  readonly label: string;
  /** Of its first network. */
  readonly settings: Settings;
  /** `replica` counts through both studies, one's own after the figure's. */
  readonly points: readonly MeasuredPoint[];
}

interface Split extends Pick<StudyState, "named" | "settings" | "results"> {
  /** Replicas before the first. */
  readonly offset: number;
  /** The step that is looked at; null for the end. */
  readonly at: number | null;
  readonly past: Past;
}

const isPastOf = (past: Past, settings: readonly Settings[]): boolean =>
  past.settings === settings && past.problem === null;

/** Results at the step that is looked at. */
const resultsAt = ({ settings, results, at, past }: Split): readonly (Result | null)[] =>
  at === null
    ? results
    : results.map((result, i) =>
        isPastOf(past, settings) ? resultAt(result, settings[i], past.moments[i], at) : null,
      );

const split = (of: Split): Architecture[] => {
  const { named, settings, offset } = of;
  const variants = named?.experiment.variants ?? [];
  const each = settings.length / Math.max(1, variants.length);
  const points = measuredAlong("trainFraction", settings, resultsAt(of));
  return variants.map(({ label }, v) => ({
    label,
    settings: settings[v * each],
    points: points
      .filter(({ replica }) => Math.floor(replica / each) === v)
      .map((point) => ({ ...point, replica: point.replica + offset })),
  }));
};

const SPLIT_KEYS = ["named", "settings", "results", "offset", "at", "past"] as const;

/** The architectures of both studies at a step, kept while nothing of them changes. */
function architectures() {
  const figure = memoOf(split, SPLIT_KEYS);
  const mine = memoOf(split, SPLIT_KEYS);
  const together = memo((a: readonly Architecture[], b: readonly Architecture[]) => [...a, ...b]);
  return ({ study, own, past, ownPast }: Figure3State, at: number | null) =>
    together(
      figure({ ...study, offset: 0, at, past }),
      mine({ ...own, offset: study.settings.length, at, past: ownPast }),
    );
}

/** What of Figure 3 is looked at. */
export interface Figure3View {
  readonly shown: ReadonlySet<string>;
  /** The architecture that stands out; null for none. */
  readonly lit: string | null;
  readonly measure: keyof Accuracies;
  /** The step that the chart and the gaps are wanted of; null for the end. */
  readonly at: number | null;
}

export interface Figure3State {
  readonly data: DataState;
  readonly study: StudyState;
  readonly own: StudyState;
  readonly past: Past;
  readonly ownPast: Past;
  readonly view: Figure3View;
}

/** Shown at first; the others can be added. */
const FIRST = [
  "concat, 3 × 50",
  "difference, 0 hidden, d = 2",
  "squared difference, 0 hidden, d = 1",
  "squared difference, 0 hidden, d = 2",
  "squared difference, 3 × 50, d = 2",
  "your network",
] as const;

export const createFigure3View = (): StoreApi<Figure3View> =>
  createStore<Figure3View>(() => ({
    shown: new Set(FIRST),
    lit: null,
    measure: "entire",
    at: null,
  }));

export function toggleShown(store: StoreApi<Figure3View>, label: string): void {
  store.setState(({ shown, lit }) => {
    const next = new Set(shown);
    if (!next.delete(label)) next.add(label);
    // What is put away no longer stands out.
    return { shown: next, lit: lit === label ? null : lit };
  });
}

const [atEnd, atStep] = [architectures(), architectures()];

/** With what their networks reached in the end. */
export const architecturesOf = (state: Figure3State): readonly Architecture[] => atEnd(state, null);

/** The step that is looked at, once it is known what was then; null for the end. */
export const stepOf = ({ study, past, view }: Figure3State): number | null =>
  isPastOf(past, study.settings) ? view.at : null;

/** With what their networks had reached at that step. */
export const architecturesAt = (state: Figure3State): readonly Architecture[] =>
  atStep(state, stepOf(state));

/** The settings and the result of a replica counted through both studies. */
export function replicaIn({ study, own }: Pick<Figure3State, "study" | "own">, replica: number) {
  const of = replica < study.settings.length ? study : own;
  const at = replica < study.settings.length ? replica : replica - study.settings.length;
  return { settings: of.settings[at], result: of.results[at] };
}

/**
 * Opens the figure of the page's relation, recorded where it is, and the reader's own network, whose
 * knobs may have changed. What is shown already stays.
 */
export function openFigure3(settings: Settings, study: Study, own: Study): void {
  const figure = figure3(settings);
  const shown = study.store.getState();
  if (!sameExperiment(shown.named, figure) || isMissing(shown))
    void (isRecorded(settings) ? study.openRecording(figure.name) : study.prepare(figure));
  const mine = ownCurve(settings);
  if (!sameExperiment(own.store.getState().named, mine)) void own.prepare(mine);
}
