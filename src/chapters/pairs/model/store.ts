/**
 * @file What is held against the theory: the pair, the theory, how far ahead, and what came out.
 */
import { createStore } from "zustand/vanilla";
import type { GuessState } from "../../../kit/live/guess/question";
import { roomOf } from "../../../kit/live/guess/room";
import { perPage } from "../../../kit/live/model/perPage";
import { join } from "../../../kit/state/join";
import type { PairsAnswer, PairsQuestion, Theory } from "../worker/wire";

export const HORIZONS = [100, 1000, 10_000] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Over which pairs a correlation is taken: all, or those nearer than the median. */
export type Scope = "all" | "near";

/** An answer, and what it was asked. */
export type Studied = PairsAnswer & PairsQuestion;

export interface PairStudy {
  /** Two elements of one class; null is the closest two. Written by actions. */
  readonly pair: readonly [number, number] | null;
  /** Written by actions. */
  readonly horizon: Horizon;
  readonly theory: Theory;
  readonly scope: Scope;
  readonly aside: "latent" | "past";

  /** Written by the inquiry; nothing else. */
  readonly answer: Studied | null;
  /** Whether what is shown is about to be replaced. */
  readonly busy: boolean;
  readonly failure: string | null;
}

export const NO_ANSWER: PairStudy = {
  pair: null,
  horizon: 1000,
  theory: "alone",
  scope: "near",
  aside: "latent",
  answer: null,
  busy: false,
  failure: null,
};

/** Outlives the chapter's being open. */
export const pairStore = perPage(() => createStore<PairStudy>(() => NO_ANSWER));

/** All that chapter 5 shows. */
export interface PairsState extends GuessState {
  readonly pairs: PairStudy;
}

export const pairsState = perPage((page) =>
  join<PairsState>({ page, guesses: roomOf(page), pairs: pairStore(page) }),
);
