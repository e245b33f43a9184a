/**
 * @file The training of a live experiment: begun, rested and gone on with as the reader wants, and told
 * to the study's store.
 */
import type { StoreApi } from "zustand/vanilla";
import type { EngineChoice } from "../../../run/engineChoice";
import type { Pool, PoolEvent, PoolJob } from "../../../run/pool";
import { NOT_BEGUN, type Standing } from "../../../run/standing";
import { type EngineInfo, insteadOf } from "../../../run/wire";
import type { Kept } from "./kept";
import { type Result, resultOf, stepsLeft, stepsMade } from "./result";
import type { StudyState } from "./studyState";

/** What is known of each replica of what is shown. */
export interface Known {
  /** Of a live experiment. */
  readonly kept: Kept | null;
  readonly standings: Standing[];
  readonly results: (Result | null)[];
}

export const unknown = (replicas: number, kept: Kept | null): Known => ({
  kept,
  standings: new Array<Standing>(replicas).fill(NOT_BEGUN),
  results: new Array<null>(replicas).fill(null),
});

export function learn({ standings, results }: Known, replica: number, standing: Standing): void {
  standings[replica] = standing;
  results[replica] = resultOf(standing);
}

/** What a study is that does not train. */
export const restOf = ({ results }: Known): { readonly kind: "done" | "paused" } => ({
  kind: results.every((result) => result?.outcome) ? "done" : "paused",
});

export interface TrainingPlace {
  /** Opened when first needed. */
  readonly pool: () => Pool;
  /** What the reader wants networks to be trained on. */
  readonly engine: () => EngineChoice;
  /** In ms. */
  readonly now: () => number;
}

/** Milliseconds between two changes of the store while replicas are trained. */
const FLUSH = 60;
/** Above this many replicas their states in mid-training are too much to hold, so there are no legs. */
const MOST_PARKED = 500;
/** Milliseconds of training before it is told how long the rest will take. */
const TELLING = 2000;

function jobOf(
  { named, settings }: StudyState,
  engine: EngineChoice,
  { standings }: Known,
  choose: PoolJob["choose"],
): PoolJob {
  const horizon = Math.max(...settings.map(({ steps }) => steps));
  const legs = [Math.ceil(horizon / 20), Math.ceil(horizon / 4)];
  return {
    settings,
    until: named?.experiment.until ?? "end",
    engine,
    from: standings,
    ...(settings.length <= MOST_PARKED && { legs }),
    ...(choose && { choose }),
  };
}

/** null where it cannot be told; the replicas have made so many steps in `elapsed` ms. */
function secondsLeft(
  { settings, status }: StudyState,
  results: Known["results"],
  made: number,
  elapsed: number,
): number | null {
  if (status.kind !== "running" || elapsed <= TELLING || made <= 0) return null;
  return (stepsLeft(settings, results) * elapsed) / made / 1000;
}

/** A sentence for the reader. */
export const notify = (store: StoreApi<StudyState>, message: string): void =>
  store.setState(({ notices }) => ({ notices: [...notices, message] }));

export function makeTraining(store: StoreApi<StudyState>, { pool, engine, now }: TrainingPlace) {
  /** What the reader wants trained. It is, while the study is shown. */
  let wanted: { readonly known: Known; readonly choose: PoolJob["choose"] } | null = null;
  let shown = true;
  /** What trains, until it has ended. */
  let running: { stopping: boolean; halt: () => void } | null = null;
  let flushing: ReturnType<typeof setTimeout> | undefined;

  function train(known: Known, choose: PoolJob["choose"]): void {
    const begun = { time: now(), steps: stepsMade(known.results) };
    const flush = () => {
      clearTimeout(flushing);
      flushing = undefined;
      const results = [...known.results];
      const made = stepsMade(results) - begun.steps;
      const left = secondsLeft(store.getState(), results, made, now() - begun.time);
      store.setState({ results, secondsLeft: left });
    };
    const mine = { stopping: false, halt: () => {} };
    running = mine;
    store.setState({ status: { kind: "running" } });
    const job = jobOf(store.getState(), engine(), known, choose);
    mine.halt = pool().run(job, (event) => {
      if (running === mine) receive(event, known, flush);
    });
  }

  function receive(event: PoolEvent, known: Known, flush: () => void): void {
    switch (event.kind) {
      case "engine":
        store.setState({ engine: event.engine });
        tellLack(event.engine);
        break;
      case "standing":
        learn(known, event.replica, event.standing);
        known.kept?.put(event.replica, event.standing);
        flushing ??= setTimeout(flush, FLUSH);
        break;
      case "failed":
        notify(store, `A network could not be trained: ${event.message}`);
        break;
      case "notice":
        notify(store, event.message);
        break;
      case "end":
        end(event.problem, known);
        flush();
        known.kept?.write();
        settle();
        break;
      default:
        event satisfies never;
    }
  }

  function tellLack(info: EngineInfo): void {
    const lack = insteadOf(engine(), info);
    if (lack && !store.getState().notices.includes(lack)) notify(store, lack);
  }

  function end(problem: string | null, known: Known): void {
    if (!running?.stopping) wanted = null;
    running = null;
    store.setState(({ status }) => {
      if (problem) return { status: { kind: "failed", message: problem } };
      return { status: status.kind === "paused" ? status : restOf(known) };
    });
  }

  /** Trains or stops, as is wanted. What has been told to stop goes on after it has. */
  function settle(): void {
    if (wanted && shown) {
      if (!running) train(wanted.known, wanted.choose);
    } else if (running && !running.stopping) {
      running.stopping = true;
      store.setState({ status: { kind: "paused" }, secondsLeft: null });
      running.halt();
    }
  }

  return {
    start(known: Known, choose: PoolJob["choose"]) {
      wanted = { known, choose };
      settle();
    },
    pause() {
      wanted = null;
      settle();
    },
    /** Whether the study is looked at: while it is not, its training rests. */
    show(next: boolean) {
      shown = next;
      settle();
    },
    /** Halts for good; nothing more is told of what was known. */
    leave() {
      wanted = null;
      running?.halt();
      running = null;
      clearTimeout(flushing);
      flushing = undefined;
    },
  };
}
