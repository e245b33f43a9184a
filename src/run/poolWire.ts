/**
 * @file Messages between a pool and its workers: one replica at a time, each with all that is needed
 * to go on, so that any worker can take over from any other.
 */
import type { Until } from "../experiment/experiment";
import type { EngineChoice } from "../experiment/link";
import type { Settings } from "../experiment/params";
import type { Standing } from "./standing";
import type { WorkerPort } from "./workerPort";

/** A replica to train from where it stands, to its end or to the first stop at or after `pause`. */
export interface Leg {
  readonly settings: Settings;
  readonly until: Until;
  readonly engine: EngineChoice;
  readonly from: Standing;
  readonly pause: number;
}

export type PoolRequest =
  | { readonly kind: "train"; readonly ticket: number; readonly leg: Leg }
  | { readonly kind: "stop"; readonly ticket: number };

export type PoolReply =
  /** From time to time, and at last with `over`: then the worker is free. */
  | {
      readonly kind: "standing";
      readonly ticket: number;
      readonly standing: Standing;
      readonly over: boolean;
    }
  | { readonly kind: "failed"; readonly ticket: number; readonly message: string };

/** The pool's end of a worker. */
export type PoolPort = WorkerPort<PoolRequest, PoolReply>;
