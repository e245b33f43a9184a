/**
 * @file Replicas over many workers. A replica's leg is given to a free worker with all that is needed
 * to go on, so a lost worker costs no more than its last moments.
 */
import type { Until } from "../experiment/experiment";
import type { EngineChoice } from "../experiment/link";
import type { Settings } from "../experiment/params";
import type { PoolPort, PoolReply } from "./poolWire";
import type { Standing } from "./standing";

export interface PoolJob {
  readonly settings: readonly Settings[];
  readonly until: Until;
  readonly engine: EngineChoice;
  /** Where each replica stands; finished ones are not trained. */
  readonly from: readonly Standing[];
  /** All replicas reach the first of these steps before any is trained to the next. */
  readonly legs?: readonly number[];
  /**
   * Which of the waiting replicas of the earliest leg comes next; null if none of them is wanted as
   * things stand, and the next leg is asked for. The first if it is not given.
   */
  readonly choose?: (waiting: readonly number[]) => number | null;
}

export type PoolEvent =
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

interface Seat {
  port: PoolPort;
  /** The ticket and replica in training. */
  busy: { readonly ticket: number; readonly replica: number; readonly run: Running } | null;
}

interface Running {
  readonly job: PoolJob;
  readonly onEvent: (event: PoolEvent) => void;
  readonly standings: Standing[];
  readonly waiting: Set<number>;
  stopped: boolean;
  ended: boolean;
}

/** `size` workers, opened when first needed. */
export function makePool(open: () => PoolPort, size: number): Pool {
  const seats: Seat[] = [];
  let tickets = 0;
  let losses = 0;
  let running: Running | null = null;

  function sit(): Seat {
    const seat: Seat = { port: open(), busy: null };
    seat.port.onReply((reply) => receive(seat, reply));
    seat.port.onLost((reason) => lose(seat, reason));
    seats.push(seat);
    return seat;
  }

  function lose(seat: Seat, reason: string): void {
    const place = seats.indexOf(seat);
    if (place < 0) return;
    seats.splice(place, 1);
    seat.port.close();
    losses += 1;
    const { busy } = seat;
    if (busy && !busy.run.stopped) {
      const step = Math.max(0, busy.run.standings[busy.replica].progress.step);
      busy.run.waiting.add(busy.replica);
      busy.run.onEvent({
        kind: "notice",
        message: `A worker was lost (${reason}); its network goes on from step ${step} on another.`,
      });
    }
    if (busy) fill(busy.run);
    if (running && running !== busy?.run) fill(running);
  }

  function receive(seat: Seat, reply: PoolReply): void {
    const { busy } = seat;
    if (busy?.ticket !== reply.ticket) return;
    const { run, replica } = busy;
    if (reply.kind === "failed") {
      seat.busy = null;
      run.onEvent({ kind: "failed", replica, message: reply.message });
    } else {
      run.standings[replica] = reply.standing;
      if (reply.over) {
        seat.busy = null;
        if (!reply.standing.finished && !run.stopped) run.waiting.add(replica);
      }
      run.onEvent({ kind: "standing", replica, standing: reply.standing });
    }
    if (seat.busy) return;
    fill(run);
    if (running && running !== run) fill(running);
  }

  /** The step at which a replica rests until the others are there too. */
  const pauseOf = ({ job, standings }: Running, replica: number): number => {
    const step = standings[replica].checkpoint?.step ?? 0;
    return job.legs?.find((leg) => leg > step) ?? Infinity;
  };

  function next(run: Running): number | null {
    const waiting = [...run.waiting];
    if (!run.job.choose && !run.job.legs) return waiting[0];
    const legs = new Set(waiting.map((replica) => pauseOf(run, replica)));
    for (const leg of [...legs].sort((a, b) => a - b)) {
      const first = waiting.filter((replica) => pauseOf(run, replica) === leg);
      const chosen = run.job.choose ? run.job.choose(first) : first[0];
      if (chosen !== null) return chosen;
    }
    return null;
  }

  function fill(run: Running): void {
    let wanted = true;
    while (!run.stopped && run.waiting.size > 0) {
      const seat = seats.find(({ busy }) => busy === null) ?? seatIfAny();
      if (!seat) break;
      const replica = next(run);
      wanted = replica !== null;
      if (replica === null) break;
      run.waiting.delete(replica);
      const ticket = ++tickets;
      seat.busy = { ticket, replica, run };
      const { settings, until, engine } = run.job;
      const leg = {
        settings: settings[replica],
        until,
        engine,
        from: run.standings[replica],
        pause: pauseOf(run, replica),
      };
      seat.port.postMessage({ kind: "train", ticket, leg });
    }
    const training = seats.some(({ busy }) => busy?.run === run);
    const left = run.waiting.size > 0 && !run.stopped && wanted;
    if (training || run.ended || (left && seats.length > 0)) return;
    run.ended = true;
    const problem = left
      ? `${losses} workers were lost, so ${run.waiting.size} of ${run.standings.length} networks are left untrained.`
      : null;
    run.onEvent({ kind: "end", problem });
  }

  const seatIfAny = (): Seat | undefined =>
    seats.length < size && losses <= REPLACEMENTS * size ? sit() : undefined;

  function stop(run: Running): void {
    if (run.stopped) return;
    run.stopped = true;
    for (const { port, busy } of seats)
      if (busy?.run === run) port.postMessage({ kind: "stop", ticket: busy.ticket });
  }

  return {
    size,
    run(job, onEvent) {
      if (running) stop(running);
      const standings = [...job.from];
      const waiting = new Set(
        [...standings.keys()].filter((replica) => !standings[replica].finished),
      );
      const run: Running = { job, onEvent, standings, waiting, stopped: false, ended: false };
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
