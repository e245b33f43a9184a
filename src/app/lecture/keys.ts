/** @file The keys that presenters have in their hands. */
import { meant } from "../../kit/live/keys";
import { setPlaying } from "../../kit/live/model/actions";
import { isPlaying } from "../../kit/live/model/selectors";
import type { Store } from "../../kit/live/model/store";
import { takesKeys } from "../../kit/live/shortcuts";
import { CHAPTERS } from "../chapters";
import { first, last, next, openNumber, previous } from "./deck";
import type { Overlays } from "./overlays";
import { inLecture, lecture } from "./profile";

/** Keys of presenters' remote controls: they never change a knob that happens to have the focus. */
const REMOTE = new Set(["PageDown", "PageUp"]);

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input[type=text], textarea") !== null;

const togglePlay = (store: Store): void => setPlaying(store, !isPlaying(store.getState()));

/** What keys do in a lecture. */
export const lectureKeys = (
  store: Store,
  overlays: Overlays,
): Readonly<Record<string, () => void>> => ({
  ArrowRight: () => next(store),
  PageDown: () => next(store),
  " ": () => next(store),
  ArrowLeft: () => previous(store),
  PageUp: () => previous(store),
  Home: () => first(store),
  End: () => last(store),
  b: () => overlays.toggle("blank"),
  ".": () => overlays.toggle("blank"),
  q: () => overlays.toggle("code"),
  d: () => overlays.toggle("pen"),
  k: () => overlays.toggle("deck"),
  "?": () => overlays.toggle("keys"),
  f: () => overlays.fullscreen(),
  s: () => overlays.speaker(),
  p: () => togglePlay(store),
  l: () => lecture(store, false),
  Escape: () => {
    if (!overlays.close()) lecture(store, false);
  },
  ...Object.fromEntries(CHAPTERS.map(({ number }) => [number, () => openNumber(store, number)])),
});

/** Held down they go on. */
const WALKS = ["ArrowRight", "ArrowLeft", "PageDown", "PageUp"];

/** Returns what ends it. */
export function bindLectureKeys(store: Store, overlays: Overlays): () => void {
  const keys = lectureKeys(store, overlays);
  const onKey = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, target } = event;
    if (!inLecture(store) || ctrlKey || metaKey || altKey || takesText(target)) return;
    if (takesKeys(target) && !REMOTE.has(event.key)) return;
    const act = meant(event, keys, WALKS);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  // A control that was pressed with the pointer gives the keys back.
  const onPointerUp = ({ target }: Event) => {
    if (inLecture(store) && !takesText(target) && document.activeElement instanceof HTMLElement)
      if (!document.activeElement.closest("dialog, input[type=text], select"))
        document.activeElement.blur();
  };
  addEventListener("keydown", onKey, true);
  addEventListener("pointerup", onPointerUp);
  return () => {
    removeEventListener("keydown", onKey, true);
    removeEventListener("pointerup", onPointerUp);
  };
}
