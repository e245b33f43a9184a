/**
 * @file What can be computed from the state. Every selector gives the same object while what it
 * reads is the same.
 */
import { DATASET_KEYS, makeDataset, RELATION_KEYS, relationOf } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { chanceOf } from "../../../theory/chance";
import { grouped } from "../../../theory/grouped";
import { memo, memoOf } from "../../state/memo";
import type { StagedScene } from "./codec";
import { type History, type Snapshot, snapshotAt } from "./history";
import type { Link } from "./link";
import { lookOf } from "./look";
import { isReady, makeProjector, type Projection } from "./projection";
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

/** Gives the projection that fits a moment of one run; null while what it needs is being fetched. */
export function makeProjection(): (snapshot: Snapshot, settings: Settings) => Projection | null {
  const project = makeProjector();
  const projected = memo((snapshot: Snapshot, settings: Settings) =>
    project(embeddingOf(snapshot, settings), settings.d),
  );
  return (snapshot, settings) => (isReady(settings.d) ? projected(snapshot, settings) : null);
}

/** That of the page's run. */
export const projectionOf = makeProjection();

/** Accuracy of answering every pair with the more frequent answer, over the entire set. */
export const chance = memo((settings: Settings) => chanceOf(relation(settings).truth));

/** The scene that is open; null outside of the story. */
export const sceneOf = ({ link, codec }: Pick<State, "link" | "codec">): StagedScene | null =>
  (link.scene !== undefined && codec.scenes.find(({ id }) => id === link.scene)) || null;

/** The element x of the decoder's field: the last of the relation where the link names a later one. */
export const pinnedOf = ({ parts, settings }: Pick<Link, "parts" | "settings">): number =>
  Math.min(lookOf({ parts }).pinned, settings.n - 1);

/** Whether the end of the run is shown, and nothing follows. */
export const isOver = ({ status, scrub }: Pick<State, "status" | "scrub">): boolean =>
  scrub === null && (status.kind === "done" || status.kind === "failed");

/** Whether the shown moment moves: the run is trained on, or what is kept of it is played. */
export const isPlaying = (state: Pick<State, "transport" | "status" | "scrub">) =>
  state.transport.playing && !isOver(state);

/** The newest step of a run. */
export const newestStep = (history: History | null): number => history?.snapshots.at(-1)?.step ?? 0;

/** What marks an answer about another step than the shown one. */
export const ofStep = (step: number, shown: number): string =>
  step === shown ? "" : ` at step ${grouped(step)}`;

/** The step that is shown. */
export const shownStep = (state: Pick<State, "history" | "scrub">): number =>
  shown(state)?.step ?? 0;
