/**
 * @file The engines as a browser starts them, and the scope of the worker that they start in.
 */
import { makeComparison } from "./comparison";
import type { Loaders } from "./engines";
import { referenceEngine } from "./reference/reference";
import { loadSimdEngine } from "./simd/loadInBrowser";
import { refuseWebgl } from "./webgl/context";

declare const self: DedicatedWorkerGlobalScope;

export const ownScope = <Request, Reply>() => ({
  postMessage: (reply: Reply, transfer: Transferable[] = []) => self.postMessage(reply, transfer),
  onRequest: (listener: (request: Request) => void) =>
    self.addEventListener("message", ({ data }: MessageEvent<Request>) => listener(data)),
});

export const BROWSER_ORDER = ["simd", "webgl", "reference"] as const;

/** Begun before anything is asked, and one for all runs: what the browser has optimised stays so. */
const simd = loadSimdEngine();
simd.catch(() => {}); // Whoever asks for it is told.

export const BROWSER_LOADERS: Loaders = {
  simd: () => simd,
  /** tfjs is large and most workers never need it: it is loaded when it is asked for. */
  webgl: async () => (await import("./webgl/webgl")).createWebglEngine(),
  reference: async () => referenceEngine,
};

export const compareInBrowser = () =>
  makeComparison({ loaders: BROWSER_LOADERS, refuseWebgl, now: () => performance.now() });
