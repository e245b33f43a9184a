/**
 * @file The engines as a browser starts them, and the scope of the worker that they start in.
 */
import { makeComparison } from "./comparison";
import type { Loaders } from "./engines";
import { referenceEngine } from "./reference/reference";
import { retried } from "./retried";
import { loadSimdEngine } from "./simd/loadInBrowser";
import { verified } from "./verified";
import { refuseWebgl } from "./webgl/context";

declare const self: DedicatedWorkerGlobalScope;

export const ownScope = <Request, Reply>() => ({
  postMessage: (reply: Reply, transfer: Transferable[] = []) => self.postMessage(reply, transfer),
  onRequest: (listener: (request: Request) => void) =>
    self.addEventListener("message", ({ data }: MessageEvent<Request>) => listener(data)),
});

/** Where nothing is measured; WebGL, which may draw on the processor, is not presumed to be faster than anything. */
export const BROWSER_ORDER = ["simd", "reference", "webgl"] as const;

/** Begun before anything is asked, and one for all runs: what the browser has optimised stays so. */
const simd = retried(loadSimdEngine);
simd().catch(() => {}); // Whoever asks for it is told.

/** tfjs is large and most workers never need it: it is loaded when it is asked for. */
const webgl = async () => (await import("./webgl/webgl")).createWebglEngine();

export const BROWSER_LOADERS: Loaders = {
  simd,
  webgl: verified(webgl, () => simd().catch(() => referenceEngine)),
  reference: async () => referenceEngine,
};

export const compareInBrowser = () =>
  makeComparison({ loaders: BROWSER_LOADERS, refuseWebgl, now: () => performance.now() });
