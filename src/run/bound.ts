/**
 * @file What can be asked of a relation alone: the curve of Figure 2. Its samples come one by one, so
 * the answer is a stream of better and better averages.
 */
import type { BoundRequest, Look } from "../theory/inference/bound";
import type { BoundMean } from "../theory/inference/boundMeans";

export type { BoundMean, BoundRequest, Look };

/** The averages so far. */
export interface BoundCurve {
  /** In the order of the request's fractions; those that no mask has reached have no masks. */
  readonly points: readonly BoundMean[];
  /** Masks of which every fraction is done. */
  readonly masks: number;
}

export type BoundMessage =
  | { readonly kind: "ask"; readonly question: number; readonly request: BoundRequest }
  | { readonly kind: "stop"; readonly question: number }
  | { readonly kind: "look"; readonly request: BoundRequest; readonly samples: number };

export type BoundReply =
  | { readonly kind: "curve"; readonly question: number; readonly curve: BoundCurve }
  | { readonly kind: "done"; readonly question: number }
  | { readonly kind: "failed"; readonly question: number; readonly message: string }
  | { readonly kind: "look"; readonly look: Look }
  | { readonly kind: "blind"; readonly message: string };

/** Resolves when the curve is complete or `signal` is aborted; rejects with the reason of a failure. */
export type BoundSource = (
  request: BoundRequest,
  onCurve: (curve: BoundCurve) => void,
  signal: AbortSignal,
) => Promise<void>;

/** What follows from the first of the samples of that size; also while a curve is being made. */
export type LookSource = (request: BoundRequest, samples: number) => Promise<Look>;

export interface Bounds {
  readonly curve: BoundSource;
  readonly look: LookSource;
}

interface Port {
  postMessage(message: BoundMessage): void;
  addEventListener(type: "message", listener: (event: MessageEvent<BoundReply>) => void): void;
}

/** A worker that makes one curve at a time, the newest, and answers looks in their order. */
export function portBounds(port: Port): Bounds {
  let newest = 0;
  let hear: (reply: Extract<BoundReply, { question: number }>) => void = () => {};
  const looks: { resolve: (look: Look) => void; reject: (reason: Error) => void }[] = [];
  port.addEventListener("message", ({ data }) => {
    if (data.kind === "look") looks.shift()?.resolve(data.look);
    else if (data.kind === "blind") looks.shift()?.reject(new Error(data.message));
    else hear(data);
  });
  return {
    curve: (request, onCurve, signal) =>
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
      }),
    look: (request, samples) =>
      new Promise((resolve, reject) => {
        looks.push({ resolve, reject });
        port.postMessage({ kind: "look", request, samples });
      }),
  };
}
