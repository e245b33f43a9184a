/**
 * @file A worker that answers questions: opened for the first, and anew after it was lost.
 */
import type { WorkerPort } from "./workerPort";

interface Ear<Reply> {
  reply(reply: Reply): void;
  /** What was asked and not answered will not be. The next question goes to a new worker. */
  lost(reason: string): void;
}

/** Returns what sends a request. */
export function lateWorker<Request, Reply>(
  open: () => WorkerPort<Request, Reply>,
  ear: Ear<Reply>,
): (request: Request) => void {
  let port: WorkerPort<Request, Reply> | null = null;

  function connect(): WorkerPort<Request, Reply> {
    const mine = open();
    mine.onReply((reply) => port === mine && ear.reply(reply));
    mine.onLost((reason) => {
      if (port !== mine) return;
      port = null;
      mine.close();
      ear.lost(reason);
    });
    return mine;
  }

  return (request) => {
    port ??= connect();
    port.postMessage(request);
  };
}

/** Said of a question on which a worker was lost, and a second one too. */
export const lostTwice = (reason: string): Error =>
  new Error(`The worker that computes this was lost twice (${reason}).`);
