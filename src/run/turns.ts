/**
 * @file Which of the waiting replicas of a job are trained next, and how far.
 */
import type { Settings } from "../experiment/params";
import { sideBySide } from "./poolWire";
import type { Standing } from "./standing";

export interface Turns {
  readonly settings: readonly Settings[];
  /** All replicas reach the first of these steps before any is trained to the next. */
  readonly legs?: readonly number[];
  /**
   * Which of the waiting replicas of the earliest leg comes next; null if none of them is wanted as
   * things stand, and the next leg is asked for. The first if it is not given.
   */
  readonly choose?: (waiting: readonly number[]) => number | null;
}

/** The step at which a replica rests until the others are there too. */
export const pauseOf = ({ legs }: Turns, { checkpoint }: Standing): number => {
  const step = checkpoint?.step ?? 0;
  return legs?.find((leg) => leg > step) ?? Infinity;
};

function next(
  turns: Turns,
  standings: readonly Standing[],
  waiting: readonly number[],
): number | null {
  const { choose, legs } = turns;
  if (waiting.length === 0) return null;
  if (!choose && !legs) return waiting[0];
  const pause = (replica: number) => pauseOf(turns, standings[replica]);
  const pauses = new Set(waiting.map(pause));
  for (const leg of [...pauses].sort((a, b) => a - b)) {
    const first = waiting.filter((replica) => pause(replica) === leg);
    const chosen = choose ? choose(first) : first[0];
    if (chosen !== null) return chosen;
  }
  return null;
}

/**
 * The replicas to train side by side next, at most `most`, alike as `sideBySide` says; none if none is
 * wanted as things stand.
 */
export function party(
  turns: Turns,
  standings: readonly Standing[],
  waiting: Iterable<number>,
  most: number,
): number[] {
  const nameOf = (replica: number) => sideBySide(turns.settings[replica], standings[replica]);
  const chosen: number[] = [];
  let left = [...waiting];
  while (chosen.length < most) {
    const replica = next(turns, standings, left);
    if (replica === null) break;
    const name = chosen.length === 0 && most > 1 ? nameOf(replica) : null;
    left = left.filter((other) => other !== replica && (name === null || nameOf(other) === name));
    chosen.push(replica);
  }
  return chosen;
}
