/** @file Ties a page to its speaker's window: tells it where the lecture is and does what it wants. */
import { setPlaying } from "../../kit/live/model/actions";
import { factsOf, filled } from "../../kit/live/model/facts";
import { plain } from "../../kit/live/model/prose";
import { isPlaying, sceneOf, shownStep } from "../../kit/live/model/selectors";
import type { Store } from "../../kit/live/model/store";
import { lectureEnd, type Wish } from "./channel";
import { deckOf, first, last, next, placeIn, previous } from "./deck";
import { bindLectureKeys } from "./keys";
import { overlaysOf } from "./overlays";
import { inLecture } from "./profile";

/** Milliseconds between two messages about a run that goes on. */
const CALM = 250;

/** Binds keys and the channel, for a lecture that begins or was there as the page opened. Returns what ends it. */
export function conduct(store: Store, begins: boolean): () => void {
  const overlays = overlaysOf(store);
  const wishes: Readonly<Record<Wish, () => void>> = {
    next: () => next(store),
    previous: () => previous(store),
    first: () => first(store),
    last: () => last(store),
    play: () => setPlaying(store, !isPlaying(store.getState())),
    blank: () => overlays.toggle("blank"),
    hello: () => tell(),
  };
  const channel = lectureEnd(overlays.lecture, (wish) => wishes[wish]());
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    if (!inLecture(store)) return;
    const state = store.getState();
    const scene = sceneOf(state);
    channel.tell({
      kind: "at",
      scene: state.link.scene ?? null,
      deck: deckOf(state).map((scene) => scene.id),
      revealed: state.revealed,
      playing: isPlaying(state),
      step: shownStep(state),
      sentence: scene ? plain(filled(scene.sentence, factsOf(state))) : "",
      blank: overlays.store.getState().shown === "blank",
    });
  }
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      tell();
    }, CALM);
  };
  /** A deck that was chosen begins with its first scene, unless one of it is open. */
  function begin(): void {
    const state = store.getState();
    if (inLecture(store) && state.link.deck && placeIn(state) < 0) first(store);
  }
  if (begins) begin();
  const ends = [
    store.subscribe((state, before) => {
      if (state.link.profile !== before.link.profile) begin();
      if (!inLecture(store)) return;
      if (state.link.scene !== before.link.scene || state.revealed !== before.revealed) tell();
      else soon();
    }),
    overlays.store.subscribe(tell),
    bindLectureKeys(store, overlays),
    channel.close,
    () => clearTimeout(waiting),
  ];
  return () => {
    for (const end of ends) end();
  };
}
