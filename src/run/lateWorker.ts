/**
 * @file A worker that is opened when it is first needed, and anew after it was lost or given up; and
 * questions to one.
 */
import type { WorkerPort } from "./workerPort";

interface Ear<Reply> {
  reply(reply: Reply): void;
  /**
   * What was asked and not answered will not be. The next request goes to a new worker. One that is
   * `absent` was tried often enough.
   */
  lost(reason: string, absent: boolean): void;
}

export function lateWorker<Request, Reply>(
  make: () => WorkerPort<Request, Reply>,
  ear: Ear<Reply>,
) {
  let port: WorkerPort<Request, Reply> | null = null;

  function connect(): WorkerPort<Request, Reply> {
    const mine = make();
    mine.onReply((reply) => port === mine && ear.reply(reply));
    mine.onLost((reason, absent = false) => {
      if (port !== mine) return;
      close();
      ear.lost(reason, absent);
    });
    return mine;
  }

  /** Opens one, unless one is open. */
  function open(): WorkerPort<Request, Reply> {
    port ??= connect();
    return port;
  }

  /** Gives it up; nothing more is heard of it. */
  function close(): void {
    port?.close();
    port = null;
  }

  return { open, post: (request: Request) => open().postMessage(request), close };
}

/** A question that is not answered yet. */
export interface Asked<Request, Reply> {
  readonly request: Request;
  /** Told a reply to it; true if it was the last. */
  readonly hear: (reply: Reply) => boolean;
  readonly reject: (reason: Error) => void;
  /** Whether a worker was lost on it. */
  again?: boolean;
}

/** Nobody is there to answer; the message is for the reader. What was asked may be asked again later. */
export class NobodyThere extends Error {}

/**
 * Questions to a late worker; a reply is heard by the oldest that `answers` says it is for. A question
 * on which the worker is lost is asked once more of a new one, from its beginning.
 */
export function questions<Request, Reply>(
  make: () => WorkerPort<Request, Reply>,
  answers: (reply: Reply, request: Request) => boolean = () => true,
) {
  let waiting: readonly Asked<Request, Reply>[] = [];
  const { post } = lateWorker(make, {
    reply(reply) {
      const asked = waiting.find(({ request }) => answers(reply, request));
      if (asked?.hear(reply)) withdraw(asked);
    },
    lost(reason, absent) {
      const left = waiting;
      waiting = [];
      const error = new NobodyThere(
        absent
          ? `The worker that computes this did not start: ${reason}.`
          : `The worker that computes this was lost twice (${reason}).`,
      );
      for (const asked of left)
        if (asked.again || absent) asked.reject(error);
        else {
          asked.again = true;
          ask(asked);
        }
    },
  });
  function ask(asked: Asked<Request, Reply>): void {
    waiting = [...waiting, asked];
    post(asked.request);
  }
  /** No longer waits for an answer; false if none was waited for. */
  function withdraw(asked: Asked<Request, Reply>): boolean {
    const before = waiting;
    waiting = before.filter((other) => other !== asked);
    return waiting.length < before.length;
  }
  return { ask, withdraw, post };
}
