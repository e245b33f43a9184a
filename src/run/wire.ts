/**
 * @file Messages between the page and a training worker: one request, a stream of frames, one end.
 */
import type { EngineChoice } from "../experiment/link";
import type { Settings } from "../experiment/params";
import type { Frame } from "./frame";

export type EngineName = Exclude<EngineChoice, "auto">;

/** What runs, and why the others do not. */
export interface EngineInfo {
  readonly name: EngineName;
  /** Renderer or processor features, in words. */
  readonly detail: string;
  readonly precision: "float32" | "float64";
  /** One sentence for each engine that was not taken. */
  readonly declined: readonly string[];
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
}

/** How a run is driven. Not settings: it changes nothing that is computed. */
export interface Transport {
  readonly playing: boolean;
  /** Train no further than this step; null is to the end. */
  readonly until: number | null;
  /** Steps per second at most; null is as fast as it goes. */
  readonly speed: number | null;
}

export type Request =
  | {
      readonly kind: "start";
      readonly run: number;
      readonly job: Job;
      readonly transport: Transport;
    }
  | { readonly kind: "direct"; readonly run: number; readonly transport: Transport }
  | { readonly kind: "stop"; readonly run: number };

export type Reply =
  | { readonly kind: "ready"; readonly run: number; readonly engine: EngineInfo }
  | { readonly kind: "frames"; readonly run: number; readonly frames: readonly Frame[] }
  | { readonly kind: "done"; readonly run: number }
  | { readonly kind: "failed"; readonly run: number; readonly message: string };

/** What a run tells whoever opened it. */
export type RunEvent = Reply extends infer Each
  ? Each extends Reply
    ? Omit<Each, "run">
    : never
  : never;
