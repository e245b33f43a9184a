/** @file What the page remembers of its runs: the last one for a reload, and all of them in the notebook. */

import type { Store } from "../model/store";
import { part } from "../part";
import { whenLeaving } from "./leaving";
import { readMark } from "./mark";

/** Milliseconds after which a run is worth remembering: until then its first frames come first. */
const SOON = 1000;

/** Begins before long; a page that cannot is one that forgets, and the notebook says so where it is opened. */
export function remember(store: Store): void {
  setTimeout(() => {
    part(() =>
      Promise.all([import("./keptRun"), import("./recorder"), import("./book"), import("./tab")]),
    ).then(
      async ([{ keepRun }, { recordRuns }, { bookOf }, { tabName }]) => {
        const name = await tabName(readMark()?.key);
        const kept = [keepRun(store, name), recordRuns(store, bookOf(store))];
        whenLeaving(() => {
          for (const each of kept) each.now();
        });
      },
      () => {},
    );
  }, SOON);
}
