/**
 * @file A worker as the page sees it.
 */

/** The page's end of a worker. */
export interface WorkerPort<Request, Reply> {
  postMessage(request: Request): void;
  onReply(listener: (reply: Reply) => void): void;
  /** Told when the worker has died, with the reason; `absent` where it never started. */
  onLost(listener: (reason: string, absent?: boolean) => void): void;
  close(): void;
}

export const workerPort = <Request, Reply>(worker: Worker): WorkerPort<Request, Reply> => ({
  postMessage: (request) => worker.postMessage(request),
  onReply: (listener) =>
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => listener(data)),
  onLost(listener) {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      // Only code that runs has a line: what was not loaded, or may not run, has none.
      listener(event.message || "it did not start", !event.lineno);
    });
    worker.addEventListener("messageerror", () => listener("it sent what cannot be read"));
  },
  close: () => worker.terminate(),
});
