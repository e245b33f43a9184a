/** @file What can be taken away of the page: pictures, by the elements they are drawn in. */
import type { Table } from "../../draw/table";

export interface Takeable {
  /** What it is drawn in. */
  readonly root: HTMLElement;
  /** Draws the same once more: `root` says by `data-ratio` how finely. */
  redraw(): void;
  /** What it shows now. Rejects with a sentence where that is nothing. */
  table(): Promise<Table>;
}

/** Written by each figure while it is mounted. */
export const TAKEABLE = new WeakMap<Element, Takeable>();
