/**
 * @file Where the axes of the curves lie: margins, scales and ticks.
 */

import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3";
import type { Phase } from "../../../theory/phase";
import type { Guessed } from "../../draw/guessMarks";
import type { Palette } from "../../draw/palette";
import type { Box } from "../../draw/projection";

export interface Series {
  readonly label: string;
  /** A CSS colour, such as "var(--train)". */
  readonly colour: string;
  /** Ascending; step 0 is drawn at 1 where it is all there is. */
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** A former run: thin and pale. */
  readonly ghost?: boolean;
  /** Of a second run that is shown beside the first. */
  readonly dashed?: boolean;
}

export interface CurvesData {
  /** What is drawn, for the accessible name, e.g. "Accuracy". */
  readonly name: string;
  readonly series: readonly Series[];
  /** "linear": from `lowest` (0) to 1. "log": decades around the values. */
  readonly y: "linear" | "log";
  readonly lowest?: number;
  /** Last step of the axis; without it the decade after the last point. */
  readonly end?: number;
  /** Horizontal lines; their values are written on the axis, their labels at the right. */
  readonly references: readonly { readonly value: number; readonly label?: string }[];
  /** Vertical lines with a label above: step of train, step of test. */
  readonly marks: readonly {
    readonly step: number;
    readonly label: string;
    readonly colour: string;
  }[];
  /** The gap of Table 4, tinted by the phase it means. */
  readonly band: { readonly from: number; readonly to: number; readonly phase: Phase } | null;
  /** The displayed step; null: none, and nothing to scrub. */
  readonly cursor: number | null;
  /** Guesses at a step. */
  readonly guessed?: Guessed | null;
}

export interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Factor on sizes of type. */
  readonly size: number;
  /** Last step of the axis. */
  readonly end: number;
  /** Step 0 lies at 1. */
  readonly toX: (step: number) => number;
  /** Whole steps; 0 left of 1. */
  readonly fromX: (px: number) => number;
  readonly toY: ScaleContinuousNumeric<number, number>;
  readonly ticksX: readonly number[];
  readonly ticksY: readonly number[];
}

export const last = (values: ArrayLike<number>): number => values[values.length - 1];

/** "9.0e−4" for what would need many zeros. */
export const valueText = (value: number, y: CurvesData["y"]): string =>
  y === "linear"
    ? value.toFixed(2)
    : value >= 0.01
      ? value.toPrecision(2)
      : value.toExponential(1).replace("-", "−");

/** Powers of ten within a domain. */
function decades([low, high]: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const count = Math.floor(Math.log10(high) + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => 10 ** (first + i));
}

/** Whole decades around all positive values, but no more than six below the highest. */
function lossDomain(series: readonly Series[]): [number, number] {
  let low = Infinity;
  let high = 0;
  for (const { values } of series)
    for (let i = 0; i < values.length; i++) {
      if (values[i] > 0) low = Math.min(low, values[i]);
      if (values[i] < Infinity) high = Math.max(high, values[i]);
    }
  if (!(high > 0)) return [0.01, 1];
  const top = 10 ** Math.ceil(Math.log10(high) - 1e-9);
  return [Math.max(top / 1e6, 10 ** Math.floor(Math.log10(Math.min(low, high / 1.01)))), top];
}

export function layOut(data: CurvesData, { width, height }: Box, { size }: Palette): Layout {
  const { series, y, lowest = 0, references } = data;
  const letters = Math.max(
    0,
    ...series.map(({ label, ghost }) => label.length + (ghost ? 0 : y === "log" ? 7 : 5)),
    ...references.map(({ label }) => label?.length ?? 0),
  );
  const left = 36 * size;
  const right = width - Math.min(0.4 * width, 12 + 6.6 * size * letters);
  const top = 24 * size;
  const bottom = height - 38 * size;
  const reached = Math.max(100, ...series.map(({ steps }) => (steps.length ? last(steps) : 0)));
  const end = data.end ?? 10 ** Math.ceil(Math.log10(reached) - 1e-9);
  const x = scaleLog().domain([1, end]).range([left, right]).clamp(true);
  const toY = (
    y === "linear"
      ? scaleLinear([lowest, 1], [bottom, top])
      : scaleLog(lossDomain(series), [bottom, top])
  ).clamp(true);
  const all = y === "linear" ? toY.ticks(Math.min(6, (bottom - top) / 26)) : decades(toY.domain());
  const free = (tick: number) =>
    references.every(({ value }) => Math.abs(toY(tick) - toY(value)) > 14 * size);
  return {
    left,
    right,
    top,
    bottom,
    size,
    end,
    toX: (step) => x(Math.max(1, step)),
    fromX: (px) => (px < left ? 0 : Math.round(x.invert(px))),
    toY,
    ticksX: decades([1, end]),
    ticksY: all.filter(free),
  };
}
