/**
 * @file What is held against the theory: the pair, the theory, how far ahead, and what came out.
 */
import { createStore } from "zustand/vanilla";
import type { GuessState } from "../../../kit/live/guess/question";
import { roomOf } from "../../../kit/live/guess/room";
import { partOf } from "../../../kit/live/model/link";
import { perPage } from "../../../kit/live/model/perPage";
import { derive, join } from "../../../kit/state/join";
import { memo } from "../../../kit/state/memo";
import type { PairsAnswer, PairsQuestion, Theory } from "../worker/wire";
import { PAIRS_PART, type PairsEntry } from "./choices";

export const HORIZONS = [100, 1000, 10_000] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Over which pairs a correlation is taken: all, or those nearer than the median. */
export type Scope = "all" | "near";

/** An answer, and what it was asked. */
export type Studied = PairsAnswer & PairsQuestion;

/** What is looked at. */
export interface PairChoices {
  /** Two elements of one class; null is the closest two. */
  readonly pair: readonly [number, number] | null;
  readonly horizon: Horizon;
  readonly theory: Theory;
  readonly scope: Scope;
  readonly aside: "latent" | "past";
}

export const choicesOf = memo(
  ({ one, other, horizon, theory, scope, aside }: PairsEntry): PairChoices => ({
    pair: one < 0 || other < 0 || one === other ? null : [one, other],
    horizon: Number(horizon) as Horizon,
    theory,
    scope,
    aside,
  }),
);

/** What is known of it. Written by the inquiry; nothing else. */
export interface Known {
  readonly answer: Studied | null;
  /** Whether what is shown is about to be replaced. */
  readonly busy: boolean;
  readonly failure: string | null;
}

const NOTHING: Known = { answer: null, busy: false, failure: null };

/** Outlives the chapter's being open. */
export const pairStore = perPage(() => createStore<Known>(() => NOTHING));

/** What is held against the theory, and what came out. */
export type PairStudy = PairChoices & Known;

/** All that chapter 5 shows. */
export interface PairsState extends GuessState {
  readonly pairs: PairStudy;
}

const withChoices = memo(
  (choices: PairChoices, known: Known): PairStudy => ({ ...choices, ...known }),
);

export const pairsState = perPage((page) =>
  derive(
    join({ page, guesses: roomOf(page), known: pairStore(page) }),
    ({ page: state, guesses, known }): PairsState => ({
      page: state,
      guesses,
      pairs: withChoices(choicesOf(partOf(state.link, PAIRS_PART)), known),
    }),
  ),
);
