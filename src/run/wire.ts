/**
 * @file Messages between the page and a training worker: one request, a stream of frames, one end.
 */

import type { Settings } from "../experiment/params";
import { ENGINE_WORDS, type EngineChoice, type EngineName } from "./engineChoice";
import type { Frame } from "./frame";
import type { Pace } from "./pace";

/** Replica steps per second. */
export type Speeds = Partial<Readonly<Record<EngineName, number>>>;

/** Why an engine is not taken. */
export type Refusals = Partial<Readonly<Record<EngineName, string>>>;

/** What runs, and why the others do not. */
export interface EngineInfo {
  readonly name: EngineName;
  /** Renderer or processor features, in words. */
  readonly detail: string;
  readonly precision: "float32" | "float64";
  /** Whether it gives the same bits on every machine. */
  readonly exact: boolean;
  readonly declined: Refusals;
  /** As measured on this shape; empty where there was nothing to compare. */
  readonly speeds: Speeds;
}

/** That another engine trains than was asked for, and why; null where it is the one, or was taken for its speed. */
export function insteadOf(choice: EngineChoice, { name, declined }: EngineInfo): string | null {
  const wanted = choice === "auto" && name === "reference" ? "simd" : choice;
  if (wanted === "auto" || wanted === name) return null;
  const reason = declined[wanted] ?? "it is not there";
  return `${ENGINE_WORDS[wanted]} does not train here: ${reason}. What does: ${ENGINE_WORDS[name]}.`;
}

/** Parameters and optimiser state, enough to go on exactly. */
export interface Checkpoint {
  readonly step: number;
  /** Parameters, first and second moments, in the engine's precision. [R, 3, P] */
  readonly state: Float32Array | Float64Array;
}

/** Replicas of one shape, trained side by side up to the horizon of the first. */
export interface Job {
  readonly settings: readonly Settings[];
  readonly engine: EngineChoice;
  readonly from: Checkpoint | null;
  /** Steps at which it has a frame besides those of every run, to be compared with what is known of them. */
  readonly met?: readonly number[];
  /** Engines that have failed before and are not tried. */
  readonly without?: Refusals;
}

/** How a run is driven. Not settings: it changes nothing that is computed. */
export interface Transport {
  readonly playing: boolean;
  /** Train no further than this step; null is to the end. */
  readonly until: number | null;
  readonly pace: Pace;
}

export type Request =
  | {
      readonly kind: "start";
      readonly run: number;
      readonly job: Job;
      readonly transport: Transport;
    }
  | { readonly kind: "direct"; readonly run: number; readonly transport: Transport }
  | { readonly kind: "stop"; readonly run: number }
  /** Asks for a sign of life. */
  | { readonly kind: "ping"; readonly run: number };

/** What both the worker and the source say of a run. */
type Progress =
  /** It trains on this engine from step `from`; what was told of later steps is void. */
  | { readonly kind: "ready"; readonly engine: EngineInfo; readonly from: number }
  /** More has become known of the engines; the run goes on as it was. */
  | { readonly kind: "compared"; readonly engine: EngineInfo }
  | { readonly kind: "frames"; readonly frames: readonly Frame[] }
  /** All that is needed to go on from a step that has had its frame: now and then, and where the run rests. */
  | { readonly kind: "checkpoint"; readonly checkpoint: Checkpoint }
  | { readonly kind: "done" };

/**
 * `diverged`: a number was no longer finite; `program`: a mistake in the code, no lack of an engine; `engine`: all else
 * that an engine can do wrong.
 */
export type Fault = "diverged" | "program" | "engine";

/** What the worker says of a run. */
export type Report =
  | Progress
  | { readonly kind: "alive" }
  | {
      readonly kind: "failed";
      readonly fault: Fault;
      /** The engine at fault; null where none had started. */
      readonly engine: EngineName | null;
      readonly message: string;
    };

export type Reply = { readonly run: number } & Report;

/** What a run tells whoever opened it. */
export type RunEvent =
  | Progress
  /** Something went wrong and the run goes on, from where the next `ready` says. */
  | { readonly kind: "setback"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };
