/** @file Keys of the training run, wherever the focus is, except in fields that take text or arrows. */
import { meant } from "./keys";
import { newSeed, reset, setPlaying, show, stepOnce } from "./model/actions";
import { lookOf } from "./model/look";
import { haveBack, putAway } from "./model/putAway";
import { isOver, isPlaying } from "./model/selectors";
import type { Store } from "./model/store";

const flip = (store: Store, name: "forces" | "trails") =>
  show(store, { [name]: lookOf(store.getState().link)[name] === "on" ? "off" : "on" });

const ACTIONS: Readonly<Record<string, (store: Store) => void>> = {
  " ": (store) => {
    if (isOver(store.getState())) putAway(store, reset);
    else setPlaying(store, !isPlaying(store.getState()));
  },
  ".": stepOnce,
  r: (store) => putAway(store, reset),
  n: (store) => putAway(store, newSeed),
  z: haveBack,
  f: (store) => flip(store, "forces"),
  t: (store) => flip(store, "trails"),
};

/** Whether the element with the focus takes keys itself. */
export const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.closest("input, select, textarea, button, summary, a") !== null ||
    target.isContentEditable);

/** Returns what ends it. */
export function bindShortcuts(store: Store): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
    const { link, rests } = store.getState();
    // A lecture has keys of its own.
    if (rests(link) || link.profile === "lecture") return;
    const action = meant(event, ACTIONS, ["."]);
    if (!action) return;
    event.preventDefault();
    action(store);
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
