/**
 * @file Where frames come from. A live worker, a recording and an engine in the same thread are all
 * sources; whoever listens cannot tell.
 */
import type { Job, Reply, Request, RunEvent, Transport } from "./wire";

export interface Run {
  /** Changes how the run is driven from now on. */
  direct(transport: Transport): void;
  /** Ends it; no event follows. */
  stop(): void;
}

/** Starts a run. Events come in order: `ready`, `frames`..., then one of `done` and `failed`. */
export type Source = (job: Job, transport: Transport, onEvent: (event: RunEvent) => void) => Run;

/** The half of a worker or message port that a source needs. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/**
 * A source over one port. A new run replaces the one before; late replies to that are dropped by
 * their number. `onLost` is told when the port's other end has died.
 */
export function portSource(port: Port): Source {
  let latest = 0;
  let listener: ((event: RunEvent) => void) | null = null;
  port.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    if (data.run === latest) listener?.(data);
  });
  const send = (request: Request) => port.postMessage(request);
  return (job, transport, onEvent) => {
    latest += 1;
    const run = latest;
    listener = onEvent;
    send({ kind: "start", run, job, transport });
    return {
      direct: (changed) => {
        if (run === latest) send({ kind: "direct", run, transport: changed });
      },
      stop: () => {
        if (run !== latest) return;
        listener = null;
        send({ kind: "stop", run });
      },
    };
  };
}
