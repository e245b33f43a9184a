/**
 * @file What the programs of an ensemble are made for.
 */
import type { Settings } from "../../experiment/params";
import type { Grid, Layout } from "./layout";

export interface Scene extends Pick<Settings, "mode" | "loss" | "optimiser"> {
  readonly layout: Layout;
  readonly grid: Grid;
  /** Tiles of the pairs of a replica: half their number. */
  readonly pairs: number;
}
