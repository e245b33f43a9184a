/**
 * @file What can be asked of a relation alone: the curve of Figure 2, whose samples come one by one, so
 * that the answer is a stream of better and better averages; what follows from one sample; and how soon
 * those know all who ask.
 */

import { type Asked, questions } from "../../../run/lateWorker";
import type { WorkerPort } from "../../../run/workerPort";
import type { Asker, AskersRequest } from "../../../theory/inference/askers";
import type { BoundRequest, Look } from "../../../theory/inference/bound";
import type { BoundMean } from "../../../theory/inference/boundMeans";

export type { Asker, AskersRequest, BoundMean, BoundRequest, Look };

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
  | { readonly kind: "look"; readonly request: BoundRequest; readonly samples: number }
  | { readonly kind: "race"; readonly request: AskersRequest };

export type BoundReply =
  | { readonly kind: "curve"; readonly question: number; readonly curve: BoundCurve }
  | { readonly kind: "done"; readonly question: number }
  | { readonly kind: "failed"; readonly question: number; readonly message: string }
  | { readonly kind: "look"; readonly look: Look }
  | { readonly kind: "blind"; readonly message: string }
  | { readonly kind: "race"; readonly askers: readonly Asker[] | null }
  | { readonly kind: "lame"; readonly message: string };

/** Resolves when the curve is complete or `signal` is aborted; rejects with the reason of a failure. */
export type BoundSource = (
  request: BoundRequest,
  onCurve: (curve: BoundCurve) => void,
  signal: AbortSignal,
) => Promise<void>;

/** What follows from the first of the samples of that size; also while a curve is being made. */
export type LookSource = (request: BoundRequest, samples: number) => Promise<Look>;

/** How many questions those take who ask until all follows; null where the class is contradicted. */
export type RaceSource = (request: AskersRequest) => Promise<readonly Asker[] | null>;

export interface Bounds {
  readonly curve: BoundSource;
  readonly look: LookSource;
  readonly race: RaceSource;
}

/** A curve is told of by its number; looks are answered in their order, and so are races. */
function answers(reply: BoundReply, message: BoundMessage): boolean {
  if ("question" in reply) return message.kind === "ask" && message.question === reply.question;
  const races = reply.kind === "race" || reply.kind === "lame";
  return message.kind === (races ? "race" : "look");
}

/** A worker that makes one curve at a time, the newest, and answers looks meanwhile. */
export function portBounds(open: () => WorkerPort<BoundMessage, BoundReply>): Bounds {
  const { ask, withdraw, post } = questions(open, answers);
  let asked = 0;
  let newest: Asked<BoundMessage, BoundReply> | undefined;
  return {
    curve: (request, onCurve, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) return resolve();
        if (newest) withdraw(newest);
        const question = ++asked;
        const hear = (reply: BoundReply): boolean => {
          if (reply.kind === "curve") onCurve(reply.curve);
          else if (reply.kind === "done") resolve();
          else if (reply.kind === "failed") reject(new Error(reply.message));
          return reply.kind !== "curve";
        };
        const mine = { request: { kind: "ask", question, request }, hear, reject } as const;
        signal.addEventListener("abort", () => {
          if (withdraw(mine)) post({ kind: "stop", question });
          resolve();
        });
        newest = mine;
        ask(mine);
      }),
    look: (request, samples) =>
      new Promise((resolve, reject) => {
        const hear = (reply: BoundReply): true => {
          if (reply.kind === "look") resolve(reply.look);
          else if (reply.kind === "blind") reject(new Error(reply.message));
          return true;
        };
        ask({ request: { kind: "look", request, samples }, hear, reject });
      }),
    race: (request) =>
      new Promise((resolve, reject) => {
        const hear = (reply: BoundReply): true => {
          if (reply.kind === "race") resolve(reply.askers);
          else if (reply.kind === "lame") reject(new Error(reply.message));
          return true;
        };
        ask({ request: { kind: "race", request }, hear, reject });
      }),
  };
}
