/** @file When the page's voice is fetched: with the first key or focus, or when the page has been open for a while. */

import type { Store } from "../model/store";
import { eventually } from "../part";

/** Milliseconds: a page that has just been opened has other things to fetch. */
const LATER = 15_000;

export function listen(store: Store): void {
  const signs = new AbortController();
  const begin = () => {
    if (signs.signal.aborted) return;
    signs.abort();
    // Until it comes nothing is missing that cannot be read.
    void eventually(() => import("./voice")).then(({ speak }) => speak(store));
  };
  for (const sign of ["keydown", "focusin"])
    addEventListener(sign, begin, { signal: signs.signal });
  setTimeout(begin, LATER);
}
