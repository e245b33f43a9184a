/**
 * @file What can be computed from the state. Every selector gives the same object while what it
 * reads is the same.
 */
import { makeDataset, relationOf } from "../../../experiment/dataset";
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { chanceOf } from "../../../theory/chance";
import { memo } from "../../state/memo";
import { type History, type Snapshot, snapshotAt } from "./history";
import { makeProjector } from "./projection";
import type { State } from "./store";

/** What a data set depends on. */
type DatasetFields = [
  relation: Settings["relation"],
  classes: number,
  matrix: string,
  n: number,
  trainFraction: number,
  seed: number,
];

const datasetOf = memo((...[relation, classes, matrix, n, trainFraction, seed]: DatasetFields) =>
  makeDataset({ ...DEFAULTS, relation, classes, matrix, n, trainFraction, seed }),
);

/** The relation and the train split; the same while a knob that concerns neither is dragged. */
export const dataset = ({ relation, classes, matrix, n, trainFraction, seed }: Settings) =>
  datasetOf(relation, classes, matrix, n, trainFraction, seed);

const madeRelation = memo(
  (kind: Settings["relation"], classes: number, matrix: string, n: number, seed: number) =>
    relationOf({ ...DEFAULTS, relation: kind, classes, matrix, n, seed }),
);

/** The relation alone, for which no split is drawn. */
export const relation = ({ relation: kind, classes, matrix, n, seed }: Settings) =>
  madeRelation(kind, classes, matrix, n, seed);

/** The shown moment of the run. */
export const shown = ({ history, scrub }: Pick<State, "history" | "scrub">): Snapshot | null =>
  history && snapshotAt(history, scrub);

/** The embedding within a snapshot. [n, d] */
export const embeddingOf = ({ parameters }: Snapshot, { n, d }: Settings): Float32Array =>
  parameters.subarray(0, n * d);

const project = makeProjector();

/** The projection that fits the shown moment. */
export const projectionOf = memo((snapshot: Snapshot, settings: Settings) =>
  project(embeddingOf(snapshot, settings), settings.d),
);

/** Accuracy of answering every pair with the more frequent answer, over the entire set. */
export const chance = memo((settings: Settings) => chanceOf(relation(settings).truth));

/** The newest step of a run. */
export const newestStep = (history: History | null): number => history?.snapshots.at(-1)?.step ?? 0;

/** The step that is shown. */
export const shownStep = (state: Pick<State, "history" | "scrub">): number =>
  shown(state)?.step ?? 0;
