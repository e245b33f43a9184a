/**
 * @file The worker that trains.
 */
import type { Request } from "../run/wire";
import { makeChooser } from "./chooser";
import { referenceEngine } from "./reference/reference";
import { serve } from "./serve";
import { loadSimdEngine } from "./simd/loadInBrowser";
import { refuseWebgl } from "./webgl/context";

declare const self: DedicatedWorkerGlobalScope;

const chooser = makeChooser({
  order: ["simd", "webgl", "reference"],
  loaders: {
    simd: loadSimdEngine,
    /** tfjs is large and most runs never need it: it is loaded when it is asked for. */
    webgl: async () => (await import("./webgl/webgl")).createWebglEngine(),
    reference: async () => referenceEngine,
  },
  refuseWebgl,
  workers: navigator.hardwareConcurrency || 2,
  now: () => performance.now(),
});

serve(
  {
    postMessage: (message, transfer) => self.postMessage(message, transfer),
    onRequest: (listener) =>
      self.addEventListener("message", ({ data }: MessageEvent<Request>) => listener(data)),
  },
  chooser,
);
