/**
 * @file What a reader can do in chapter 2.
 */
import type { StoreApi } from "zustand/vanilla";
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { change } from "../../../kit/live/model/actions";
import { partsWith } from "../../../kit/live/model/link";
import type { Store } from "../../../kit/live/model/store";
import type { BoundStudy } from "./boundStudy";
import { DATA_PART, type DataChoices } from "./choices";

type BoundStore = StoreApi<BoundStudy>;

/** Another relation is known by its own class at first; one's own matrix by the class that it had. */
export function chooseRelation(store: Store, relation: Settings["relation"]): void {
  const { link } = store.getState();
  const own = relation === "custom" ? {} : partsWith(link, DATA_PART, { class: "own" });
  change(store, { relation }, own);
}

/** A relation as it was meant to be seen; what does not concern the relation stays. */
export function applyDataPreset(
  store: Store,
  settings: Partial<Settings>,
  choices: Partial<DataChoices>,
): void {
  const { n, classes, matrix } = DEFAULTS;
  const { class: known, length } = DATA_PART.initial;
  const { link } = store.getState();
  const also = partsWith(link, DATA_PART, { class: known, length, ...choices });
  change(store, { n, classes, matrix, ...settings }, also);
}

/** Stops the work on this curve, or takes it up again. */
export const stopBound = (store: BoundStore, stopped: boolean): void => store.setState({ stopped });

/** Looks at a sample of this training fraction. */
export const lookAtFraction = (store: BoundStore, at: number): void => store.setState({ at });
