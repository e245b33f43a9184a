/** @file Keys of the training run, wherever the focus is, except in fields that take text or arrows. */
import { newSeed, reset, setPlaying, show, stepOnce } from "./model/actions";
import type { Store } from "./model/store";

const ACTIONS: Readonly<Record<string, (store: Store) => void>> = {
  " ": (store) => {
    const { status, transport, scrub } = store.getState();
    if (status.kind === "done" || status.kind === "failed") reset(store);
    else setPlaying(store, !transport.playing || scrub !== null);
  },
  ".": stepOnce,
  r: reset,
  n: newSeed,
  f: (store) => show(store, { forces: !store.getState().display.forces }),
  t: (store) => show(store, { trails: !store.getState().display.trails }),
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
    if (rests(link)) return;
    const action = ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action(store);
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
