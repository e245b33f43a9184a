/**
 * @file Figure 3 at an earlier step: what was kept of each network on its way. Loaded when an earlier step is
 * first looked at.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { trainCount } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { inquire } from "../../../kit/live/model/inquire";
import type { Result } from "../../../kit/study/model/result";
import type { Study } from "../../../kit/study/model/study";
import { schedule } from "../../../run/schedule";
import { type Moment, nextMoment } from "../../../run/standing";

/** What was kept of the replicas of one study. */
export interface Past {
  /** Those replicas; another study's are other ones. */
  readonly settings: readonly Settings[];
  /** Of each replica, ascending. */
  readonly moments: readonly (readonly Moment[])[];
  /** Why there are none; null where there are. */
  readonly problem: string | null;
}

export const createPast = (): StoreApi<Past> =>
  createStore<Past>(() => ({ settings: [], moments: [], problem: null }));

/** Steps at which something is kept of a replica of so many, ascending; the last is its end. */
export function momentSteps(horizon: number): number[] {
  const kept: number[] = [];
  for (const step of schedule(horizon))
    if (step === horizon || step >= nextMoment(kept[kept.length - 1] ?? -1)) kept.push(step);
  return kept;
}

/** What a replica had reached at its last moment up to `step`; null where there was none. */
export function resultAt(
  result: Result | null,
  settings: Settings,
  moments: readonly Moment[] | undefined,
  step: number,
): Result | null {
  const moment = moments?.filter((each) => each.step <= step).at(-1);
  if (!result || !moment) return null;
  const { train, test } = moment;
  const share = trainCount(settings) / settings.n ** 2;
  return {
    ...result,
    progress: { ...result.progress, step: moment.step },
    accuracies: { train, test, entire: share * train + (1 - share) * test },
  };
}

interface Place {
  readonly study: Study;
  /** Told when `looks` may have changed. */
  subscribe(listener: () => void): () => void;
  /** Whether an earlier step is looked at. */
  looks(): boolean;
  write(past: Past): void;
}

/** Loads what was kept while an earlier step is looked at, and anew as the study goes on. Returns what ends it. */
export function startPastInquiry({ study, subscribe, looks, write }: Place): () => void {
  return inquire(
    { subscribe },
    {
      question: () => (looks() ? study.store.getState() : null),
      same: (a, b) => a.results === b.results,
      ask: ({ settings }) => Promise.all(settings.map((_, replica) => study.histories(replica))),
      answered: (moments, { settings }) => write({ settings, moments, problem: null }),
      failed: (problem, { settings }) => write({ settings, moments: [], problem }),
    },
  );
}
