/**
 * @file The first minute: a page that is opened without a wish shows random dots, and lets them run when
 * the reader has had time to look and has touched nothing.
 */
import { calm, onCalm } from "../draw/calm";
import { reveal, setPlaying } from "./model/actions";
import type { Store } from "./model/store";

/** Milliseconds in which a reader sees that the dots stand still. */
const LOOK = 2500;

/** Begins by itself, once, unless somebody did anything, or wants nothing to move. Returns what ends it. */
export function beginByItself(store: Store): () => void {
  const { link, codec } = store.getState();
  if (calm() || codec.encode(link) !== "" || link.scene === undefined) return () => {};
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
    if (store.getState().link !== link || store.getState().revealed) return;
    reveal(store);
    begun = true;
  }, LOOK);
  let begun = false;
  const end = () => {
    clearTimeout(timer);
    abort.abort();
  };
  onCalm(() => {
    end();
    if (begun && store.getState().link === link) setPlaying(store, false);
  });
  for (const kind of ["pointerdown", "keydown", "wheel"])
    addEventListener(kind, end, { signal: abort.signal, passive: true });
  return end;
}
