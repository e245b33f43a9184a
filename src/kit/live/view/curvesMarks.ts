/**
 * @file What lies behind the curves: axes, lines of reference, the steps of Table 4 and the gap
 * between them.
 */

import { drawAcross, type Layer } from "../../draw/chart";
import { placeMarks } from "../../draw/marks";
import { PHASE_LETTERS } from "../../draw/palette";
import { type PlacedText, placeTexts } from "../../draw/placedText";
import { stack } from "../../draw/stack";
import type { CurvesData, Layout } from "./curvesLayout";

const powerOfTen = (value: number): string =>
  `10^{${Math.round(Math.log10(value))}}`.replace("-", "−");

/** Two digits, or one where the second is a zero. */
const short = (value: number): string => value.toFixed(2).replace(/0$/, "");

/** Height of a number on the axis, px at size 1, and how far one may stand outside it. */
const NUMBER = 13;
const LEEWAY = 6;

export function drawAxes(layer: Layer, { y, references }: CurvesData, layout: Layout): void {
  const { left, right, top, bottom, size, toX, toY, ticksX, ticksY } = layout;
  drawAcross(layer, layout, ticksY.map(toY));
  const feet = ticksX.map((tick) => `M${toX(tick)},${bottom}v4`).join("");
  layer.selectAll("path").data([0]).join("path").attr("d", `M${left},${bottom}H${right}${feet}`);
  const beside = [...ticksY, ...references.map(({ value }) => value)];
  // Ticks make room for lines of reference, which may be close to each other.
  const heights = stack(beside.map(toY), NUMBER * size, top - LEEWAY, bottom + LEEWAY);
  const ticks: PlacedText[] = [
    ...beside.map(
      (value, i): PlacedText => ({
        text: y === "linear" ? short(value) : powerOfTen(value),
        x: left - 6,
        y: heights[i] + 4.5 * size,
        anchor: "end",
      }),
    ),
    ...ticksX.map(
      (value): PlacedText => ({
        text: powerOfTen(value),
        x: toX(value),
        y: bottom + 17 * size,
        anchor: "middle",
      }),
    ),
  ];
  placeTexts(layer, ticks);
}

const BADGE = 16;

/** The gap of Table 4 in the colour of its phase, the phase's letter above it. */
export function drawBand(layer: Layer, { band }: CurvesData, layout: Layout): void {
  layer.style("display", band ? "" : "none");
  if (!band) return;
  const { top, bottom, size, toX } = layout;
  const [from, to] = [toX(band.from), toX(band.to)];
  const badge = BADGE * size;
  layer.style("--phase", `var(--${band.phase})`).style("--on-phase", `var(--on-${band.phase})`);
  const width = Math.max(2, to - from);
  const plate = { x: (from + to - badge) / 2, y: top - badge - 4, width: badge, height: badge };
  const rects = [
    { class: "tint", x: from, y: top, width, height: bottom - top, rx: null },
    { class: "plate", ...plate, rx: 4 },
  ];
  placeMarks(layer, "rect", rects, (rect) => rect);
  layer
    .selectAll("text")
    .data([PHASE_LETTERS[band.phase]])
    .join("text")
    .attr("x", (from + to) / 2)
    .attr("y", top - 4 - badge / 2)
    .text((letter) => letter);
}

/** Vertical lines; the earliest is labelled to its left, the others to their right, clear of it. */
export function drawStepMarks(layer: Layer, data: CurvesData, layout: Layout): void {
  const { band } = data;
  const marks = [...data.marks].sort((a, b) => a.step - b.step);
  const { top, bottom, left, size, toX } = layout;
  const middle = band ? (toX(band.from) + toX(band.to)) / 2 : null;
  const clear = (BADGE / 2) * size;
  const before = (x: number) => (middle === null ? x : Math.min(x, middle - clear)) - 4;
  const after = (x: number) => (middle === null ? x : Math.max(x, middle + clear)) + 4;
  const room = (label: string) => left - 30 * size + 7 * size * label.length;
  const [first] = marks;
  const taken = first ? Math.max(before(toX(first.step)), room(first.label)) : 0;
  const mark = layer
    .selectAll<SVGGElement, CurvesData["marks"][number]>("g")
    .data(marks)
    .join((enter) => {
      const g = enter.append("g");
      g.append("line");
      g.append("text");
      return g;
    })
    .style("--of", ({ colour }) => colour);
  mark
    .select("line")
    .attr("x1", ({ step }) => toX(step))
    .attr("x2", ({ step }) => toX(step))
    .attr("y1", top)
    .attr("y2", bottom);
  mark
    .select("text")
    .attr("y", top - 8 * size)
    .attr("text-anchor", (_, i) => (i === 0 ? "end" : "start"))
    .attr("x", ({ step }, i) => (i === 0 ? taken : Math.max(after(toX(step)), taken + 8)))
    .text(({ label }) => label);
}
