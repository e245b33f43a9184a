/**
 * @file What can be asked of a relation alone: the curve of Figure 2. Its samples come one by one, so
 * the answer is a stream of better and better averages.
 */

import { lateWorker, lostTwice } from "../../../run/lateWorker";
import type { WorkerPort } from "../../../run/workerPort";
import type { BoundRequest, Look } from "../../../theory/inference/bound";
import type { BoundMean } from "../../../theory/inference/boundMeans";

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

/** A question that is not answered yet. */
interface Asked<Reply> {
  readonly message: BoundMessage;
  readonly hear: (reply: Reply) => void;
  readonly reject: (reason: Error) => void;
  /** Whether a worker was lost on it. */
  readonly again: boolean;
}

type CurveReply = Extract<BoundReply, { question: number }>;
type LookReply = Exclude<BoundReply, CurveReply>;

/**
 * A worker that makes one curve at a time, the newest, and answers looks in their order. A question on
 * which it is lost is asked once more of a new one, a curve from its beginning.
 */
export function portBounds(open: () => WorkerPort<BoundMessage, BoundReply>): Bounds {
  let newest = 0;
  let curve: Asked<CurveReply> | null = null;
  const looks: Asked<LookReply>[] = [];
  const post = lateWorker(open, {
    reply(reply) {
      if ("question" in reply) curve?.hear(reply);
      else looks.shift()?.hear(reply);
    },
    lost(reason) {
      const left = looks.splice(0);
      if (curve?.again) curve.reject(lostTwice(reason));
      else if (curve) askCurve({ ...curve, again: true });
      for (const look of left)
        if (look.again) look.reject(lostTwice(reason));
        else askLook({ ...look, again: true });
    },
  });
  function askCurve(asked: Asked<CurveReply>): void {
    curve = asked;
    post(asked.message);
  }
  function askLook(asked: Asked<LookReply>): void {
    looks.push(asked);
    post(asked.message);
  }
  return {
    curve: (request, onCurve, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) return resolve();
        newest += 1;
        const question = newest;
        const message = { kind: "ask", question, request } as const;
        const answered = () => {
          if (curve?.message === message) curve = null;
        };
        signal.addEventListener("abort", () => {
          if (curve?.message === message) post({ kind: "stop", question });
          answered();
          resolve();
        });
        const hear = (reply: CurveReply) => {
          if (reply.question !== question || signal.aborted) return;
          if (reply.kind === "curve") {
            onCurve(reply.curve);
            return;
          }
          answered();
          if (reply.kind === "done") resolve();
          else reject(new Error(reply.message));
        };
        askCurve({ message, hear, reject, again: false });
      }),
    look: (request, samples) =>
      new Promise((resolve, reject) => {
        const hear = (reply: LookReply) =>
          reply.kind === "look" ? resolve(reply.look) : reject(new Error(reply.message));
        askLook({ message: { kind: "look", request, samples }, hear, reject, again: false });
      }),
  };
}
