/** @file What the chapter on data asks now, and what is known of it. */
import { contradictionOf } from "../../state/boundFacts";
import {
  type BoundCurve,
  type BoundSubject,
  boundSubject,
  type OneLook,
} from "../../state/boundStudy";
import { distance, type Guess } from "../../state/guess";
import { memo } from "../../state/memo";
import type { State } from "../../state/store";

/** What is asked now. */
export const subjectOf = ({ link }: State): BoundSubject =>
  boundSubject(link.settings, link.data.class);

/** The curve of what is asked now; null while there is none. */
export const curveOf = (state: State): BoundCurve | null =>
  state.bound.subject === subjectOf(state) ? state.bound.curve : null;

/** How far a curve that has been drawn and shown is off, and over how many fractions; else null. */
export function guessError(state: State): { readonly off: number; readonly over: number } | null {
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

/** The look that belongs to what is asked now, or to what was asked a moment ago. */
export const lookOf = ({ bound }: State): OneLook | null => bound.look;
