/**
 * @file An experiment and what is known of each of its replicas, recorded or as they are trained here.
 * One store for each group of figures; which of them trains is the pool's matter, the newest wins.
 */

import { createStore, type StoreApi } from "zustand/vanilla";
import { cells } from "../../../experiment/experiment";
import type { NamedExperiment } from "../../../experiment/experimentFile";
import type { Recording } from "../../../experiment/recording";
import { loadExperiment, loadHistories, loadRecording } from "../../../run/recorded";
import type { Moment, Standing } from "../../../run/standing";
import { type Kept, makeKeeper } from "./kept";
import { type Result, recordedResult } from "./result";
import type { Shelf } from "./shelf";
import { NO_STUDY, type StudyState } from "./studyState";
import { learn, makeTraining, notify, restOf, type TrainingPlace, unknown } from "./training";

/** Which of the waiting replicas is trained next; null if none is wanted as things stand. */
export type Choose = (
  waiting: readonly number[],
  results: readonly (Result | null)[],
) => number | null;

export interface Study {
  readonly store: StoreApi<StudyState>;
  /** Shows the recording of that name; where there is none, its experiment with no results. */
  openRecording(name: string): Promise<void>;
  /** Shows a live experiment with what was kept of it; `start` trains the rest. */
  prepare(named: NamedExperiment): Promise<void>;
  start(choose?: Choose): void;
  /** Stops at once and keeps what there is. */
  pause(): void;
  /** Whether the study is looked at: while it is not, its training rests. */
  show(shown: boolean): void;
  /** Keeps at once what is not kept yet: the page may be left. */
  keep(): void;
  /** Forgets all results of the live experiment that is shown. */
  clear(): Promise<void>;
  /** What was kept on the way of one replica; empty where there is nothing. */
  histories(replica: number): Promise<readonly Moment[]>;
}

export interface StudyPlace extends TrainingPlace {
  readonly shelf: Shelf;
  /** Where the recordings are, with a slash at the end. */
  readonly data: string;
}

type Histories = Study["histories"];

/** Loads the histories of a recording when they are first asked for, and anew after a failure. */
function lateHistories(url: string, recording: Recording): Histories {
  let loading: ReturnType<typeof loadHistories> | null = null;
  return async (replica) => {
    loading ??= loadHistories(url, recording).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return (await loading)[replica];
  };
}

export function createStudy({ shelf, data, ...place }: StudyPlace): Study {
  const store = createStore<StudyState>()(() => NO_STUDY);
  const training = makeTraining(store, place);
  const keep = makeKeeper(shelf);
  let known = unknown(0, null);
  /** Of a recording. */
  let recorded: Histories | null = null;

  const notice = (message: string) => notify(store, message);

  /** Leaves what is shown for something else; true from what it returns while that is shown. */
  function open(
    named: NamedExperiment | null,
    kept: Kept | null,
    changes: Partial<StudyState>,
    histories: Histories | null = null,
  ): () => boolean {
    training.leave();
    known.kept?.write();
    const settings = named ? cells(named.experiment) : [];
    const mine = unknown(settings.length, kept);
    known = mine;
    recorded = histories;
    store.setState({ ...NO_STUDY, named, settings, results: [...mine.results], ...changes });
    return () => mine === known;
  }

  function restored(found: ReadonlyMap<number, Standing>): void {
    for (const [replica, standing] of found)
      if (replica < known.standings.length) learn(known, replica, standing);
    store.setState({ results: [...known.results], status: restOf(known) });
  }

  return {
    store,
    async openRecording(name) {
      const origin = "recorded";
      const still = open(null, null, { origin, status: { kind: "loading" } });
      try {
        const loaded = await loadRecording(`${data}${name}.json`);
        if (!still()) return;
        const { outcomes, provenance } = loaded;
        const results = outcomes.map(recordedResult);
        const histories = lateHistories(`${data}${loaded.name}.histories.bin`, loaded);
        open(loaded, null, { origin, provenance, results, status: { kind: "done" } }, histories);
      } catch (error) {
        const failed = (message: string) => ({ status: { kind: "failed", message } }) as const;
        const { message } = error as Error;
        try {
          const named = await loadExperiment(`${data}experiments/${name}.json`);
          if (still()) open(named, null, { origin, ...failed(message) });
        } catch (why) {
          if (still()) store.setState(failed(`${message} ${(why as Error).message}`));
        }
      }
    },
    async prepare(named) {
      const kept: Kept = keep(named, (unkept) => {
        if (known.kept === kept && store.getState().unkept !== unkept) store.setState({ unkept });
      });
      const still = open(named, kept, { status: { kind: "loading" } });
      const { standings, problem } = await kept.read();
      if (!still()) return;
      store.setState({ unkept: problem });
      restored(standings);
    },
    start(choose) {
      const { named, origin, status } = store.getState();
      if (!named || origin === "recorded" || status.kind === "loading") return;
      const { results } = known;
      training.start(known, choose && ((waiting) => choose(waiting, results)));
    },
    pause: training.pause,
    show: training.show,
    keep: () => known.kept?.write(),
    async clear() {
      const { named } = store.getState();
      const { kept } = known;
      if (!named || !kept) return;
      const { unkept } = store.getState();
      const still = open(named, kept, { status: { kind: "paused" }, unkept });
      try {
        await kept.clear();
      } catch (error) {
        if (still()) notice(`Kept results cannot be cleared (${(error as Error).message}).`);
      }
    },
    histories: async (replica) =>
      recorded ? recorded(replica) : (known.standings[replica]?.moments ?? []),
  };
}
