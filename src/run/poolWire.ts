/**
 * @file Messages between a pool and its workers. A leg holds all that is needed to go on, so that any
 * worker can take over from any other.
 */
import type { Until } from "../experiment/experiment";
import type { Settings } from "../experiment/params";
import type { EngineChoice } from "./engineChoice";
import type { Standing } from "./standing";
import type { EngineInfo, Refusals } from "./wire";
import type { WorkerPort } from "./workerPort";

/** What many replicas are to be trained on. */
export interface Wish {
  readonly engine: EngineChoice;
  /** Those that would be trained side by side on a card. */
  readonly settings: readonly Settings[];
  /** Workers that would share them otherwise. */
  readonly workers: number;
  /** Engines that have failed and are not tried. */
  readonly without: Refusals;
}

/**
 * Replicas to train side by side from where they stand, to their ends or to the first stop at or after
 * `pause`. They are alike as `sideBySide` says. [R]
 */
export interface Leg {
  readonly settings: readonly Settings[];
  readonly until: Until;
  readonly engine: EngineChoice;
  readonly from: readonly Standing[];
  readonly pause: number;
}

/** What replicas that are trained side by side share: shape, what is code on a card, horizon. */
const SHARED = ["n", "d", "mode", "depth", "width", "loss", "optimiser", "steps"] as const;

/** Replicas with the same name can be trained side by side. */
export const sideBySide = (settings: Settings, { progress, checkpoint }: Standing): string =>
  JSON.stringify([...SHARED.map((key) => settings[key]), progress.step, checkpoint?.step ?? 0]);

export type PoolRequest =
  | { readonly kind: "choose"; readonly ticket: number; readonly wish: Wish }
  | { readonly kind: "train"; readonly ticket: number; readonly leg: Leg }
  | { readonly kind: "stop"; readonly ticket: number };

export type PoolReply =
  /** The engine that `choose` asked for; its speeds are those of all replicas together. */
  | { readonly kind: "chosen"; readonly ticket: number; readonly engine: EngineInfo }
  /** From time to time, and at last with `over`: then the worker is free. [R] */
  | {
      readonly kind: "standings";
      readonly ticket: number;
      readonly standings: readonly Standing[];
      readonly over: boolean;
    }
  | { readonly kind: "failed"; readonly ticket: number; readonly message: string };

/** The pool's end of a worker. */
export type PoolPort = WorkerPort<PoolRequest, PoolReply>;
