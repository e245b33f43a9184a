/**
 * @file The latent picture's data, from the state.
 *
 * Shapes: n elements, d embedding dimensions, S snapshots.
 */
import type { Settings } from "../../experiment/params";
import { memo } from "../state/memo";
import type { Snapshot } from "./model/history";
import type { Projection } from "./model/projection";
import { embeddingOf, projectionOf, relation, shown } from "./model/selectors";
import type { State } from "./model/store";
import type { LatentData } from "./view/latent";

type Answer = State["answer"];

const labels = memo((n: number) => Array.from({ length: n }, (_, x) => String(x)));

/** Where every repon was at each snapshot up to the shown one. */
const trailsOf = memo(
  (
    snapshots: readonly Snapshot[],
    step: number,
    settings: Settings,
    projection: Projection,
  ): LatentData["trails"] => {
    const past = snapshots.filter((snapshot) => snapshot.step <= step);
    const positions = new Float32Array(past.length * settings.n * 2);
    past.forEach((snapshot, s) => {
      const points = projection.apply(embeddingOf(snapshot, settings), snapshot.step);
      positions.set(points, s * settings.n * 2);
    });
    return { steps: past.map((snapshot) => snapshot.step), positions };
  },
);

const fieldOf = memo((answer: Answer): LatentData["field"] =>
  answer?.field
    ? {
        cols: answer.field.plane.columns,
        rows: answer.field.plane.rows,
        values: answer.field.values,
        bounds: {
          x0: answer.field.plane.a[0],
          x1: answer.field.plane.a[1],
          y0: answer.field.plane.b[0],
          y1: answer.field.plane.b[1],
        },
        caption: `P[R(${answer.field.x}, ·) = 1]`,
      }
    : null,
);

/** What plain gradient descent would move each repon by in one step at the run's encoder rate. */
const arrowsOf = memo(
  (answer: Answer, projection: Projection, rate: number): LatentData["arrows"] =>
    answer?.forces
      ? { vectors: projection.direct(answer.forces).map((force) => rate * force) }
      : null,
);

const assemble = memo(
  (
    snapshot: Snapshot,
    projection: Projection,
    settings: Settings,
    trails: LatentData["trails"],
    field: LatentData["field"],
    arrows: LatentData["arrows"],
    pinned: number,
    hovered: readonly number[],
  ): LatentData => ({
    step: snapshot.step,
    positions: projection.apply(embeddingOf(snapshot, settings), snapshot.step),
    labels: labels(settings.n),
    grouping: relation(settings).grouping,
    x: projection.time ? "step" : "plane",
    captions: projection.captions,
    trails,
    field,
    arrows,
    pinned,
    hovered,
  }),
);

export function latentData(state: State): LatentData | null {
  const { history, display, answer, pinned, hovered } = state;
  const snapshot = shown(state);
  if (!history || !snapshot) return null;
  const { settings } = history;
  const projection = projectionOf(snapshot, settings);
  return assemble(
    snapshot,
    projection,
    settings,
    display.trails || projection.time
      ? trailsOf(history.snapshots, snapshot.step, settings, projection)
      : null,
    display.field ? fieldOf(answer) : null,
    display.forces ? arrowsOf(answer, projection, settings.encoderRate) : null,
    pinned,
    hovered,
  );
}
