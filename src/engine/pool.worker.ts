/**
 * @file A worker of the pool: trains replicas of an experiment, one after the other.
 */
import type { PoolRequest } from "../run/poolWire";
import { referenceEngine } from "./reference/reference";
import { servePool } from "./servePool";
import { loadSimdEngine } from "./simd/loadInBrowser";

declare const self: DedicatedWorkerGlobalScope;

servePool(
  {
    postMessage: (message) => self.postMessage(message),
    onRequest: (listener) =>
      self.addEventListener("message", ({ data }: MessageEvent<PoolRequest>) => listener(data)),
  },
  ["simd", "reference"],
  { simd: loadSimdEngine, reference: async () => referenceEngine },
);
