/**
 * @file Figure 2 as the page knows it: the question, the curve so far, and what the reader expected.
 */
import { createStore } from "zustand/vanilla";
import { perPage } from "../../../kit/live/model/perPage";
import type { State } from "../../../kit/live/model/store";
import { join } from "../../../kit/state/join";
import type { BoundCurve, Look } from "../worker/wire";
import type { BoundSubject } from "./boundSubject";
import type { Guess } from "./guess";

export type BoundStatus =
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

/** What follows from one sample, and what it was a sample of. */
export interface OneLook extends Look {
  readonly subject: BoundSubject;
  readonly samples: number;
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
  /** What the reader expected. Written by actions, and cleared by another question. */
  readonly guess: Guess | null;
}

const NO_BOUND: BoundStudy = {
  subject: null,
  curve: null,
  status: { kind: "running" },
  stopped: false,
  at: 0.1,
  look: null,
  guess: null,
};

/** Outlives the chapter's being open. */
export const boundStore = perPage(() => createStore<BoundStudy>(() => NO_BOUND));

/** All that chapter 2 shows. */
export interface DataState {
  readonly page: State;
  readonly bound: BoundStudy;
}

export const dataState = perPage((page) => join<DataState>({ page, bound: boundStore(page) }));
