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

/** What a worker says that began and could not load its program. */
export const NOT_LOADED = "its program did not load";

export const workerPort = <Request, Reply>(worker: Worker): WorkerPort<Request, Reply> => ({
  postMessage: (request) => worker.postMessage(request),
  onReply: (listener) =>
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => listener(data)),
  onLost(listener) {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      const { message, lineno } = event;
      // Only code that runs has a line: what was not loaded, or may not run, has none.
      listener(message || "it did not start", !lineno || message.includes(NOT_LOADED));
    });
    worker.addEventListener("messageerror", () => listener("it sent what cannot be read"));
  },
  close: () => worker.terminate(),
});
