/** @file What is known of what the chapter on data asks now. */

import { memo } from "../../../kit/state/memo";
import type { BoundCurve } from "../worker/wire";
import { contradictionOf } from "./boundFacts";
import type { DataState } from "./boundStudy";
import { subjectOf } from "./boundSubject";

/** The curve of what is asked now; null while there is none. */
export const curveOf = (state: DataState): BoundCurve | null =>
  state.bound.subject === subjectOf(state) ? state.bound.curve : null;

/** The contradiction in what is asked now, if any sample has shown one. */
export const contradicted = memo((curve: BoundCurve | null) =>
  curve ? contradictionOf(curve.points) : null,
);
