/**
 * @file The contract of every engine: R replicas of one shape, trained side by side.
 *
 * Shapes: R replicas, P parameters of a replica (experiment/shape.ts), M measures (run/frame.ts).
 */
import type { Settings } from "../experiment/params";
import { type ShapeSettings, shapeOf } from "../experiment/shape";
import type { EngineName } from "../run/engineChoice";
import type { Checkpoint } from "../run/wire";

export interface Ensemble {
  readonly settings: readonly Settings[];
  /** Updates made so far. */
  readonly step: number;
  /**
   * Trains up to the last of `steps` (ascending, none below `step`) and resolves to the measures at
   * each of them. [steps.length, R, M]
   */
  advance(steps: readonly number[]): Promise<Float64Array>;
  /** [R, P] */
  parameters(): Promise<Float32Array>;
  checkpoint(): Promise<Checkpoint>;
  /** Goes on from a checkpoint of an ensemble with the same settings on the same engine. */
  restore(checkpoint: Checkpoint): void;
  dispose(): void;
}

export interface Engine {
  readonly name: EngineName;
  readonly detail: string;
  readonly precision: "float32" | "float64";
  /** Starts at step 0 with the initial parameters of each of `settings`, which share one shape. */
  create(settings: readonly Settings[]): Promise<Ensemble>;
}

/** Whether an engine gives the same bits on every machine. */
export const isExact = ({ name }: Pick<Engine, "name">): boolean => name === "simd";

const SHAPE_KEYS = ["n", "d", "mode", "depth", "width"] as const satisfies (keyof ShapeSettings)[];

/** Throws a sentence unless all of `settings` have the same at each of `keys`. */
export function refuseUnlike(
  [first, ...rest]: readonly Settings[],
  keys: readonly (keyof Settings)[],
): void {
  if (!first) throw new Error("an ensemble needs at least one replica");
  for (const other of rest)
    for (const key of keys)
      if (other[key] !== first[key])
        throw new Error(
          `replicas of one ensemble share ${key}: ${first[key]} is not ${other[key]}`,
        );
}

/** The shape that all of `settings` share; throws if they do not. */
export function sharedShape(settings: readonly Settings[]) {
  refuseUnlike(settings, SHAPE_KEYS);
  return shapeOf(settings[0]);
}
