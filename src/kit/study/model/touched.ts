/**
 * @file Whether the page is in use: a key, the pointer, the wheel. While it is, one core is left to it.
 */

/** Milliseconds without a sign after which nobody is taken to use the page. */
export const QUIET = 2000;

const SIGNS = ["pointerdown", "pointermove", "wheel", "keydown", "input", "touchmove"] as const;

/** Calls `tell` with true at the first sign of use, with false after `quiet` ms without one. Returns what ends it. */
export function watchTouch(
  tell: (touched: boolean) => void,
  page: EventTarget = window,
  quiet = QUIET,
): () => void {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  /** One timer for all signs: it looks once more where another has come since. */
  const look = () => {
    const left = last + quiet - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (left <= 0) tell(false);
  };
  const sign = () => {
    last = performance.now();
    if (timer !== undefined) return;
    timer = setTimeout(look, quiet);
    tell(true);
  };
  for (const name of SIGNS)
    page.addEventListener(name, sign, { signal: abort.signal, capture: true, passive: true });
  return () => {
    abort.abort();
    clearTimeout(timer);
  };
}
