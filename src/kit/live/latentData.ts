/**
 * @file The latent picture's data, from the state.
 *
 * Shapes: n elements, d embedding dimensions, S snapshots.
 */
import { RELATION_KEYS, relationOf } from "../../experiment/dataset";
import type { Settings } from "../../experiment/params";
import { isolated, shortened } from "../draw/names";
import { memo, memoOf, steady } from "../state/memo";
import { isWhole, type Snapshot } from "./model/history";
import { type Look, lookOf } from "./model/look";
import { elementNames } from "./model/names";
import type { Projection } from "./model/projection";
import {
  embeddingOf,
  makeProjection,
  ofStep,
  pinnedOf,
  projectionOf,
  shown,
} from "./model/selectors";
import type { RunView } from "./model/store";
import type { LatentData } from "./view/latent";

type Answer = RunView["answer"];

/** Where every repon was at each snapshot up to the shown one. */
function trailsOf(
  snapshots: readonly Snapshot[],
  step: number,
  settings: Settings,
  projection: Projection,
): LatentData["trails"] {
  const past = snapshots.filter((snapshot) => snapshot.step <= step);
  const positions = new Float32Array(past.length * settings.n * 2);
  past.forEach((snapshot, s) => {
    const points = projection.apply(embeddingOf(snapshot, settings), snapshot.step);
    positions.set(points, s * settings.n * 2);
  });
  return { steps: past.map((snapshot) => snapshot.step), positions };
}

/** A name in the line under the picture. */
const captioned = (name: string): string => isolated(shortened(name, 20));

/** Of the shown step as far as it has been answered; one of another step says so. */
const fieldOf = (answer: Answer, step: number, names: readonly string[]): LatentData["field"] =>
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
        caption: `P[R(${captioned(names[answer.field.x])}, ·) = 1]${ofStep(answer.step, step)}`,
      }
    : null;

/** What plain gradient descent would move each repon by in one step at the run's encoder rate. */
const arrowsOf = (answer: Answer, projection: Projection, rate: number): LatentData["arrows"] =>
  answer?.forces
    ? { vectors: projection.direct(answer.forces).map((force) => rate * force) }
    : null;

const positionsAt = (snapshot: Snapshot, settings: Settings, projection: Projection) =>
  projection.apply(embeddingOf(snapshot, settings), snapshot.step);

const sightOf = memo(({ zoom, across, down }: Look) => ({ zoom, across, down }));

/** A selector for the picture of one run: where two are shown, each has its own. */
export function makeLatentData(
  projectionOf = makeProjection(),
): (run: RunView) => LatentData | null {
  const same = steady<LatentData>();
  const trails = memo(trailsOf);
  const field = memo(fieldOf);
  const arrows = memo(arrowsOf);
  const positions = memo(positionsAt);
  const relation = memoOf((settings: Settings) => relationOf(settings), RELATION_KEYS);
  return (run) => {
    const { history, hovered, link } = run;
    const snapshot = shown(run);
    if (!history || !snapshot) return null;
    const look = lookOf(link);
    const answer = isWhole(history, snapshot) ? run.answer : null;
    const { settings, snapshots } = history;
    const { step } = snapshot;
    const projection = projectionOf(snapshot, settings);
    if (!projection) return null;
    const labels = elementNames({ settings, parts: link.parts });
    const leavesTrails = look.trails === "on" || projection.time;
    return same({
      step,
      positions: positions(snapshot, settings, projection),
      labels,
      grouping: relation(settings).grouping,
      x: projection.time ? "step" : "plane",
      captions: projection.captions,
      trails: leavesTrails ? trails(snapshots, step, settings, projection) : null,
      field: look.field === "on" ? field(answer, step, labels) : null,
      arrows: look.forces === "on" ? arrows(answer, projection, settings.encoderRate) : null,
      pinned: pinnedOf({ parts: link.parts, settings }),
      sight: sightOf(look),
      hovered,
    });
  };
}

/** Of the page's run. */
export const latentData = makeLatentData(projectionOf);
