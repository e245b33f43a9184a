/**
 * @file An experiment and what is known of each of its replicas, recorded or as they are trained here.
 * One store for each group of figures; which of them trains is the pool's matter, the newest wins.
 */

import { createStore, type StoreApi } from "zustand/vanilla";
import { cells } from "../../../experiment/experiment";
import type { NamedExperiment } from "../../../experiment/experimentFile";
import type { Recording } from "../../../experiment/recording";
import type { EngineChoice } from "../../../run/engineChoice";
import type { Pool, PoolEvent } from "../../../run/pool";
import { loadExperiment, loadHistories, loadRecording } from "../../../run/recorded";
import { type Moment, NOT_BEGUN, type Standing } from "../../../run/standing";
import { type Kept, keptOf } from "./kept";
import { type Result, recordedResult, resultOf, stepsLeft, stepsMade } from "./result";
import type { Shelf } from "./shelf";
import { NO_STUDY, type StudyState } from "./studyState";

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
  /** Forgets all results of the live experiment that is shown. */
  clear(): Promise<void>;
  /** What was kept on the way of one replica; empty where there is nothing. */
  histories(replica: number): Promise<readonly Moment[]>;
}

export interface StudyPlace {
  /** Opened when first needed. */
  readonly pool: () => Pool;
  /** What the reader wants networks to be trained on. */
  readonly engine: () => EngineChoice;
  readonly shelf: Shelf;
  /** Where the recordings are, with a slash at the end. */
  readonly data: string;
  /** In ms. */
  readonly now: () => number;
}

/** Milliseconds between two changes of the store while replicas are trained. */
const FLUSH = 60;
/** Above this many replicas their states in mid-training are too much to hold, so there are no legs. */
const MOST_PARKED = 500;
/** Milliseconds of training before it is told how long the rest will take. */
const TELLING = 2000;

export function createStudy({ pool, engine, shelf, data, now }: StudyPlace): Study {
  const store = createStore<StudyState>()(() => NO_STUDY);
  /** Of a live experiment. */
  let kept: Kept | null = null;
  let standings: Standing[] = [];
  let results: (Result | null)[] = [];
  let recording: Recording | null = null;
  let recorded: Promise<readonly (readonly Moment[])[]> | null = null;
  let halt: (() => void) | null = null;
  /** What the reader wants trained; null if nothing. It is, while the study is shown. */
  let wanted: { readonly choose: Choose | undefined } | null = null;
  let shown = true;
  /** Whether the pool has been told to stop and has not ended yet. */
  let stopping = false;
  let begun = { time: 0, steps: 0 };
  let flushing: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was opened; a late answer to an earlier request is dropped. */
  let opened = 0;

  const notice = (message: string) =>
    store.setState(({ notices }) => ({ notices: [...notices, message] }));
  const refused = (message: string) =>
    notice(`Results cannot be kept for a later visit here (${message}).`);

  function flush(): void {
    clearTimeout(flushing);
    flushing = undefined;
    const elapsed = now() - begun.time;
    const made = stepsMade(results) - begun.steps;
    const { settings, status } = store.getState();
    const telling = status.kind === "running" && elapsed > TELLING && made > 0;
    store.setState({
      results: [...results],
      secondsLeft: telling ? (stepsLeft(settings, results) * elapsed) / made / 1000 : null,
    });
  }

  function receive(event: PoolEvent): void {
    switch (event.kind) {
      case "engine":
        store.setState({ engine: event.engine });
        break;
      case "standing": {
        const { replica, standing } = event;
        standings[replica] = standing;
        results[replica] = resultOf(standing);
        kept?.put(replica, standing);
        flushing ??= setTimeout(flush, FLUSH);
        break;
      }
      case "failed":
        notice(`A network could not be trained: ${event.message}`);
        break;
      case "notice":
        notice(event.message);
        break;
      case "end": {
        halt = null;
        const unfinished = results.some((result) => !result?.outcome);
        store.setState(({ status }) => ({
          status: event.problem
            ? { kind: "failed", message: event.problem }
            : status.kind === "paused" || unfinished
              ? { kind: "paused" }
              : { kind: "done" },
        }));
        flush();
        kept?.write();
        if (!stopping) wanted = null;
        stopping = false;
        settle();
        break;
      }
      default:
        event satisfies never;
    }
  }

  /** Leaves what is shown; true from what it returns while nothing else was opened since. */
  function leave(): () => boolean {
    halt?.();
    halt = null;
    wanted = null;
    stopping = false;
    kept?.write();
    kept = null;
    clearTimeout(flushing);
    flushing = undefined;
    recorded = null;
    recording = null;
    opened += 1;
    const mine = opened;
    return () => mine === opened;
  }

  function put(named: NamedExperiment, changes: Partial<StudyState>): void {
    const settings = cells(named.experiment);
    standings = settings.map(() => NOT_BEGUN);
    results = settings.map(() => null);
    store.setState({ ...NO_STUDY, named, settings, results: [...results], ...changes });
  }

  const restored = (found: ReadonlyMap<number, Standing>): void => {
    for (const [replica, standing] of found) {
      if (!(replica < standings.length)) continue;
      standings[replica] = standing;
      results[replica] = resultOf(standing);
    }
    const finished = results.every((result) => result?.outcome);
    store.setState({ results: [...results], status: { kind: finished ? "done" : "paused" } });
  };

  function train(named: NamedExperiment, choose: Choose | undefined): void {
    const { settings } = store.getState();
    const mine = opened;
    const horizon = Math.max(...settings.map(({ steps }) => steps));
    begun = { time: now(), steps: stepsMade(results) };
    store.setState({ status: { kind: "running" } });
    let ended = false;
    const stop = pool().run(
      {
        settings,
        until: named.experiment.until ?? "end",
        engine: engine(),
        from: standings,
        ...(settings.length <= MOST_PARKED && {
          legs: [Math.ceil(horizon / 20), Math.ceil(horizon / 4)],
        }),
        ...(choose && { choose: (waiting) => choose(waiting, results) }),
      },
      (event) => {
        if (event.kind === "end") ended = true;
        if (mine === opened) receive(event);
      },
    );
    if (!ended) halt = stop;
  }

  /** Trains or stops, as is wanted. What has been told to stop goes on after it has. */
  function settle(): void {
    const { named } = store.getState();
    if (wanted && shown) {
      if (named && !halt) train(named, wanted.choose);
    } else if (halt && !stopping) {
      stopping = true;
      store.setState({ status: { kind: "paused" }, secondsLeft: null });
      halt();
    }
  }

  return {
    store,
    async openRecording(name) {
      const still = leave();
      store.setState({ ...NO_STUDY, origin: "recorded", status: { kind: "loading" } });
      try {
        const loaded = await loadRecording(`${data}${name}.json`);
        if (!still()) return;
        recording = loaded;
        put(loaded, { origin: "recorded", provenance: loaded.provenance });
        results = loaded.outcomes.map(recordedResult);
        store.setState({ results: [...results], status: { kind: "done" } });
      } catch (error) {
        const failed = (message: string) => ({ status: { kind: "failed", message } }) as const;
        const { message } = error as Error;
        try {
          const named = await loadExperiment(`${data}experiments/${name}.json`);
          if (still()) put(named, { origin: "recorded", ...failed(message) });
        } catch (why) {
          if (still()) store.setState(failed(`${message} ${(why as Error).message}`));
        }
      }
    },
    async prepare(named) {
      const still = leave();
      kept = keptOf(named, shelf, refused);
      put(named, { status: { kind: "loading" } });
      try {
        const found = await kept.read();
        if (still()) restored(found);
      } catch (error) {
        if (!still()) return;
        notice(`Results of earlier visits cannot be read (${(error as Error).message}).`);
        restored(new Map());
      }
    },
    start(choose) {
      const { named, origin, status } = store.getState();
      if (!named || origin === "recorded" || status.kind === "loading") return;
      wanted = { choose };
      settle();
    },
    pause() {
      wanted = null;
      settle();
    },
    show(next) {
      shown = next;
      settle();
    },
    async clear() {
      const { named } = store.getState();
      const forgotten = kept;
      if (!named || !forgotten) return;
      const still = leave();
      kept = forgotten;
      put(named, { status: { kind: "paused" } });
      try {
        await forgotten.clear();
      } catch (error) {
        if (still()) notice(`Kept results cannot be cleared (${(error as Error).message}).`);
      }
    },
    async histories(replica) {
      const { named, origin } = store.getState();
      if (!named) return [];
      if (origin === "live") return standings[replica].moments;
      if (!recording) return [];
      recorded ??= loadHistories(`${data}${named.name}.histories.bin`, recording);
      const loading = recorded;
      try {
        return (await loading)[replica];
      } catch (error) {
        if (recorded === loading) recorded = null; // Asked again, it is loaded again.
        throw error;
      }
    },
  };
}
