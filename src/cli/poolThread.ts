/**
 * @file A thread of the pool: trains replicas on the SIMD engine, one after the other.
 */
import { parentPort } from "node:worker_threads";
import { servePool } from "../engine/servePool";
import { loadSimdEngine } from "../engine/simd/loadInNode";

if (!parentPort) throw new Error("this file is the entry of a worker thread");
const port = parentPort;

servePool(
  {
    postMessage: (message) => port.postMessage(message),
    onRequest: (listener) => port.on("message", listener),
  },
  ["simd"],
  { simd: loadSimdEngine },
);
