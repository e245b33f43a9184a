/** @file The deck of a lecture: scenes one after the other, each with its question first. */
import { hasGuess } from "../../kit/live/guess/guess";
import { openChapter, openScene, reveal } from "../../kit/live/model/actions";
import type { StagedScene } from "../../kit/live/model/codec";
import { sceneOf } from "../../kit/live/model/selectors";
import type { State, Store } from "../../kit/live/model/store";
import { CHAPTERS } from "../chapters";
import { lecture } from "./profile";

/** The scenes of the deck: those that the link names, or all. */
export const deckOf = ({ link, codec }: Pick<State, "link" | "codec">): readonly StagedScene[] =>
  link.deck?.flatMap((id) => codec.scenes.find((scene) => scene.id === id) ?? []) ?? codec.scenes;

/** The position of the scene that is open; -1 where none of the deck is. */
export const placeIn = (state: Pick<State, "link" | "codec">): number =>
  deckOf(state).findIndex(({ id }) => id === state.link.scene);

/** Whether an answer is still hidden: to the scene’s question, or to a guess. */
export const asks = (state: State): boolean =>
  hasGuess(state) || (sceneOf(state)?.question !== undefined && !state.revealed);

const open = (store: Store, at: number): void => {
  const scene = deckOf(store.getState())[at];
  if (scene) openScene(store, scene);
};

/** Shows the answer, or the scene after this one. */
export function next(store: Store): void {
  if (asks(store.getState())) reveal(store);
  else open(store, placeIn(store.getState()) + 1);
}

/** Takes the answer back, or shows the scene before this one. */
export function previous(store: Store): void {
  const state = store.getState();
  const at = placeIn(state);
  open(store, at < 0 ? 0 : state.revealed ? at : at - 1);
}

export const first = (store: Store): void => open(store, 0);
export const last = (store: Store): void => open(store, deckOf(store.getState()).length - 1);

/** Takes these scenes for the lecture, in this order, and begins it; null for all scenes. */
export function chooseDeck(store: Store, deck: readonly string[] | null): void {
  store.setState(({ link: { deck: _, ...link } }) => ({ link: deck ? { ...link, deck } : link }));
  lecture(store, true);
  if (deck && placeIn(store.getState()) < 0) first(store);
}

/** Opens the chapter of this number, if there is one. */
export function openNumber(store: Store, number: number): void {
  const chapter = CHAPTERS.find((each) => each.number === number);
  if (chapter) openChapter(store, chapter.id);
}
