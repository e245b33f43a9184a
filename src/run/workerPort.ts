/**
 * @file A worker as the page sees it.
 */

/** The page's end of a worker. */
export interface WorkerPort<Request, Reply> {
  postMessage(request: Request): void;
  onReply(listener: (reply: Reply) => void): void;
  /** Told when the worker has died, with the reason. */
  onLost(listener: (reason: string) => void): void;
  close(): void;
}

export const workerPort = <Request, Reply>(worker: Worker): WorkerPort<Request, Reply> => ({
  postMessage: (request) => worker.postMessage(request),
  onReply: (listener) =>
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => listener(data)),
  onLost(listener) {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      listener(event.message || "it did not start");
    });
    worker.addEventListener("messageerror", () => listener("it sent what cannot be read"));
  },
  close: () => worker.terminate(),
});
