/**
 * @file What is held against the theory: the pair, the theory, how far ahead, and what came out.
 */
import type { Settings } from "../experiment/params";
import type { PairsAnswer, Theory } from "../run/pairs";

export type { Theory };

export const HORIZONS = [100, 1000, 10_000] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Over which pairs a correlation is taken: all, or those nearer than the median. */
export type Scope = "all" | "near";

/** An answer, and the run that it is about. */
export interface Studied extends PairsAnswer {
  readonly settings: Settings;
}

export interface PairStudy {
  /** Two elements of one class; null is the closest two. Written by actions. */
  readonly pair: readonly [number, number] | null;
  /** Written by actions. */
  readonly horizon: Horizon;
  readonly theory: Theory;
  readonly scope: Scope;
  readonly aside: "latent" | "past";

  /** Written by the inquiry; nothing else. */
  readonly answer: Studied | null;
  /** Whether what is shown is about to be replaced. */
  readonly busy: boolean;
  readonly failure: string | null;
}

export const NO_STUDY: PairStudy = {
  pair: null,
  horizon: 1000,
  theory: "alone",
  scope: "near",
  aside: "latent",
  answer: null,
  busy: false,
  failure: null,
};
