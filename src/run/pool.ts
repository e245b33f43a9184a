/**
 * @file Replicas over many workers. A leg is given to a free worker with all that is needed to go on,
 * so a lost worker costs no more than its last moments.
 *
 * On engines of the processor a leg is one replica, and every worker has one. On a graphics card the
 * first worker, which leads, has the card: its leg is many replicas side by side, and the others rest.
 */
import type { Until } from "../experiment/experiment";
import { clause } from "../experiment/sentence";
import type { EngineChoice, EngineName } from "./engineChoice";
import type { Leg, PoolPort, PoolReply } from "./poolWire";
import { makeSeats, type Seat } from "./seats";
import type { Standing } from "./standing";
import { party, pauseOf, type Turns } from "./turns";
import type { EngineInfo, Refusals } from "./wire";

export interface PoolJob extends Turns {
  readonly until: Until;
  readonly engine: EngineChoice;
  /** Where each replica stands; finished ones are not trained. */
  readonly from: readonly Standing[];
}

export type PoolEvent =
  /** What replicas are trained on from here on, and why not on another. */
  | { readonly kind: "engine"; readonly engine: EngineInfo }
  | { readonly kind: "standing"; readonly replica: number; readonly standing: Standing }
  | { readonly kind: "failed"; readonly replica: number; readonly message: string }
  /** A sentence for the reader. */
  | { readonly kind: "notice"; readonly message: string }
  /** Nothing is left to train; `problem` says why the rest cannot be. */
  | { readonly kind: "end"; readonly problem: string | null };

export interface Pool {
  readonly size: number;
  /** Replaces what ran before. Returns what stops it: each replica in training is reported once more. */
  run(job: PoolJob, onEvent: (event: PoolEvent) => void): () => void;
  /**
   * Lets so many workers train from now on, one at least. Those that are too many stop within some hundredths of a
   * second, and their replicas go on from there when their turn comes.
   */
  allow(workers: number): void;
  /** Ends all workers. */
  close(): void;
}

/** Most replicas that are trained side by side on a card: more would be no faster, only reported later. */
const SIDE_BY_SIDE = 128;

interface Task {
  readonly ticket: number;
  readonly run: Running;
  /** In training; none while the engine is being chosen. */
  readonly replicas: readonly number[];
  readonly engine: EngineChoice;
  /** Told to stop, so that its worker rests. */
  leaving?: true;
}

interface Running {
  readonly job: PoolJob;
  readonly onEvent: (event: PoolEvent) => void;
  readonly standings: Standing[];
  readonly waiting: Set<number>;
  /** null until it is chosen. */
  engine: EngineName | null;
  /** Engines that have failed. */
  without: Refusals;
  stopped: boolean;
  ended: boolean;
}

const networks = (count: number): string =>
  count === 1 ? "its network goes" : `its ${count} networks go`;

function begin(job: PoolJob, onEvent: Running["onEvent"]): Running {
  const standings = [...job.from];
  const waiting = new Set([...standings.keys()].filter((replica) => !standings[replica].finished));
  const state = { engine: null, without: {}, stopped: false, ended: false };
  return { job, onEvent, standings, waiting, ...state };
}

function end(run: Running, problem: string | null): void {
  if (run.ended) return;
  run.ended = true;
  run.onEvent({ kind: "end", problem });
}

/** The replicas of a task that did not end well wait again; a card that failed is not used again. */
function giveBack({ run, replicas, engine }: Task, what: string): void {
  if (engine === "webgl" || replicas.length === 0) {
    run.without = { ...run.without, webgl: what };
    run.engine = null;
  }
  if (run.stopped) return;
  if (replicas.length === 0) {
    run.onEvent({ kind: "notice", message: `${what}.` });
    return;
  }
  for (const replica of replicas) run.waiting.add(replica);
  const step = Math.max(0, run.standings[replicas[0]].progress.step);
  const goOn = `${networks(replicas.length)} on from step ${step}`;
  run.onEvent({ kind: "notice", message: `${what}; ${goOn}.` });
}

function fail(task: Task, message: string): void {
  const { run, replicas, engine } = task;
  if (engine === "webgl") giveBack(task, `WebGL failed (${clause(message)})`);
  else if (replicas.length === 0) end(run, message);
  else for (const replica of replicas) run.onEvent({ kind: "failed", replica, message });
}

/** Takes in where the replicas of a task stand; those that are not finished wait once it is over. */
function take({ run, replicas }: Task, standings: readonly Standing[], over: boolean): void {
  replicas.forEach((replica, i) => {
    const standing = standings[i];
    if (run.standings[replica].finished) return; // While others of its leg go on.
    run.standings[replica] = standing;
    if (over && !standing.finished && !run.stopped) run.waiting.add(replica);
    run.onEvent({ kind: "standing", replica, standing });
  });
}

/** What `replicas` are trained with from where they stand. */
function legOf({ job, engine, standings }: Running, replicas: readonly number[]): Leg {
  const from = replicas.map((replica) => standings[replica]);
  return {
    settings: replicas.map((replica) => job.settings[replica]),
    until: job.until,
    engine: engine ?? job.engine,
    from,
    pause: pauseOf(job, from[0]),
  };
}

/** `size` workers, opened when first needed. */
export function makePool(open: () => PoolPort, size: number): Pool {
  let tickets = 0;
  let running: Running | null = null;
  let allowed = size;
  const seats = makeSeats<Task>(open, size, receive, (task, reason, absent) => {
    if (task && !absent) giveBack(task, `A worker was lost (${reason})`);
    else for (const replica of task?.replicas ?? []) task?.run.waiting.add(replica);
    fillBoth(task?.run);
  });

  /** What is being done. */
  function busy(): { readonly port: PoolPort; readonly task: Task }[] {
    return seats.taken.flatMap(({ port, task }) => (task ? [{ port, task }] : []));
  }

  /** Fills what a seat was busy with, and what has replaced it since. */
  function fillBoth(run: Running | undefined): void {
    if (run) fill(run);
    if (running && running !== run) fill(running);
  }

  function receive(seat: Seat<Task>, reply: PoolReply): void {
    const { task } = seat;
    if (task?.ticket !== reply.ticket) return;
    const { run } = task;
    if (reply.kind !== "standings" || reply.over) seat.task = null;
    switch (reply.kind) {
      case "chosen":
        run.engine = reply.engine.name;
        if (!run.stopped) run.onEvent({ kind: "engine", engine: reply.engine });
        break;
      case "failed":
        fail(task, reply.message);
        break;
      case "standings":
        take(task, reply.standings, reply.over);
        break;
      default:
        reply satisfies never;
    }
    if (!seat.task) fillBoth(run);
  }

  /** Gives a leg, or first asks the worker that leads for the engine; false if none is wanted. */
  function employ(seat: Seat<Task>, run: Running, onCard: boolean): boolean {
    const { job, without } = run;
    const asks = seat === seats.taken[0] && run.engine === null;
    const replicas = party(job, run.standings, run.waiting, asks || onCard ? SIDE_BY_SIDE : 1);
    if (replicas.length === 0) return false;
    const ticket = ++tickets;
    const engine = run.engine ?? job.engine;
    seat.task = { ticket, run, replicas: asks ? [] : replicas, engine };
    const leg = legOf(run, replicas);
    if (asks) {
      const wish = { engine, settings: leg.settings, workers: size, without };
      seat.port.postMessage({ kind: "choose", ticket, wish });
    } else {
      for (const replica of replicas) run.waiting.delete(replica);
      seat.port.postMessage({ kind: "train", ticket, leg });
    }
    return true;
  }

  function fill(run: Running): void {
    let wanted = true;
    while (
      wanted &&
      !run.stopped &&
      !run.ended &&
      run.waiting.size > 0 &&
      busy().length < allowed
    ) {
      const onCard = (run.engine ?? run.job.engine) === "webgl";
      const seat = seats.free(onCard);
      if (!seat) break;
      wanted = employ(seat, run, onCard);
    }
    const training = seats.taken.some(({ task }) => task?.run === run && task.replicas.length > 0);
    const left = run.waiting.size > 0 && !run.stopped && wanted;
    if (training || (left && seats.taken.length > 0)) return;
    const untrained = `${run.waiting.size} of ${run.standings.length} networks are left untrained`;
    end(run, left ? `${seats.problem()}, so ${untrained}.` : null);
  }

  function stop(run: Running): void {
    if (run.stopped) return;
    run.stopped = true;
    for (const { port, task } of seats.taken)
      if (task?.run === run) port.postMessage({ kind: "stop", ticket: task.ticket });
  }

  return {
    size,
    run(job, onEvent) {
      if (running) stop(running);
      seats.renew();
      const run = begin(job, onEvent);
      running = run;
      fill(run);
      return () => {
        stop(run);
        fill(run);
      };
    },
    allow(workers) {
      allowed = Math.max(1, Math.min(size, workers));
      const staying = busy().filter(({ task }) => !task.leaving);
      for (const { port, task } of staying.slice(allowed)) {
        task.leaving = true;
        port.postMessage({ kind: "stop", ticket: task.ticket });
      }
      if (running) fill(running);
    },
    close() {
      if (running) running.stopped = true;
      seats.close();
    },
  };
}
