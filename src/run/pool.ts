/**
 * @file Replicas over many workers. A leg is given to a free worker with all that is needed to go on,
 * so a lost worker costs no more than its last moments.
 *
 * On engines of the processor a leg is one replica, and every worker has one. On a graphics card the
 * first worker, which leads, has the card: its leg is many replicas side by side, and the others rest.
 */
import type { Until } from "../experiment/experiment";
import type { EngineChoice, EngineName } from "./engineChoice";
import type { PoolPort, PoolReply } from "./poolWire";
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
  /** Ends all workers. */
  close(): void;
}

/** Workers opened in place of lost ones, for each seat, before a pool gives up. */
const REPLACEMENTS = 2;

/** Most replicas that are trained side by side on a card: more would be no faster, only reported later. */
const SIDE_BY_SIDE = 128;

interface Task {
  readonly ticket: number;
  readonly run: Running;
  /** In training; none while the engine is being chosen. */
  readonly replicas: readonly number[];
  readonly engine: EngineChoice;
}

interface Seat {
  readonly port: PoolPort;
  task: Task | null;
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

/** `size` workers, opened when first needed. */
export function makePool(open: () => PoolPort, size: number): Pool {
  const seats: Seat[] = [];
  let tickets = 0;
  let losses = 0;
  let running: Running | null = null;

  function sit(): Seat {
    const seat: Seat = { port: open(), task: null };
    seat.port.onReply((reply) => receive(seat, reply));
    seat.port.onLost((reason) => lose(seat, reason));
    seats.push(seat);
    return seat;
  }

  const seatIfAny = (): Seat | undefined =>
    seats.length < size && losses <= REPLACEMENTS * size ? sit() : undefined;

  /** Fills what a seat was busy with, and what has replaced it since. */
  function fillBoth(run: Running | undefined): void {
    if (run) fill(run);
    if (running && running !== run) fill(running);
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

  function lose(seat: Seat, reason: string): void {
    const place = seats.indexOf(seat);
    if (place < 0) return;
    seats.splice(place, 1);
    seat.port.close();
    losses += 1;
    const { task } = seat;
    seat.task = null; // What it still says is of no leg.
    if (task) giveBack(task, `A worker was lost (${reason})`);
    fillBoth(task?.run);
  }

  function receive(seat: Seat, reply: PoolReply): void {
    const { task } = seat;
    if (task?.ticket !== reply.ticket) return;
    const { run, replicas } = task;
    switch (reply.kind) {
      case "chosen":
        seat.task = null;
        run.engine = reply.engine.name;
        if (!run.stopped) run.onEvent({ kind: "engine", engine: reply.engine });
        break;
      case "failed":
        seat.task = null;
        fail(task, reply.message);
        break;
      case "standings":
        if (reply.over) seat.task = null;
        replicas.forEach((replica, i) => {
          const standing = reply.standings[i];
          if (run.standings[replica].finished) return; // While others of its leg go on.
          run.standings[replica] = standing;
          if (reply.over && !standing.finished && !run.stopped) run.waiting.add(replica);
          run.onEvent({ kind: "standing", replica, standing });
        });
        break;
      default:
        reply satisfies never;
    }
    if (!seat.task) fillBoth(run);
  }

  function fail(task: Task, message: string): void {
    const { run, replicas, engine } = task;
    if (engine === "webgl") giveBack(task, `WebGL failed (${message.replace(/\.$/, "")})`);
    else if (replicas.length === 0) end(run, message);
    else for (const replica of replicas) run.onEvent({ kind: "failed", replica, message });
  }

  function end(run: Running, problem: string | null): void {
    if (run.ended) return;
    run.ended = true;
    run.onEvent({ kind: "end", problem });
  }

  function assign(seat: Seat, run: Running, replicas: readonly number[]): void {
    const { job, standings } = run;
    const ticket = ++tickets;
    const engine = run.engine ?? job.engine;
    seat.task = { ticket, run, replicas, engine };
    const settings = replicas.map((replica) => job.settings[replica]);
    const from = replicas.map((replica) => standings[replica]);
    const leg = { settings, until: job.until, engine, from, pause: pauseOf(job, from[0]) };
    for (const replica of replicas) run.waiting.delete(replica);
    seat.port.postMessage({ kind: "train", ticket, leg });
  }

  /** Asks for the engine that the next replicas are best trained on; false if none is wanted. */
  function ask(seat: Seat, run: Running): boolean {
    const { job, without } = run;
    const replicas = party(job, run.standings, run.waiting, SIDE_BY_SIDE);
    const settings = replicas.map((replica) => job.settings[replica]);
    if (settings.length === 0) return false;
    const ticket = ++tickets;
    seat.task = { ticket, run, replicas: [], engine: job.engine };
    const wish = { engine: job.engine, settings, workers: size, without };
    seat.port.postMessage({ kind: "choose", ticket, wish });
    return true;
  }

  /** A worker that is free: the one that leads, and if the others do not rest, any. */
  function freeSeat(onCard: boolean): Seat | undefined {
    const lead = seats[0] ?? seatIfAny();
    if (onCard || lead?.task === null) return lead?.task === null ? lead : undefined;
    return seats.find(({ task }) => task === null) ?? seatIfAny();
  }

  function fill(run: Running): void {
    let wanted = true;
    while (wanted && !run.stopped && !run.ended && run.waiting.size > 0) {
      const onCard = (run.engine ?? run.job.engine) === "webgl";
      const seat = freeSeat(onCard);
      if (!seat) break;
      if (seat === seats[0] && run.engine === null) {
        wanted = ask(seat, run);
        continue;
      }
      const replicas = party(run.job, run.standings, run.waiting, onCard ? SIDE_BY_SIDE : 1);
      wanted = replicas.length > 0;
      if (wanted) assign(seat, run, replicas);
    }
    const training = seats.some(({ task }) => task?.run === run && task.replicas.length > 0);
    const left = run.waiting.size > 0 && !run.stopped && wanted;
    if (training || (left && seats.length > 0)) return;
    const problem = left
      ? `${losses} workers were lost, so ${run.waiting.size} of ${run.standings.length} networks are left untrained.`
      : null;
    end(run, problem);
  }

  function stop(run: Running): void {
    if (run.stopped) return;
    run.stopped = true;
    for (const { port, task } of seats)
      if (task?.run === run) port.postMessage({ kind: "stop", ticket: task.ticket });
  }

  return {
    size,
    run(job, onEvent) {
      if (running) stop(running);
      const standings = [...job.from];
      const waiting = new Set(
        [...standings.keys()].filter((replica) => !standings[replica].finished),
      );
      const run: Running = {
        job,
        onEvent,
        standings,
        waiting,
        engine: null,
        without: {},
        stopped: false,
        ended: false,
      };
      running = run;
      fill(run);
      return () => {
        stop(run);
        fill(run);
      };
    },
    close() {
      if (running) running.stopped = true;
      for (const { port } of seats.splice(0)) port.close();
    },
  };
}
