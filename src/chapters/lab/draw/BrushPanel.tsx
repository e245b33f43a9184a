/** @file The matrix under a brush: the relation itself, or which pairs are trained on. */
import { MatrixPanel } from "../../../kit/live/MatrixPanel";

interface Props {
  /** What is painted. */
  readonly target: "matrix" | "mask";
}

export function BrushPanel(_: Props) {
  return <MatrixPanel />;
}
