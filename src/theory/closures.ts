/**
 * @file Closures: the least relation with a property that holds wherever a given one does.
 */
import { closeTransitively } from "./relation";

/** Each gives a new matrix. `truth` is of 0 and 1. [n * n] */
export const CLOSURES = {
  reflexive: (n, truth) => truth.map((bit, pair) => (pair % (n + 1) === 0 ? 1 : bit)),
  symmetric: (n, truth) =>
    truth.map((bit, pair) => bit | truth[(pair % n) * n + Math.floor(pair / n)]),
  transitive: (n, truth) => closeTransitively(n, truth.slice()),
} as const satisfies Record<string, (n: number, truth: Uint8Array) => Uint8Array>;

export type ClosureName = keyof typeof CLOSURES;

/** Pairs in which two matrices differ, ascending. [n * n] both */
export const changedPairs = (before: Uint8Array, after: Uint8Array): number[] =>
  Array.from(before.keys()).filter((pair) => before[pair] !== after[pair]);
