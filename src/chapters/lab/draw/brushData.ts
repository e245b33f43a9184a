/** @file The matrix under a brush, from the state. */
import { matrixData } from "../../../kit/live/matrixData";
import type { MatrixData } from "../../../kit/live/view/matrix";
import { steady } from "../../../kit/state/memo";
import type { Target } from "./actions";
import { marksOf, type SketchState } from "./sketch";

/** Nothing is sorted or predicted under a brush: a cell stays where it is, and is what it was painted. */
const selectFor = (target: Target) => {
  const same = steady<MatrixData>();
  return (state: SketchState): MatrixData => {
    const data = matrixData(state.page);
    const marks = marksOf(state);
    return same({
      ...data,
      mask: target === "mask" ? data.mask : null,
      prediction: null,
      show: "truth",
      order: null,
      highlighted: marks && marks.elements.length > 0 ? marks.elements : data.highlighted,
      brush: target === "mask" ? "mask" : "truth",
      marked: marks?.pairs ?? NONE,
    });
  };
};

const NONE: readonly number[] = [];

export const SELECT = { matrix: selectFor("matrix"), mask: selectFor("mask") } as const;
