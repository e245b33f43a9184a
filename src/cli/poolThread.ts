/**
 * @file A thread of the pool: trains replicas one after the other.
 */
import { parentPort } from "node:worker_threads";
import { REFERENCE_ONLY } from "../engine/engines";
import { servePool } from "../engine/servePool";
import { loadSimdEngine } from "../engine/simd/loadInNode";

if (!parentPort) throw new Error("this file is the entry of a worker thread");
const port = parentPort;

servePool(
  {
    postMessage: (message) => port.postMessage(message),
    onRequest: (listener) => port.on("message", listener),
  },
  [],
  { ...REFERENCE_ONLY, simd: loadSimdEngine },
);
