/**
 * @file The plain axes of a small chart.
 */
import type { Selection } from "d3";
import { placeMarks } from "./marks";
import { type PlacedText, placeTexts } from "./placedText";

export type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** The chart's inside, CSS pixels. */
export interface Inside {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tick {
  /** CSS pixels. */
  readonly at: number;
  readonly text: string;
}

/** Lines from left to right at these heights. */
export function drawAcross(
  layer: Layer,
  { left, right }: Pick<Inside, "left" | "right">,
  heights: readonly number[],
): void {
  placeMarks(layer, "line", heights, (y) => ({ x1: left, x2: right, y1: y, y2: y }));
}

/** Ticks below and at the left; lines across at the left ones. */
export function drawAxes(
  layer: Layer,
  inside: Inside,
  below: readonly Tick[],
  beside: readonly Tick[],
  size: number,
): void {
  const { left, right, top, bottom } = inside;
  drawAcross(
    layer,
    inside,
    beside.map(({ at }) => at),
  );
  const feet = below.map(({ at }) => `M${at.toFixed(1)},${bottom}v4`).join("");
  layer
    .selectAll("path")
    .data([0])
    .join("path")
    .attr("d", `M${left},${top}V${bottom}H${right}${feet}`);
  placeTexts(layer, [
    ...beside.map(
      ({ at, text }): PlacedText => ({ text, x: left - 6, y: at + 4.5 * size, anchor: "end" }),
    ),
    ...below.map(
      ({ at, text }): PlacedText => ({ text, x: at, y: bottom + 16 * size, anchor: "middle" }),
    ),
  ]);
}

/** 10^{3}, and 1 as 1. */
export function powerText(value: number): string {
  const exponent = Math.round(Math.log10(value));
  return exponent === 0
    ? "1"
    : exponent === 1
      ? "10"
      : `10^{${String(exponent).replace("-", "−")}}`;
}

/** A path through the points at which both are finite. */
export function pathOf(length: number, x: (i: number) => number, y: (i: number) => number): string {
  let path = "";
  for (let i = 0; i < length; i++) {
    const [px, py] = [x(i), y(i)];
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    path += `${path === "" ? "M" : "L"}${px.toFixed(1)},${py.toFixed(1)}`;
  }
  return path;
}
