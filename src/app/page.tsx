/** @file The page around the run: what it draws, and the worker that answers for its pictures. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "react-error-boundary";
import { beginByItself } from "../kit/live/beginning";
import { ChapterFault } from "../kit/live/Fault";
import { remember } from "../kit/live/keep/remember";
import { startInquiry } from "../kit/live/model/inquiry";
import { bindPlayer } from "../kit/live/model/player";
import { fetchProjection } from "../kit/live/model/projection";
import type { Store } from "../kit/live/model/store";
import { bindUrl } from "../kit/live/model/url";
import { eventually } from "../kit/live/part";
import { bindPointing } from "../kit/live/pointing";
import { bindShortcuts } from "../kit/live/shortcuts";
import { StoreProvider } from "../kit/live/usePage";
import { listen } from "../kit/live/voice/listen";
import { openProber } from "../kit/live/workers";
import { portProbe } from "../run/probe";
import { App } from "./App";
import { bindAppearance } from "./appearance";
import { bindDoor } from "./lecture/door";

/** Milliseconds after which what copies, prints and tells fingers is fetched, if nothing is touched before. */
const LATER = 10_000;

/** Fetches what copies, prints and tells fingers what titles say once the reader does anything, as is done before any of it, or has read for a while. */
function bindLater(store: Store): void {
  const abort = new AbortController();
  const load = async () => {
    clearTimeout(timer);
    abort.abort();
    const [{ bindPaper }, { bindTouchTips }] = await eventually(() =>
      Promise.all([import("./paper/paper"), import("./touchTips")]),
    );
    bindPaper(store);
    bindTouchTips();
  };
  const timer = setTimeout(load, LATER);
  for (const kind of ["pointermove", "pointerdown", "keydown"])
    addEventListener(kind, load, { signal: abort.signal });
}

/** Draws the page around a run that is under way. */
export function openPage(store: Store): void {
  bindAppearance(store, document.documentElement);
  bindLater(store);
  bindUrl(store);
  bindShortcuts(store);
  bindDoor(store);
  bindPlayer(store);
  fetchProjection(store);
  beginByItself(store);
  remember(store);
  bindPointing(store, document.documentElement);
  listen(store);
  startInquiry(store, portProbe(openProber));
  if (store.getState().link.fuzz)
    void eventually(() => import("./fuzz/fuzz")).then(({ bindFuzz }) => bindFuzz(store));
  createRoot(document.getElementById("page") as HTMLElement).render(
    <StrictMode>
      <ErrorBoundary FallbackComponent={ChapterFault}>
        <StoreProvider value={store}>
          <App />
        </StoreProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}
