/** @file A training worker in this thread: the real protocol over a pair of event targets with cloned messages. */
import type { Chooser } from "../../src/engine/chooser";
import { serve } from "../../src/engine/serve";
import type { Reply, Request } from "../../src/run/wire";
import type { WorkerPort } from "../../src/run/workerPort";

export function openThread(chooser: Chooser): WorkerPort<Request, Reply> {
  const page = new EventTarget();
  const worker = new EventTarget();
  const deliver = (target: EventTarget, data: unknown) => {
    const cloned = structuredClone(data);
    queueMicrotask(() =>
      target.dispatchEvent(Object.assign(new Event("message"), { data: cloned })),
    );
  };
  const listen =
    <T>(target: EventTarget) =>
    (listener: (message: T) => void) =>
      target.addEventListener("message", (event) => listener((event as MessageEvent<T>).data));
  serve(
    { postMessage: (reply) => deliver(page, reply), onRequest: listen<Request>(worker) },
    chooser,
  );
  return {
    postMessage: (request) => deliver(worker, request),
    onReply: listen<Reply>(page),
    onLost: () => {},
    close: () => {},
  };
}
