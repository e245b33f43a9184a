/**
 * @file Somebody who may choose which pair to ask about next: what each answer taught, and which pair
 * is worth asking. The worked example of section 3, for every class.
 *
 * Shapes: n elements, N = n * n pairs, pair = x * n + y.
 */
import { infer } from "./infer";
import type { Prior } from "./prior";
import { type Sample, UNKNOWN } from "./sample";

/** Equivalences on ten elements that are listed: all, 42,525 at most (k = 5). */
const LISTED = 50_000;

/** A relation whose class is known, and which answers when it is asked. */
export interface Asked {
  readonly n: number;
  /** [N] */
  readonly truth: Uint8Array;
  readonly prior: Prior;
}

/** What is known after some answers. */
export interface Known {
  /** 1 where the pair was asked about. [N] */
  readonly asked: Uint8Array;
  /** 0 or 1 where the answer is known or follows, otherwise UNKNOWN. [N] */
  readonly value: Uint8Array;
  /** P(R = 1), all members of the class being alike; null where it is not known. [N] */
  readonly p: Float64Array | null;
}

/** Bits of an answer that had this probability. */
const surprise = (p: number): number => -Math.log2(p) + 0;

/** Bits that the answer to a question is expected to carry: the entropy of p. */
export const expectedBits = (p: number): number =>
  p <= 0 || p >= 1 ? 0 : p * surprise(p) + (1 - p) * surprise(1 - p);

/** Null where no member of the class gives these answers. */
export function knownFrom({ n, truth, prior }: Asked, asked: Uint8Array): Known | null {
  const sample: Sample = { n, value: truth.map((bit, pair) => (asked[pair] ? bit : UNKNOWN)) };
  const found = infer(prior, sample, 0, 0, LISTED);
  return found.kind === "consistent" ? { asked, value: found.value, p: found.p } : null;
}

/** What one more answer does. */
export interface Step {
  readonly known: Known;
  /** -log2 of the probability that this answer had; null where it is not known. */
  readonly bits: number | null;
  /** Pairs that were open before and follow now, the one asked about left out. */
  readonly follow: readonly number[];
}

/** Null where the answer contradicts the class. An answer that followed already teaches nothing. */
export function askNext(of: Asked, before: Known, pair: number): Step | null {
  const asked = before.asked.slice();
  asked[pair] = 1;
  if (before.value[pair] !== UNKNOWN)
    return before.value[pair] === of.truth[pair]
      ? { known: { ...before, asked }, bits: 0, follow: [] }
      : null;
  const known = knownFrom(of, asked);
  if (!known) return null;
  const yes = before.p?.[pair];
  const chance = yes === undefined ? null : of.truth[pair] === 1 ? yes : 1 - yes;
  const follow = Array.from(known.value.keys()).filter(
    (each) => each !== pair && before.value[each] === UNKNOWN && known.value[each] !== UNKNOWN,
  );
  return { known, bits: chance === null ? null : surprise(chance), follow };
}

/** Differences of expected bits that are rounding. */
const EQUAL = 1e-9;

/**
 * The open pairs whose answers are expected to carry most bits, one question ahead, ascending; empty where
 * nothing is open or p is not known.
 */
export function bestPairs({ value, p }: Known): number[] {
  if (!p) return [];
  const open = Array.from(value.keys()).filter((pair) => value[pair] === UNKNOWN);
  const most = open.reduce((best, pair) => Math.max(best, expectedBits(p[pair])), 0);
  return open.filter((pair) => expectedBits(p[pair]) >= most - EQUAL);
}

/** Whether all pairs are known or follow. */
export const isSettled = ({ value }: Known): boolean => !value.includes(UNKNOWN);
