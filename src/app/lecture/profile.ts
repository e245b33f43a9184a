/** @file Whether the page is a lecture. */
import { visit } from "../../kit/live/model/actions";
import type { Store } from "../../kit/live/model/store";

export const inLecture = (store: Store): boolean => store.getState().link.profile === "lecture";

/** Begins the lecture where the reader is, or ends it. */
export const lecture = (store: Store, on: boolean): void =>
  visit(store, { profile: on ? "lecture" : "reader" });
