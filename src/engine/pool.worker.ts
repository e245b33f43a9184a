/**
 * @file A worker of the pool: trains replicas of an experiment.
 */
import type { PoolRequest } from "../run/poolWire";
import { BROWSER_LOADERS, BROWSER_ORDER, compareInBrowser } from "./inBrowser";
import { servePool } from "./servePool";

declare const self: DedicatedWorkerGlobalScope;

servePool(
  {
    postMessage: (message) => self.postMessage(message),
    onRequest: (listener) =>
      self.addEventListener("message", ({ data }: MessageEvent<PoolRequest>) => listener(data)),
  },
  BROWSER_ORDER,
  BROWSER_LOADERS,
  compareInBrowser(),
);
