/** @file A run of which the page has a recording, to be shown at a kept moment without training to it. */
import type { Checkpoint } from "../../../run/wire";
import type { History } from "./history";

/** A kept moment: all that the run had shown until then, and what it goes on from. */
export interface StoredMoment {
  readonly history: History;
  readonly checkpoint: Checkpoint;
}

export interface StoredRun {
  /** Fetches the moment at a step. Rejects with a sentence where it cannot be had. */
  open(step: number): Promise<StoredMoment>;
}
