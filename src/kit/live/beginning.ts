/**
 * @file The first minute: a page that is opened without a wish shows random dots, and lets them run when
 * the reader has had time to look and has touched nothing.
 */
import { reveal } from "./model/actions";
import type { Store } from "./model/store";

/** Milliseconds in which a reader sees that the dots stand still. */
const LOOK = 2500;

/** Begins by itself, once, unless somebody did anything, or wants nothing to move. Returns what ends it. */
export function beginByItself(store: Store): () => void {
  const { link, codec } = store.getState();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (calm || codec.encode(link) !== "" || link.scene === undefined) return () => {};
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
    if (store.getState().link === link && !store.getState().revealed) reveal(store);
  }, LOOK);
  const end = () => {
    clearTimeout(timer);
    abort.abort();
  };
  for (const kind of ["pointerdown", "keydown", "wheel"])
    addEventListener(kind, end, { signal: abort.signal, passive: true });
  return end;
}
