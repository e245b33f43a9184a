/** @file The page around the run: its stores, its other workers, what it draws. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "react-error-boundary";
import { App } from "./content/App";
import { ChapterFault } from "./panels/Fault";
import { StoreProvider } from "./panels/StoreContext";
import { StudiesProvider } from "./panels/StudiesContext";
import { SandboxProvider } from "./panels/sandbox/SandboxContext";
import { bindShortcuts } from "./panels/shortcuts";
import { type BoundMessage, type BoundReply, portBounds } from "./run/bound";
import type { PairsAnswer, PairsQuestion } from "./run/pairs";
import { makePool } from "./run/pool";
import { type ProbeReply, portProbe, type Question } from "./run/probe";
import { workerPort } from "./run/workerPort";
import { bindAppearance } from "./state/appearance";
import { startBoundInquiry } from "./state/boundInquiry";
import { startInquiry } from "./state/inquiry";
import { startLookInquiry } from "./state/lookInquiry";
import { startPairsInquiry } from "./state/pairsInquiry";
import { bindSandbox, createSandboxStore } from "./state/sandbox";
import { browserShelf } from "./state/shelf";
import type { Store } from "./state/store";
import { bindStudies, createStudies } from "./state/studies";
import { bindUrl } from "./state/url";

const openProber = () =>
  workerPort<Question, ProbeReply>(
    new Worker(new URL("./engine/probe.worker.ts", import.meta.url), {
      type: "module",
      name: "probe",
    }),
  );
const openPairer = () =>
  workerPort<PairsQuestion, ProbeReply<PairsAnswer>>(
    new Worker(new URL("./engine/pairs.worker.ts", import.meta.url), {
      type: "module",
      name: "pairs",
    }),
  );
const openBounds = () =>
  workerPort<BoundMessage, BoundReply>(
    new Worker(new URL("./engine/bound.worker.ts", import.meta.url), {
      type: "module",
      name: "bound",
    }),
  );

/** One core is left to the page, which draws meanwhile. More workers than this gain nothing. */
const MOST_WORKERS = 16;
const freeCores = () => Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
const openPool = (workers = Math.min(MOST_WORKERS, freeCores())) =>
  makePool(
    () =>
      workerPort(
        new Worker(new URL("./engine/pool.worker.ts", import.meta.url), {
          type: "module",
          name: "pool",
        }),
      ),
    workers,
  );

/** Draws the page around a run that is under way. */
export function openPage(store: Store): void {
  const { link } = store.getState();
  bindAppearance(store, document.documentElement);
  bindUrl(store);
  bindShortcuts(store);
  const sandbox = createSandboxStore(link.sandbox);
  bindSandbox(store, sandbox);

  startInquiry(store, portProbe(openProber));
  startPairsInquiry(store, portProbe(openPairer));
  const bounds = portBounds(openBounds);
  startBoundInquiry(store, bounds.curve);
  startLookInquiry(store, bounds.look);

  let pool: ReturnType<typeof openPool> | undefined;
  const studies = createStudies({
    pool: () => {
      pool ??= openPool(link.workers);
      return pool;
    },
    engine: () => store.getState().link.engine,
    shelf: browserShelf(),
    data: "./data/",
    now: () => performance.now(),
  });
  bindStudies(store, studies);

  createRoot(document.getElementById("page") as HTMLElement).render(
    <StrictMode>
      <ErrorBoundary FallbackComponent={ChapterFault}>
        <StoreProvider value={store}>
          <SandboxProvider value={sandbox}>
            <StudiesProvider value={studies}>
              <App />
            </StudiesProvider>
          </SandboxProvider>
        </StoreProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}
