/** @file The page around the run: what it draws, and the worker that answers for its pictures. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "react-error-boundary";
import { beginByItself } from "../kit/live/beginning";
import { ChapterFault } from "../kit/live/Fault";
import { startInquiry } from "../kit/live/model/inquiry";
import { bindPlayer } from "../kit/live/model/player";
import type { Store } from "../kit/live/model/store";
import { bindUrl } from "../kit/live/model/url";
import { bindPointing } from "../kit/live/pointing";
import { bindShortcuts } from "../kit/live/shortcuts";
import { StoreProvider } from "../kit/live/usePage";
import { type ProbeReply, portProbe, type Question } from "../run/probe";
import { workerPort } from "../run/workerPort";
import { App } from "./App";
import { bindAppearance } from "./appearance";
import { conduct } from "./lecture/conduct";

const openProber = () =>
  workerPort<Question, ProbeReply>(
    new Worker(new URL("../engine/probe.worker.ts", import.meta.url), {
      type: "module",
      name: "probe",
    }),
  );

/** Draws the page around a run that is under way. */
export function openPage(store: Store): void {
  bindAppearance(store, document.documentElement);
  bindUrl(store);
  bindShortcuts(store);
  conduct(store);
  bindPlayer(store);
  beginByItself(store);
  bindPointing(store, document.documentElement);
  startInquiry(store, portProbe(openProber));
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
