/**
 * @file Three who ask until all follows, over random orders of the pairs: one who takes what comes, one
 * who passes over what follows already, and one who always asks the best pair.
 *
 * Shapes: n elements, N = n * n pairs, q questions.
 */
import { type Asked, askNext, bestPairs, isSettled, type Known, knownFrom } from "./asking";
import { type Mean, maskOrder, meanOf } from "./bound";
import { UNKNOWN } from "./sample";

/** Which pair each asks about next, given the pairs in a random order. */
const NEXT = {
  chance: (order: Int32Array, { asked }: Known) => order.find((pair) => !asked[pair]),
  open: (order: Int32Array, { value }: Known) => order.find((pair) => value[pair] === UNKNOWN),
  best: (order: Int32Array, known: Known) => {
    const best = new Set(bestPairs(known));
    return order.find((pair) => best.has(pair));
  },
} as const;

export const ASKERS = ["best", "open", "chance"] as const satisfies readonly (keyof typeof NEXT)[];
export type AskerName = (typeof ASKERS)[number];

export interface Asker {
  readonly name: AskerName;
  /** Questions until all follows. */
  readonly questions: Mean;
  /** Mean bits learnt after 0, 1, ... questions, up to the most that one run took; null where p is not known. [q + 1] */
  readonly bits: Float64Array | null;
}

export interface AskersRequest extends Asked {
  /** Runs of each. */
  readonly runs: number;
  readonly seed: number;
}

/** One run: bits learnt after each question, NaN where they are not known; null where the class is contradicted. */
function run(of: AskersRequest, name: AskerName, order: Int32Array, start: Known): number[] | null {
  const learnt = [0];
  for (let known = start; !isSettled(known); ) {
    const step = askNext(of, known, NEXT[name](order, known) as number);
    if (!step) return null;
    learnt.push(learnt[learnt.length - 1] + (step.bits ?? Number.NaN));
    known = step.known;
  }
  return learnt;
}

/** The mean over runs after each question; a run that is over keeps what it has. */
function meanBits(runs: readonly (readonly number[])[]): Float64Array {
  const longest = Math.max(...runs.map(({ length }) => length));
  return Float64Array.from(
    { length: longest },
    (_, q) =>
      runs.reduce((sum, learnt) => sum + learnt[Math.min(q, learnt.length - 1)], 0) / runs.length,
  );
}

/**
 * All three over the same orders; who chooses by p is left out where it is not known. Yields between
 * runs; returns null where the relation is none of its class.
 */
export function* raceAskers(request: AskersRequest): Generator<void, Asker[] | null> {
  const { n, seed } = request;
  const start = knownFrom(request, new Uint8Array(n * n));
  if (!start) return null;
  const found: Asker[] = [];
  for (const name of ASKERS) {
    if (name === "best" && !start.p) continue;
    const runs: number[][] = [];
    for (let mask = 0; mask < request.runs; mask++) {
      const learnt = run(request, name, maskOrder(n, seed, mask), start);
      if (!learnt) return null;
      runs.push(learnt);
      yield;
    }
    const questions = meanOf(runs.map(({ length }) => length - 1)) as Mean;
    found.push({ name, questions, bits: start.p && meanBits(runs) });
  }
  return found;
}
