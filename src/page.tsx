/** @file Wiring: link, store, workers, page. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./content/App";
import { StoreProvider } from "./panels/StoreContext";
import { StudiesProvider } from "./panels/StudiesContext";
import { SandboxProvider } from "./panels/sandbox/SandboxContext";
import { bindShortcuts } from "./panels/shortcuts";
import { type BoundMessage, type BoundReply, portBounds } from "./run/bound";
import type { PairsAnswer, PairsQuestion } from "./run/pairs";
import { makePool } from "./run/pool";
import { type ProbeReply, portProbe, type Question } from "./run/probe";
import { workerSource } from "./run/source";
import type { Reply, Request } from "./run/wire";
import { workerPort } from "./run/workerPort";
import { bindAppearance } from "./state/appearance";
import { startBoundInquiry } from "./state/boundInquiry";
import { startInquiry } from "./state/inquiry";
import { startLookInquiry } from "./state/lookInquiry";
import { startPairsInquiry } from "./state/pairsInquiry";
import { bindSandbox, createSandboxStore } from "./state/sandbox";
import { startSession } from "./state/session";
import { browserShelf } from "./state/shelf";
import { createPageStore } from "./state/store";
import { bindStudies, createStudies } from "./state/studies";
import { bindUrl, readUrl } from "./state/url";

const openTrainer = () =>
  workerPort<Request, Reply>(
    new Worker(new URL("./engine/train.worker.ts", import.meta.url), {
      type: "module",
      name: "train",
    }),
  );
const { link, notices } = readUrl();
const store = createPageStore(link, notices);
startSession(store, workerSource(openTrainer), () => performance.now());
bindAppearance(store, document.documentElement);
bindUrl(store);
bindShortcuts(store);
const sandbox = createSandboxStore(link.sandbox);
bindSandbox(store, sandbox);

const openProber = () =>
  workerPort<Question, ProbeReply>(
    new Worker(new URL("./engine/probe.worker.ts", import.meta.url), {
      type: "module",
      name: "probe",
    }),
  );
startInquiry(store, portProbe(openProber));

const openPairer = () =>
  workerPort<PairsQuestion, ProbeReply<PairsAnswer>>(
    new Worker(new URL("./engine/pairs.worker.ts", import.meta.url), {
      type: "module",
      name: "pairs",
    }),
  );
startPairsInquiry(store, portProbe(openPairer));

/** One core is left to the page, which draws meanwhile. More workers than this gain nothing. */
const MOST_WORKERS = 16;
const freeCores = () => Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
const openPool = () =>
  makePool(
    () =>
      workerPort(
        new Worker(new URL("./engine/pool.worker.ts", import.meta.url), {
          type: "module",
          name: "pool",
        }),
      ),
    link.workers ?? Math.min(MOST_WORKERS, freeCores()),
  );
let pool: ReturnType<typeof openPool> | undefined;
const studies = createStudies({
  pool: () => {
    pool ??= openPool();
    return pool;
  },
  engine: () => store.getState().link.engine,
  shelf: browserShelf(),
  data: "./data/",
  now: () => performance.now(),
});

bindStudies(store, studies);

const openBounds = () =>
  workerPort<BoundMessage, BoundReply>(
    new Worker(new URL("./engine/bound.worker.ts", import.meta.url), {
      type: "module",
      name: "bound",
    }),
  );
const bounds = portBounds(openBounds);
startBoundInquiry(store, bounds.curve);
startLookInquiry(store, bounds.look);

createRoot(document.getElementById("page") as HTMLElement).render(
  <StrictMode>
    <StoreProvider value={store}>
      <SandboxProvider value={sandbox}>
        <StudiesProvider value={studies}>
          <App />
        </StudiesProvider>
      </SandboxProvider>
    </StoreProvider>
  </StrictMode>,
);
