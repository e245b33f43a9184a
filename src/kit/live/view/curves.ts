/**
 * @file Accuracies or losses against steps on a log axis, labelled at the curves.
 */

import { drawAcross, type Layer } from "../../draw/chart";
import { onKey, onScrub, placeOn } from "../../draw/gestures";
import { drawGuesses, keyed, makeHold, uprightShape } from "../../draw/guessMarks";
import { makePicture, type Svg } from "../../draw/picture";
import type { Stage } from "../../draw/stage";
import type { View } from "../../draw/view";
import { type CurvesData, type Layout, last, layOut, type Series, valueText } from "./curvesLayout";
import { drawAxes, drawBand, drawStepMarks } from "./curvesMarks";
import { drawWords, valueAt } from "./curvesWords";
import { linePath } from "./linePath";
import "./curves.css";

export interface CurvesEvents {
  /** The reader wants to see this step; a whole number. */
  onScrub?(step: number): void;
  /** The reader expects it at this step; a whole number. */
  onGuess?(step: number): void;
}

/** One key press moves the cursor by this factor. */
const KEY_FACTOR = 1.05;

/** Steps that keys move to from `at`. */
const KEYS: ReadonlyMap<string, (at: number, end: number) => number> = new Map<
  string,
  (at: number, end: number) => number
>([
  ["ArrowRight", (at) => Math.max(at + 1, Math.round(at * KEY_FACTOR))],
  ["ArrowUp", (at) => Math.max(at + 1, Math.round(at * KEY_FACTOR))],
  ["ArrowLeft", (at) => Math.min(at - 1, Math.round(at / KEY_FACTOR))],
  ["ArrowDown", (at) => Math.min(at - 1, Math.round(at / KEY_FACTOR))],
  ["PageUp", (at) => Math.max(1, at * 10)],
  ["PageDown", (at) => Math.round(at / 10)],
  ["Home", () => 0],
  ["End", (_, end) => end],
]);

/** Keys to the landmark after or before the shown step, and arrows with Shift. */
const WAYS: Readonly<Record<string, 1 | -1>> = {
  "]": 1,
  "[": -1,
  ArrowRight: 1,
  ArrowLeft: -1,
};

export const curves: View<CurvesData, CurvesEvents> = (root, events) =>
  makePicture(root, "curves", (stage, svg) => prepare(stage, svg, events));

function prepare(stage: Stage, svg: Svg, events: CurvesEvents) {
  stage.caption.hidden = true;
  svg.attr("role", "group");
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const band = layer("band");
  const axes = layer("grid");
  const caption = svg.append("text").attr("class", "axis-caption").text("steps, log scale");
  const references = layer("references");
  const marks = layer("marks");
  const lines = layer("lines");
  const cursor = layer("cursor").attr("role", "slider").attr("tabindex", 0);
  cursor.attr("aria-label", "displayed step").attr("aria-valuenow", 0);
  cursor.append("line");
  cursor.append("circle");
  const words = layer("words");
  const guesses = layer("guessing");

  let data: CurvesData | null = null;
  let layout: Layout | null = null;
  const drawGuessed = prepareGuess(guesses, stage.signal, () => layout, events);

  function drawCursor({ name, series, cursor: at, y }: CurvesData, shown: Layout): void {
    const readings = series
      .filter(({ ghost, steps }) => !ghost && steps.length > 0)
      .map((s) => `${s.label} ${valueText(valueAt(s, at ?? last(s.steps)) ?? 0, y)}`)
      .join(", ");
    svg.attr("aria-label", `${name} against steps: ${readings}`);
    cursor.style("display", at === null ? "none" : "");
    if (at === null) return;
    const { top, bottom, size, end, toX } = shown;
    cursor
      .attr("transform", `translate(${toX(at)},0)`)
      .attr("aria-valuemin", 0)
      .attr("aria-valuemax", end)
      .attr("aria-valuenow", Math.round(at))
      .attr("aria-valuetext", `step ${Math.round(at)}: ${readings}`);
    cursor.select("line").attr("y1", top).attr("y2", bottom);
    cursor
      .select("circle")
      .attr("cy", bottom)
      .attr("r", 6 * size);
  }

  const node = svg.node() as SVGSVGElement;
  const scrub = (event: PointerEvent) => {
    if (layout && data && data.cursor !== null)
      events.onScrub?.(layout.fromX(placeOn(node, event)[0]));
  };
  onScrub(node, stage.signal, scrub);
  const goToLandmark = async (way: 1 | -1) => {
    const { landmarkFrom, landmarkWords } = await import("./curvesLandmarks");
    if (!data) return;
    const landmark = landmarkFrom(data, way);
    if (landmark) events.onScrub?.(landmark.step);
    stage.say(landmarkWords(landmark, way));
  };
  onKey(cursor.node() as SVGGElement, stage.signal, ({ key, shiftKey }) => {
    const way = shiftKey || key.length === 1 ? WAYS[key] : undefined;
    if (way && data && data.cursor !== null) {
      goToLandmark(way).catch(() => stage.say("The landmarks did not load."));
      return true;
    }
    const move = KEYS.get(key);
    if (!move || !layout || !data || data.cursor === null) return false;
    const { end } = layout;
    events.onScrub?.(Math.max(0, Math.min(end, move(data.cursor, end))));
    return true;
  });

  return (next: CurvesData): void => {
    data = next;
    layout = layOut(data, stage, stage.palette);
    const { toX, toY, left } = layout;
    const heights = data.references.map(({ value }) => toY(value));
    drawBand(band, data, layout);
    drawAxes(axes, data, layout);
    drawAcross(references, layout, heights);
    drawStepMarks(marks, data, layout);
    lines
      .selectAll<SVGPathElement, Series>("path")
      .data(data.series)
      .join("path")
      .attr(
        "class",
        ({ ghost, dashed }) => `line${ghost ? " ghost" : ""}${dashed ? " dashed" : ""}`,
      )
      .attr("data-thing", ({ ghost, dashed, label }) => (ghost || dashed ? null : label))
      .style("stroke", ({ colour }) => colour)
      .attr("d", ({ steps, values }) => linePath(steps, values, toX, (value) => toY(value)));
    caption.attr("x", left).attr("y", stage.height - 4);
    drawCursor(data, layout);
    drawWords(words, data, layout);
    drawGuessed(data);
  };
}

/** Guesses as upright lines, the reader's own to be moved along the axis. */
function prepareGuess(
  layer: Layer,
  signal: AbortSignal,
  layoutNow: () => Layout | null,
  events: CurvesEvents,
): (data: CurvesData) => void {
  let own = 1;
  const to = (step: number, end: number) =>
    events.onGuess?.(Math.max(1, Math.min(end, Math.round(step))));
  const place = makeHold(layer, signal, {
    onMove([px]) {
      const layout = layoutNow();
      if (layout) to(layout.fromX(px), layout.end);
    },
    onKey(key, shift) {
      const { end } = layoutNow() ?? { end: 1 };
      const next = keyed(key, shift, Math.min(own, end), {
        ends: [1, end],
        little: (at, sign) =>
          sign > 0 ? Math.max(at + 1, at * KEY_FACTOR) : Math.min(at - 1, at / KEY_FACTOR),
        much: (at, sign) => at * 2 ** sign,
      });
      if (next !== null) to(next, end);
      return next !== null;
    },
  });
  return ({ guessed = null }) => {
    const layout = layoutNow();
    if (!layout) return;
    const { toX, top, bottom, size, end } = layout;
    const shape = uprightShape(toX, layout, size);
    drawGuesses(layer, guessed, shape);
    own = guessed?.own?.[0] ?? own;
    const shown = Math.min(own, end);
    place(
      guessed?.own && guessed.open
        ? {
            at: [toX(shown), (top + bottom) / 2],
            path: shape.way([shown]),
            size,
            label: "your guess",
            value: shown,
            min: 1,
            max: end,
            text: own > end ? "never" : `step ${shown}`,
          }
        : null,
    );
  };
}
