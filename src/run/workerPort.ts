/**
 * @file A browser's worker as a pool's port.
 */
import type { PoolPort, PoolReply } from "./poolWire";

export const workerPort = (worker: Worker): PoolPort => ({
  postMessage: (request) => worker.postMessage(request),
  onReply: (listener) =>
    worker.addEventListener("message", ({ data }: MessageEvent<PoolReply>) => listener(data)),
  onLost(listener) {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      listener(event.message || "it did not start");
    });
    worker.addEventListener("messageerror", () => listener("it sent what cannot be read"));
  },
  close: () => worker.terminate(),
});
