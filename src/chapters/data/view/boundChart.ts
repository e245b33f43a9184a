/**
 * @file Accuracy against the amount of data: the bound by inference, the formulas, the marks of
 * Eq. (3), and the curve that a reader draws.
 *
 * Shapes: k points of a line.
 */
import type { BoundChartEvents } from "./boundDrawing";
import type { BoundChartData } from "./boundMarks";
import "./bound.css";
import { select } from "d3";
import { onKey, onPoint } from "../../../kit/draw/gestures";
import { makeStage, showAs } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { type BoundAxes, drawBoundAxes } from "./boundAxes";
import { drawHandles, makeDrawing } from "./boundDrawing";
import { drawBand, drawLines, drawMarks, drawNames, drawOthers } from "./boundMarks";

const HINT = "Point at the chart, or use the arrow keys on it, to read its numbers.";

/** Whether nothing differs but the fraction that is looked at. */
const moved = (before: BoundChartData | null, next: BoundChartData): boolean =>
  (Object.keys(next) as (keyof BoundChartData)[]).every(
    (key) => key === "at" || next[key] === before?.[key],
  );

export const boundChart: View<BoundChartData, BoundChartEvents> = (root, events) => {
  const stage = makeStage(root, "bound", draw);
  const svg = select(stage.plot).append("svg").attr("tabindex", 0);
  const node = svg.node() as SVGSVGElement;
  const reading = stage.caption.appendChild(document.createElement("span"));
  const layer = (name: string) => svg.append("g").attr("class", name);
  const grid = layer("grid");
  const band = layer("bands");
  const marks = layer("marks");
  const lines = layer("lines");
  const foot = svg.append("path").attr("class", "foot");
  const cursor = svg.append("line").attr("class", "cursor");
  const others = layer("guessing");
  const names = layer("names");
  const handles = layer("handles");
  const captions = layer("captions");
  let data: BoundChartData | null = null;
  let axes: BoundAxes | null = null;
  /** Index of the reading. */
  let at: number | null = null;

  function draw(): void {
    if (!data || stage.width < 120 || stage.height < 120) return;
    axes = drawBoundAxes(grid, captions, data.scale, "share of all pairs", stage);
    drawBand(band, data.lines, axes);
    drawLines(lines, data.lines, axes);
    drawOthers(others, data.guesses ?? null, axes);
    drawMarks(marks, data.marks, data.level, axes);
    drawFoot();
    drawNames(names, data, axes);
    svg.classed("drawing", data.drawing !== null);
    drawHandles(handles, data.drawing, drawing.handle, axes);
    drawCursor();
    showAs(node, data.summary);
  }

  function drawFoot(): void {
    if (!data || !axes) return;
    const { toX, bottom, size } = axes;
    foot
      .style("display", data.drawing ? "none" : "")
      .attr("transform", `translate(${toX(data.at)},${bottom})`)
      .attr("d", `M0,0L${5 * size},${-9 * size}H${-5 * size}Z`);
  }

  function drawCursor(): void {
    const here = at === null ? null : data?.readings[at];
    cursor.style("display", here ? "" : "none");
    if (here && axes)
      cursor
        .attr("x1", axes.toX(here.fraction))
        .attr("x2", axes.toX(here.fraction))
        .attr("y1", axes.top)
        .attr("y2", axes.bottom);
    const text = data?.drawing ? drawing.words() : (here?.text ?? HINT);
    if (reading.textContent !== text) reading.textContent = text;
  }

  function point(index: number | null): void {
    const last = (data?.readings.length ?? 0) - 1;
    at = index === null || last < 0 ? null : Math.max(0, Math.min(last, index));
    drawCursor();
    const here = at === null ? undefined : data?.readings[at];
    if (!here) return;
    stage.say(here.text);
    events.onPoint(here.fraction);
  }

  const drawing = makeDrawing({
    node,
    signal: stage.signal,
    axes: () => axes,
    drawing: () => data?.drawing ?? null,
    say: stage.say,
    redraw: draw,
    events,
  });

  onPoint(node, stage.signal, (place) => {
    if (!place) return point(null);
    if (!data || data.drawing || !axes || data.readings.length === 0) return;
    const { toX } = axes;
    const off = data.readings.map(({ fraction }) => Math.abs(toX(fraction) - place[0]));
    point(off.indexOf(Math.min(...off)));
  });
  onKey(node, stage.signal, ({ key }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, PageUp: 5, PageDown: -5 }[key];
    if (by === undefined || !data || data.drawing) return false;
    point((at ?? (by > 0 ? -1 : data.readings.length)) + by);
    return true;
  });

  return {
    update(next) {
      const still = moved(data, next);
      data = next;
      if (at !== null && at >= next.readings.length) at = null;
      if (still) drawFoot();
      else draw();
    },
    destroy: stage.destroy,
  };
};
