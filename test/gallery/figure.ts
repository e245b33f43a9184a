/**
 * @file A picture with fixed data: for the gallery and for the tests.
 */
import type { Table } from "../../src/kit/draw/table";

export interface Figure {
  readonly title: string;
  /** Size it is drawn at, CSS pixels. */
  readonly size: readonly [width: number, height: number];
  /** What it shows as a table; null for a picture that has no numbers. */
  readonly table: (() => Table) | null;
  /** Draws it into `root`; returns how to remove it. */
  readonly draw: (root: HTMLElement) => () => void;
}
