/**
 * @file A pool of worker threads.
 */
import { Worker } from "node:worker_threads";
import { makePool, type Pool } from "../run/pool";
import type { PoolPort, PoolReply } from "../run/poolWire";

const ENTRY = new URL("./poolThread.ts", import.meta.url).href;
/** A thread does not inherit tsx, so it is registered first. */
const BOOT = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => { register(); return import(${JSON.stringify(ENTRY)}); })`;

function openThread(): PoolPort {
  const thread = new Worker(BOOT, { eval: true });
  return {
    postMessage: (request) => thread.postMessage(request),
    onReply: (listener) => thread.on("message", (reply: PoolReply) => listener(reply)),
    onLost(listener) {
      thread.on("error", (error) => listener(error.message));
      thread.on("exit", (code) => listener(`it ended with code ${code}`));
    },
    close: () => void thread.terminate(),
  };
}

export const openNodePool = (size: number): Pool => makePool(openThread, size);
