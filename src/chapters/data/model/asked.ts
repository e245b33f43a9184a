/** @file What is known of what the chapter on data asks now. */

import { memo } from "../../../kit/state/memo";
import type { BoundCurve } from "../worker/wire";
import { contradictionOf } from "./boundFacts";
import type { DataState } from "./boundStudy";
import { subjectOf } from "./boundSubject";
import { distance, type Guess } from "./guess";

/** The curve of what is asked now; null while there is none. */
export const curveOf = (state: DataState): BoundCurve | null =>
  state.bound.subject === subjectOf(state) ? state.bound.curve : null;

/** How far a curve that has been drawn and shown is off, and over how many fractions; else null. */
export function guessError(
  state: DataState,
): { readonly off: number; readonly over: number } | null {
  const { guess } = state.bound;
  const curve = curveOf(state);
  return guess && !guess.drawing && curve ? distanceOf(guess, curve) : null;
}

const distanceOf = memo((guess: Guess, { points }: BoundCurve) => {
  const off = distance(guess.values, points);
  return off === null ? null : { off, over: points.filter(({ bound }) => bound).length };
});

/** The contradiction in what is asked now, if any sample has shown one. */
export const contradicted = memo((curve: BoundCurve | null) =>
  curve ? contradictionOf(curve.points) : null,
);
