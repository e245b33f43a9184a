/**
 * @file What can be asked of a relation alone: the curve of Figure 2. Its samples come one by one, so
 * the answer is a stream of better and better averages.
 */
import type { BoundRequest } from "../theory/inference/bound";
import type { BoundMean } from "../theory/inference/boundMeans";

export type { BoundMean, BoundRequest };

/** The averages so far. */
export interface BoundCurve {
  /** In the order of the request's fractions; those that no mask has reached have no masks. */
  readonly points: readonly BoundMean[];
  /** Masks of which every fraction is done. */
  readonly masks: number;
}

export type BoundMessage =
  | { readonly kind: "ask"; readonly question: number; readonly request: BoundRequest }
  | { readonly kind: "stop"; readonly question: number };

export type BoundReply =
  | { readonly kind: "curve"; readonly question: number; readonly curve: BoundCurve }
  | { readonly kind: "done"; readonly question: number }
  | { readonly kind: "failed"; readonly question: number; readonly message: string };

/** Resolves when the curve is complete or `signal` is aborted; rejects with the reason of a failure. */
export type BoundSource = (
  request: BoundRequest,
  onCurve: (curve: BoundCurve) => void,
  signal: AbortSignal,
) => Promise<void>;

interface Port {
  postMessage(message: BoundMessage): void;
  addEventListener(type: "message", listener: (event: MessageEvent<BoundReply>) => void): void;
}

/** The curves of a worker that works on one question at a time, the newest. */
export function portBounds(port: Port): BoundSource {
  let newest = 0;
  let hear: (reply: BoundReply) => void = () => {};
  port.addEventListener("message", ({ data }) => hear(data));
  return (request, onCurve, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return resolve();
      newest += 1;
      const question = newest;
      signal.addEventListener("abort", () => {
        port.postMessage({ kind: "stop", question });
        resolve();
      });
      hear = (reply) => {
        if (reply.question !== question || signal.aborted) return;
        if (reply.kind === "curve") onCurve(reply.curve);
        else if (reply.kind === "done") resolve();
        else reject(new Error(reply.message));
      };
      port.postMessage({ kind: "ask", question, request });
    });
}
