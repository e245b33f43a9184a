/**
 * @file Figure 2 as the page knows it: the question, the curve so far, and one sample; and how soon those
 * know all who ask.
 */
import { createStore } from "zustand/vanilla";
import type { GuessState } from "../../../kit/live/guess/question";
import { roomOf } from "../../../kit/live/guess/room";
import { perPage } from "../../../kit/live/model/perPage";
import { join } from "../../../kit/state/join";
import type { Asker, BoundCurve, Look } from "../worker/wire";
import type { AskSubject } from "./asking";
import type { BoundSubject } from "./boundSubject";

export type BoundStatus =
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

/** What follows from one sample, and what it was a sample of. */
export interface OneLook extends Look {
  readonly subject: BoundSubject;
  readonly samples: number;
}

/** Those who ask about this subject until all follows. */
export interface Race {
  readonly subject: AskSubject;
  /** Null where the relation is none of its class. */
  readonly askers: readonly Asker[] | null;
  /** Why there is no race; null for no such thing. */
  readonly failed: string | null;
}

export interface BoundStudy {
  /** Written by the inquiry; nothing else. */
  readonly subject: BoundSubject | null;
  readonly curve: BoundCurve | null;
  readonly status: BoundStatus;
  /** The reader wants no more of this curve. Written by actions, taken back by another question. */
  readonly stopped: boolean;
  /** The training fraction that is looked at. Written by actions. */
  readonly at: number;
  /** One sample of that size. Written by the look inquiry; nothing else. */
  readonly look: OneLook | null;
  /** Written by the race inquiry; nothing else. */
  readonly race: Race | null;
}

const NO_BOUND: BoundStudy = {
  subject: null,
  curve: null,
  status: { kind: "running" },
  stopped: false,
  at: 0.1,
  look: null,
  race: null,
};

/** Outlives the chapter's being open. */
export const boundStore = perPage(() => createStore<BoundStudy>(() => NO_BOUND));

/** All that chapter 2 shows. */
export interface DataState extends GuessState {
  readonly bound: BoundStudy;
}

export const dataState = perPage((page) =>
  join<DataState>({ page, guesses: roomOf(page), bound: boundStore(page) }),
);
