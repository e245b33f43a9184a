/**
 * @file The workers of a pool: opened when first needed, and some anew in place of lost ones.
 */
import type { PoolPort, PoolReply } from "./poolWire";

/** Workers opened in place of lost ones, for each seat, before a pool gives up. */
const REPLACEMENTS = 2;

export interface Seat<Task> {
  readonly port: PoolPort;
  task: Task | null;
}

/** `onLost` is told of a lost worker what it was busy with. */
export function makeSeats<Task>(
  open: () => PoolPort,
  size: number,
  onReply: (seat: Seat<Task>, reply: PoolReply) => void,
  onLost: (task: Task | null, reason: string, absent: boolean) => void,
) {
  const seats: Seat<Task>[] = [];
  let losses = 0;
  /** Why workers do not start. */
  let refusal: string | null = null;

  function sit(): Seat<Task> | undefined {
    if (seats.length === size || refusal !== null || losses > REPLACEMENTS * size) return undefined;
    const seat: Seat<Task> = { port: open(), task: null };
    seat.port.onReply((reply) => onReply(seat, reply));
    seat.port.onLost((reason, absent = false) => lose(seat, reason, absent));
    seats.push(seat);
    return seat;
  }

  function lose(seat: Seat<Task>, reason: string, absent: boolean): void {
    const place = seats.indexOf(seat);
    if (place < 0) return;
    seats.splice(place, 1);
    seat.port.close();
    losses += 1;
    if (absent) refusal = reason;
    const { task } = seat;
    seat.task = null; // What it still says is of no leg.
    onLost(task, reason, absent);
  }

  return {
    /** Those that have a worker; the first leads. */
    taken: seats as readonly Seat<Task>[],
    /** What keeps workers from being replaced: a clause. */
    problem: () =>
      refusal === null
        ? `${losses} workers were lost`
        : `The workers that train did not start (${refusal})`,
    /** All may be tried again. */
    renew() {
      losses = 0;
      refusal = null;
    },
    /** A worker that is free: the one that leads, and if the others do not rest, any. */
    free(othersRest: boolean): Seat<Task> | undefined {
      const lead = seats[0] ?? sit();
      if (othersRest || lead?.task === null) return lead?.task === null ? lead : undefined;
      return seats.find(({ task }) => task === null) ?? sit();
    },
    close() {
      for (const { port } of seats.splice(0)) port.close();
    },
  };
}
