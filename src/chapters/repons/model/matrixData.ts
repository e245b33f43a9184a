/**
 * @file The matrix' data, from the state.
 *
 * Shapes: n elements, N = n * n pairs.
 */
import type { Settings } from "../../../experiment/params";
import { dataset } from "../../../kit/live/model/selectors";
import type { State } from "../../../kit/live/model/store";
import { memo } from "../../../kit/state/memo";
import type { MatrixData } from "../view/matrix";

/** Elements by class or rank, then by number. [n] */
const sortedOrder = memo((settings: Settings): number[] | null => {
  const { n, grouping } = dataset(settings).relation;
  if (!grouping) return null;
  const { of } = grouping;
  return Array.from({ length: n }, (_, x) => x).sort((a, b) => of[a] - of[b] || a - b);
});

const labels = memo((n: number) => Array.from({ length: n }, (_, x) => String(x)));

const assemble = memo(
  (
    settings: Settings,
    prediction: Float32Array | null,
    show: MatrixData["show"],
    order: MatrixData["order"],
    highlighted: readonly number[],
  ): MatrixData => {
    const { relation, mask } = dataset(settings);
    const { n, truth } = relation;
    return { n, truth, mask, prediction, show, labels: labels(n), order, highlighted };
  },
);

export function matrixData(state: State): MatrixData {
  const { settings } = state.link;
  const { matrix, sorted } = state.display;
  return assemble(
    settings,
    state.answer?.predictions ?? null,
    matrix,
    sorted ? sortedOrder(settings) : null,
    state.hovered,
  );
}
