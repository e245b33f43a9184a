/**
 * @file What can be asked of a network whose parameters are at hand: predictions, the decoder's
 * field over a plane of latent space, the force on every repon. A pure function of its question, so
 * any step of a run can be asked again while it is scrubbed.
 *
 * Shapes: n elements, d embedding dimensions, N = n * n pairs, P parameters, k decoder inputs.
 */
import type { Settings } from "../experiment/params";
import { questions } from "./lateWorker";
import type { WorkerPort } from "./workerPort";

/** The plane origin + a * u + b * v, sampled at the centres of columns x rows cells. */
export interface Plane {
  /** Each [d]. */
  readonly origin: readonly number[];
  readonly u: readonly number[];
  readonly v: readonly number[];
  /** Range of a, and of b. */
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  readonly columns: number;
  readonly rows: number;
}

export interface Question {
  readonly settings: Settings;
  readonly step: number;
  /** [P] */
  readonly parameters: Float32Array;
  /** P[R(x, .) = 1] for this x over the plane. */
  readonly field: { readonly x: number; readonly plane: Plane } | null;
  readonly forces: boolean;
  /** A pair whose answer is to be explained. */
  readonly pair?: Pair;
}

export interface Pair {
  readonly x: number;
  readonly y: number;
}

/** Why a network answers about a pair as it does. */
export interface Reason extends Pair {
  /** The decoder's output before the sigmoid: yes above 0. */
  readonly logit: number;
  /** What the decoder is given. [k] */
  readonly inputs: readonly number[];
  /** Where E(y) would have to be for another answer, E(x) held where it is; null where no such place was found. */
  readonly edge: Edge | null;
  /** How far from E(y) it was looked for. */
  readonly reach: number;
  /** Without hidden layers: the logit is their product with the inputs [k], and the bias. */
  readonly affine: { readonly weights: readonly number[]; readonly bias: number } | null;
  /** Where the decoder is given one number: its values at which the answer turns, ascending, within the range of all pairs. */
  readonly turns: readonly number[] | null;
}

/** The nearest place where P = 0.5. */
export interface Edge {
  /** From E(y). */
  readonly distance: number;
  /** [d] */
  readonly at: readonly number[];
  /** Where d > 2, only straight lines to the other repons are looked along: the one whose line it lies on. */
  readonly towards: number | null;
}

/** P[R(x, .) = 1] over a plane. */
export interface Field {
  readonly x: number;
  readonly plane: Plane;
  /** [rows, columns], the first row at the lowest b. */
  readonly values: Float32Array;
}

export interface Answer {
  readonly step: number;
  /** P[R(x, y) = 1]. [N] */
  readonly predictions: Float32Array;
  readonly field: Field | null;
  /** Minus the gradient of the training loss in the embeddings. [n, d] */
  readonly forces: Float32Array | null;
  /** Of the pair, where one was asked about. */
  readonly reason?: Reason;
}

export type Probe = (question: Question) => Promise<Answer>;

export type ProbeReply<A = Answer> =
  | { readonly kind: "answer"; readonly answer: A }
  | { readonly kind: "failed"; readonly message: string };

/** A probe over a worker that answers questions one at a time and in order. */
export function portProbe<Q = Question, A = Answer>(
  open: () => WorkerPort<Q, ProbeReply<A>>,
): (question: Q) => Promise<A> {
  const { ask } = questions(open);
  return (request) =>
    new Promise((resolve, reject) => {
      const hear = (reply: ProbeReply<A>): true => {
        if (reply.kind === "answer") resolve(reply.answer);
        else reject(new Error(reply.message));
        return true;
      };
      ask({ request, hear, reject });
    });
}
