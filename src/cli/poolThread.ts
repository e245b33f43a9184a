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
    // A port of Node's hands over up to 1000 messages before another port has its turn, those included
    // that are posted meanwhile: with a mailbox made of messages a stop would wait for many seconds.
    mailbox: () => new Promise((resolve) => setImmediate(resolve)),
  },
  [],
  { ...REFERENCE_ONLY, simd: loadSimdEngine },
  null,
);
