/**
 * @file What stands on the axes of Figure 2: lines with their bands and names, and the marks of
 * Eq. (3).
 */

import { type Layer, pathOf } from "../../../kit/draw/chart";
import { drawGuesses, type Guessed, type Numbers } from "../../../kit/draw/guessMarks";
import { placeMarks } from "../../../kit/draw/marks";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import type { BoundAxes, BoundScale } from "./boundAxes";
import type { Drawing } from "./boundDrawing";
import { placeLineLabels } from "./lineLabels";

export interface BoundChartData {
  readonly scale: BoundScale;
  readonly lines: readonly BoundLine[];
  readonly marks: readonly BoundMark[];
  /** α, the share wanted. */
  readonly level: number;
  /** Where the cursor can stand, and what is read there. */
  readonly readings: readonly { readonly fraction: number; readonly text: string }[];
  readonly drawing: Drawing | null;
  /** Curves that others have drawn. */
  readonly guesses?: BoundGuesses | null;
  /** Training fraction of the sample that is looked at. */
  readonly at: number;
  /** For who cannot see it. */
  readonly summary: string;
}

export interface BoundGuesses {
  /** Training fractions, ascending. [k] */
  readonly fractions: readonly number[];
  /** Shares at those fractions. */
  readonly guessed: Guessed;
}

export interface BoundLine {
  /** Its CSS class. */
  readonly kind: "bound" | "eq4" | "inferable" | "eq2" | "guess" | "network";
  readonly label: string;
  /** Training fractions, ascending. [k] */
  readonly fractions: ArrayLike<number>;
  /** NaN where there is none. [k] */
  readonly values: ArrayLike<number>;
  /** Standard errors, drawn as a band. [k] */
  readonly errors?: ArrayLike<number>;
  /** A CSS colour; that of its kind without it. */
  readonly colour?: string;
}

/** A vertical line from the axis up to `to`, with its name. */
export interface BoundMark {
  readonly kind: "bits" | "critical" | "measured";
  readonly fraction: number;
  readonly to: number;
  readonly label: string;
}

const path = ({ fractions, values }: BoundLine, { toX, toY }: BoundAxes): string =>
  pathOf(
    values.length,
    (i) => toX(fractions[i]),
    (i) => toY(values[i]),
  );

export function drawOthers(
  layer: Layer,
  guesses: BoundGuesses | null,
  { toX, toY }: BoundAxes,
): void {
  const fractions = guesses?.fractions ?? [];
  const places = (values: Numbers) =>
    fractions.map((at, i) => `${toX(at).toFixed(1)},${toY(values[i]).toFixed(1)}`);
  drawGuesses(layer, guesses?.guessed ?? null, {
    way: (values) => `M${places(values).join("L")}`,
    area: (low, high) => `M${[...places(low), ...places(high).reverse()].join("L")}Z`,
    name: () => null,
  });
}

export function drawLines(layer: Layer, lines: readonly BoundLine[], axes: BoundAxes): void {
  placeMarks(layer, "path", lines, (line) => ({
    class: `line ${line.kind}`,
    d: path(line, axes),
  }));
}

/** Two standard errors to either side. */
function bandPath({ fractions, values, errors }: BoundLine, { toX, toY }: BoundAxes): string {
  let there = "";
  let back = "";
  for (let i = 0; i < values.length; i++) {
    const error = errors?.[i] ?? Number.NaN;
    if (!Number.isFinite(values[i]) || !Number.isFinite(error)) continue;
    const x = toX(fractions[i]).toFixed(1);
    there += `${there === "" ? "M" : "L"}${x},${toY(Math.min(1, values[i] + 2 * error)).toFixed(1)}`;
    back = `L${x},${toY(Math.max(0, values[i] - 2 * error)).toFixed(1)}${back}`;
  }
  return there === "" ? "" : `${there}${back}Z`;
}

export function drawBand(layer: Layer, lines: readonly BoundLine[], axes: BoundAxes): void {
  const banded = lines.filter(({ errors }) => errors);
  placeMarks(layer, "path", banded, (line) => ({
    class: `band ${line.kind}`,
    d: bandPath(line, axes),
  }));
}

/** Vertical lines with their names at the foot, turned, and α across. */
export function drawMarks(
  layer: Layer,
  marks: readonly BoundMark[],
  level: number,
  axes: BoundAxes,
): void {
  const { toX, toY, left, right, bottom, top, size } = axes;
  const shown = marks.filter(({ fraction }) => fraction > 0 && fraction <= 1);
  const across = shown.some(({ kind }) => kind === "critical");
  const lines = shown.map(({ kind, fraction, to }) => ({
    class: `mark ${kind}`,
    d: `M${toX(fraction)},${bottom}V${Math.max(top, toY(to))}`,
  }));
  const alpha = { class: "level", d: `M${left},${toY(level)}H${right}` };
  placeMarks(layer, "path", across ? [alpha, ...lines] : lines, (line) => line);
  const tops = shown.filter(({ kind }) => kind !== "bits");
  placeMarks(layer, "circle", tops, ({ kind, fraction, to }) => ({
    class: kind,
    cx: toX(fraction),
    cy: toY(to),
    r: 4 * size,
  }));
}

/** Rough width of a label: the typeface is not measured. */
const LETTER = 6.7;

/** Names at the lines, and at the marks above the axis. */
export function drawNames(
  layer: Layer,
  { lines, marks }: Pick<BoundChartData, "lines" | "marks">,
  axes: BoundAxes,
): void {
  const { size, toX, toY, left, right, bottom } = axes;
  const named = lines.filter(({ label }) => label !== "");
  const curves = named.map(({ fractions, values }) => {
    const kept = Array.from(values, (_, i) => i).filter((i) => Number.isFinite(values[i]));
    return { x: kept.map((i) => toX(fractions[i])), y: kept.map((i) => toY(values[i])) };
  });
  const height = 15 * size;
  const wide = (text: string) => text.replace(/[_{}^]/g, "").length * LETTER * size;
  // Names of the marks stand one above the other, from the rightmost at the foot upwards.
  const feet = marks
    .filter(({ fraction, label }) => fraction > 0 && fraction <= 1 && label !== "")
    .sort((a, b) => b.fraction - a.fraction)
    .map(({ kind, fraction, label }, i) => {
      const x = toX(fraction);
      const before = x + 8 + wide(label) > right && x - 8 - wide(label) > left;
      const y = bottom - (12 + 17 * i) * size;
      const x0 = before ? x - 6 - wide(label) : x + 6;
      return {
        kind: `mark ${kind}`,
        text: label,
        x: before ? x - 6 : x + 6,
        y,
        anchor: before ? ("end" as const) : ("start" as const),
        box: { x0, x1: x0 + wide(label), y0: y - height / 2, y1: y + height / 2 },
      };
    });
  const places = placeLineLabels(
    curves,
    named.map(({ label }) => wide(label)),
    height,
    axes,
    feet.map(({ box }) => box),
  );
  const texts = [
    ...named.flatMap(({ kind, label, colour }, i) => {
      const place = places[i];
      return place ? [{ kind, text: label, colour, ...place }] : [];
    }),
    ...feet,
  ];
  placeTexts(
    layer,
    texts.map((text): PlacedText => ({ ...text, y: text.y + 4.5 * size })),
  );
}
