/**
 * @file What can be asked of the pairs of one class in a run: how Eq. (7), read off the decoder at a
 * step, says that they move, and how they then do.
 *
 * Shapes: S sampled times, k pairs, w waypoints of the run.
 */
import type { Settings } from "../../../experiment/params";
import type { Outcome } from "../../../theory/repon/exact";
import type { Rates } from "../../../theory/repon/reduced";

/** Eq. (7) alone; with the drive of unshared partners; with that and the bend of the decoder. */
export const THEORIES = ["alone", "drive", "bend"] as const;
export type Theory = (typeof THEORIES)[number];

export interface PairsQuestion {
  readonly settings: Settings;
  readonly step: number;
  readonly pair: readonly [number, number];
  /** Steps that the pair is followed for. */
  readonly horizon: number;
}

/** A motion of r, half of the separation, from the chosen step on. */
export interface Motion {
  /** |r|. [S] */
  readonly separation: Float64Array;
  /** Angle between r and its first direction, radians in [0, pi]. [S] */
  readonly angle: Float64Array;
}

export interface Track {
  readonly pair: readonly [number, number];
  /** Steps after the chosen one, from 0. [S] */
  readonly times: Float64Array;
  readonly actual: Motion;
  readonly predicted: Readonly<Record<Theory, Motion>>;
  /** Of Eq. (7): the run's own encoder rate and the decoder's effective one. */
  readonly rates: Rates;
  /** How Eq. (7) alone ends. */
  readonly outcome: Outcome;
}

/** The two parts of C of Eq. (10) for the pair, at steps up to the chosen one. */
export interface Past {
  /** [w] */
  readonly steps: Float64Array;
  /** a2^2 / (2 etaA). [w] */
  readonly stretch: Float64Array;
  /** c^2 / etaX. [w] */
  readonly reach: Float64Array;
}

/** One step of every pair of one class. */
export interface PairMap {
  /** Elements of each pair. [k, 2] */
  readonly pairs: Int32Array;
  /** How many such pairs there are; `pairs` is a regular sample of them where this is larger than k. */
  readonly all: number;
  /** |r| before the step. [k] */
  readonly separation: Float64Array;
  /** Change of |r| in the step. [k] */
  readonly actual: Float64Array;
  readonly predicted: Readonly<Record<Theory, Float64Array>>;
}

export interface PairsAnswer {
  readonly step: number;
  readonly horizon: number;
  readonly track: Track;
  readonly past: Past;
  readonly map: PairMap;
}
