/**
 * @file The matrix' data, from the state.
 *
 * Shapes: n elements, N = n * n pairs.
 */
import type { Settings } from "../../experiment/params";
import { memo, steady } from "../state/memo";
import { isWhole } from "./model/history";
import { lookOf } from "./model/look";
import { elementNames } from "./model/names";
import { dataset, shown } from "./model/selectors";
import type { State } from "./model/store";
import type { MatrixData } from "./view/matrix";

/** Elements by class or rank, then by number. [n] */
const sortedOrder = memo((settings: Settings): number[] | null => {
  const { n, grouping } = dataset(settings).relation;
  if (!grouping) return null;
  const { of } = grouping;
  return Array.from({ length: n }, (_, x) => x).sort((a, b) => of[a] - of[b] || a - b);
});

const same = steady<MatrixData>();

export function matrixData({ link, history, scrub, answer, hovered }: State): MatrixData {
  const { settings } = link;
  const look = lookOf(link);
  const { relation, mask } = dataset(settings);
  const snapshot = shown({ history, scrub });
  const whole = history !== null && snapshot !== null && isWhole(history, snapshot);
  const { n, truth } = relation;
  return same({
    n,
    truth,
    mask,
    prediction: (whole && answer?.predictions) || null,
    show: look.matrix,
    labels: elementNames(link),
    order: look.sorted === "on" ? sortedOrder(settings) : null,
    highlighted: hovered,
  });
}
