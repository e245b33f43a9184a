/**
 * @file The worker that trains.
 */
import type { Loaders } from "./engines";
import { referenceEngine } from "./reference/reference";
import { serve } from "./serve";
import { loadSimdEngine } from "./simd/loadInBrowser";

declare const self: DedicatedWorkerGlobalScope;

/** tfjs is large and most runs never need it: it is loaded when it is asked for. */
const LOADERS: Loaders = {
  simd: loadSimdEngine,
  webgl: async () => (await import("./webgl/webgl")).createWebglEngine(),
  reference: async () => referenceEngine,
};

serve(self, ["simd", "webgl", "reference"], LOADERS);
