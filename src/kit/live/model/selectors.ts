/**
 * @file What can be computed from the state. Every selector gives the same object while what it
 * reads is the same.
 */
import { DATASET_KEYS, makeDataset, RELATION_KEYS, relationOf } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { chanceOf } from "../../../theory/chance";
import { memo, memoOf } from "../../state/memo";
import { type History, type Snapshot, snapshotAt } from "./history";
import { makeProjector } from "./projection";
import type { State } from "./store";

/** The relation and the train split; the same while a knob that concerns neither is dragged. */
export const dataset = memoOf((settings: Settings) => makeDataset(settings), DATASET_KEYS);

/** The relation alone, for which no split is drawn. */
export const relation = memoOf((settings: Settings) => relationOf(settings), RELATION_KEYS);

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
