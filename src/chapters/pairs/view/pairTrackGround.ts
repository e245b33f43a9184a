/**
 * @file What lies behind a track: rules, ticks and titles of its strips, and the axis of steps.
 */
import type { ScaleLinear } from "d3";
import type { Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import { grouped } from "../../../theory/grouped";
import type { Strip } from "./pairTrackLayout";

/** `toX` maps steps after `step` to the strips' common width. */
export function drawTrackGround(
  layer: Layer,
  strips: readonly Strip[],
  toX: ScaleLinear<number, number>,
  step: number,
  size: number,
): void {
  const [left, right] = toX.range();
  const foot = strips[strips.length - 1].bottom;
  const rules = strips.flatMap(({ ticks, toY }) =>
    ticks.map(({ value, text }) => ({ text, y: toY(value) })),
  );
  placeMarks(layer, "line", rules, ({ y }) => ({ x1: left, x2: right, y1: y, y2: y }));
  const times = toX.ticks(Math.max(2, Math.floor((right - left) / (90 * size))));
  placeTexts(layer, [
    ...rules.map(
      ({ text, y }): PlacedText => ({
        kind: "tick",
        text,
        x: left - 6,
        y: y + 4.5 * size,
        anchor: "end",
      }),
    ),
    ...strips.map(({ title, top }) => ({ kind: "title", text: title, x: left, y: top - 8 * size })),
    ...times.map(
      (time): PlacedText => ({
        kind: "tick",
        text: grouped(time),
        x: toX(time),
        y: foot + 17 * size,
        anchor: "middle",
      }),
    ),
    {
      kind: "axis-caption",
      text: `steps after step ${grouped(step)}`,
      x: left,
      y: foot + 34 * size,
    },
  ]);
}
