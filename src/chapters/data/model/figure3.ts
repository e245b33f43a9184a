/**
 * @file Figure 3 as the page knows it: architectures and what their networks reached, the reader's own
 * among them, and which of them are looked at.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { sameExperiment } from "../../../experiment/experimentFile";
import type { Settings } from "../../../experiment/params";
import { memo, memoOf } from "../../../kit/state/memo";
import { type MeasuredPoint, measuredAlong } from "../../../kit/study/model/measured";
import type { Accuracies } from "../../../kit/study/model/result";
import type { Study } from "../../../kit/study/model/study";
import { isMissing, type StudyState } from "../../../kit/study/model/studyState";
import type { DataState } from "./boundStudy";
import { figure3, isRecorded, ownCurve } from "./figure3Experiment";

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
}

const split = ({ named, settings, results, offset }: Split): Architecture[] => {
  const variants = named?.experiment.variants ?? [];
  const each = settings.length / Math.max(1, variants.length);
  const points = measuredAlong("trainFraction", settings, results);
  return variants.map(({ label }, v) => ({
    label,
    settings: settings[v * each],
    points: points
      .filter(({ replica }) => Math.floor(replica / each) === v)
      .map((point) => ({ ...point, replica: point.replica + offset })),
  }));
};

const SPLIT_KEYS = ["named", "settings", "results", "offset"] as const;
const splitFigure = memoOf(split, SPLIT_KEYS);
const splitOwn = memoOf(split, SPLIT_KEYS);
const together = memo((a: readonly Architecture[], b: readonly Architecture[]) => [...a, ...b]);

/** What of Figure 3 is looked at. */
export interface Figure3View {
  readonly shown: ReadonlySet<string>;
  /** The architecture that stands out; null for none. */
  readonly lit: string | null;
  readonly measure: keyof Accuracies;
}

export interface Figure3State {
  readonly data: DataState;
  readonly study: StudyState;
  readonly own: StudyState;
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
  createStore<Figure3View>(() => ({ shown: new Set(FIRST), lit: null, measure: "entire" }));

export function toggleShown(store: StoreApi<Figure3View>, label: string): void {
  store.setState(({ shown, lit }) => {
    const next = new Set(shown);
    if (!next.delete(label)) next.add(label);
    // What is put away no longer stands out.
    return { shown: next, lit: lit === label ? null : lit };
  });
}

export const architecturesOf = ({ study, own }: Figure3State): readonly Architecture[] =>
  together(
    splitFigure({ ...study, offset: 0 }),
    splitOwn({ ...own, offset: study.settings.length }),
  );

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
