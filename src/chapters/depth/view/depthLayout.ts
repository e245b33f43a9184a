/**
 * @file Where the axes of Figure 4 lie: a column for each depth.
 */

import { scaleLinear } from "d3";
import type { Inside, Tick } from "../../../kit/draw/chart";
import type { Guessed } from "../../../kit/draw/guessMarks";
import type { Box } from "../../../kit/draw/projection";
import type { SeedCurve, SeedPlace } from "../../../kit/study/view/seedCurves";
import type { Zone } from "../../../theory/goldilocks";

export interface DepthChartData {
  /** What it is about, for the accessible name. */
  readonly name: string;
  /** Ascending. */
  readonly depths: readonly number[];
  /** Rows under the axis: a number for each depth. */
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly number[];
    readonly own: boolean;
  }[];
  readonly curves: readonly SeedCurve[];
  /** Of indices of depths. */
  readonly zones: readonly Zone[];
  readonly references: readonly { readonly value: number; readonly label: string }[];
  /** The replica that trains on the page. */
  readonly chosen: number | null;
  /** What is known of a replica, in words. */
  readonly describe: (replica: number) => string;
  /** A small one leaves out rows, names and words. */
  readonly small: boolean;
  /** Guesses at the first and the last depth that generalise. */
  readonly guessed?: Guessed | null;
}

export interface DepthLayout extends Inside, SeedPlace {
  readonly depths: readonly number[];
  readonly below: readonly Tick[];
  readonly beside: readonly Tick[];
  /** Width of a column. */
  readonly band: number;
  /** Of the numbers in the rows under the axis, every so many are written. */
  readonly every: number;
  /** Height of a line of numbers under the axis. */
  readonly line: number;
  /** Factor on sizes of type. */
  readonly size: number;
}

/** The axis starts here, or at a tenth below the lowest value. Chance is 0.5 or above. */
const LOWEST = 0.4;

/** Pixels between two depths under the axis at least, and between two numbers in the rows. */
const APART = 19;
const NUMBERS_APART = 32;

export function layOutDepth(
  { depths, rows, curves, references, small }: DepthChartData,
  { width, height }: Box,
  size: number,
): DepthLayout {
  const line = 16 * size;
  const letters = Math.max(
    0,
    ...rows.map(({ label }) => label.length),
    ...references.map(({ label }) => label.length),
    ...curves.map(({ name }) => name.length + 5),
    "hidden layers".length,
  );
  const left = (small ? 28 : 36) * size;
  const right = width - (small ? 6 : Math.min(0.3 * width, 10 + 6.2 * size * letters));
  const top = (small ? 18 : 26) * size;
  const bottom = height - 22 * size - (small ? 0 : rows.length * line);
  const band = (right - left) / Math.max(1, depths.length);
  const lowest = Math.min(
    LOWEST,
    ...curves.flatMap(({ dots }) => dots.map(({ value }) => Math.floor(value * 10) / 10)),
  );
  // Dots at 1 are drawn in full.
  const toY = scaleLinear([lowest, 1.015], [bottom, top]);
  const toX = (depth: number) => left + band * (depths.indexOf(depth) + 0.5);
  const one = Math.ceil((APART * size) / band);
  return {
    left,
    right,
    top,
    bottom,
    depths,
    band,
    every: Math.ceil((NUMBERS_APART * size) / band),
    line,
    size,
    toX,
    toY,
    apart: Math.min(7 * size, (0.8 * band) / 5),
    radius: small ? Math.max(1.4, Math.min(2.2, band / 6)) * size : 3 * size,
    below: depths
      .filter((_, i) => i % one === 0)
      .map((depth) => ({ at: toX(depth), text: String(depth) })),
    beside: toY
      .ticks(Math.min(6, (bottom - top) / 30))
      .filter((tick) => tick <= 1)
      .map((tick) => ({ at: toY(tick), text: tick.toFixed(1) })),
  };
}
