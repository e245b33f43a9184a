/**
 * @file A pair of repons as predicted, over what the network then did: separation, direction, and the
 * factor by which the prediction is off.
 *
 * Shapes: S sampled times.
 */
import "./pairs.css";
import { type ScaleLinear, scaleLinear } from "d3";
import type { Inside, Layer } from "../../../kit/draw/chart";
import { onKey, onPoint } from "../../../kit/draw/gestures";
import { drawGuesses, keyed, makeHold, uprightShape } from "../../../kit/draw/guessMarks";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import { stack } from "../../../kit/draw/stack";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { grouped } from "../../../theory/grouped";
import { drawTrackGround } from "./pairTrackGround";
import { type PairTrackData, type Strip, stripsOf } from "./pairTrackLayout";
import { degrees, factor, outcomeOf, small } from "./pairWords";

type Scale = ScaleLinear<number, number>;

export interface PairTrackEvents {
  /** The reader expects the two to part after so many steps. */
  onGuess?(steps: number): void;
}

/** Clips so far: each has a name of its own in its page. */
let clips = 0;

export const pairTrack: View<PairTrackData, PairTrackEvents> = (root, events) =>
  makePicture(root, "pair-track", (stage, svg, redraw) => prepare(stage, svg, redraw, events));

function prepare(
  stage: Stage,
  svg: Svg,
  redraw: () => void,
  events: PairTrackEvents,
): (data: PairTrackData) => void {
  svg.attr("tabindex", 0);
  svg.attr("aria-label", "A pair as predicted and as it went: not known yet.");
  const reading = stage.caption.appendChild(document.createElement("span"));
  const clip = svg.append("clipPath").attr("id", `track-${clips++}`);
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const ground = layer("grid");
  const mark = layer("horizon");
  const lines = layer("lines").attr("clip-path", `url(#${clip.attr("id")})`);
  const words = layer("words");
  const cursor = svg.append("line").attr("class", "cursor");
  const drawGuessed = prepareGuess(layer("guessing"), stage.signal, () => toX, events);
  /** Times of what is shown. */
  let times: ArrayLike<number> = [];
  let at: number | null = null;
  let toX = scaleLinear();

  const move = (index: number | null) => {
    at =
      index === null || times.length === 0 ? null : Math.max(0, Math.min(times.length - 1, index));
    redraw();
    if (at !== null) stage.say(reading.textContent ?? "");
  };
  const node = svg.node() as SVGSVGElement;
  onPoint(node, stage.signal, (place) => {
    const last = times.length - 1;
    move(place && Math.round((toX.invert(place[0]) / times[last]) * last));
  });
  onKey(node, stage.signal, ({ key }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, PageUp: 20, PageDown: -20 }[key];
    if (by !== undefined) move((at ?? (by > 0 ? -1 : times.length)) + by);
    return by !== undefined;
  });

  return (data) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    if (data.times.length !== times.length) at = null;
    times = data.times;
    const end = times.length - 1;
    const [left, right] = [52 * size, width - (16 + 6.8 * size * Math.max(9, data.theory.length))];
    toX = scaleLinear([0, times[end]], [left, right]);
    const strips = stripsOf(data, height, size);
    const [top, bottom] = [strips[0].top, strips[strips.length - 1].bottom];
    drawTrackGround(ground, strips, toX, data.step, size);
    placeMarks(clip, "rect", strips, (strip) => ({
      x: left,
      width: Math.max(0, right - left),
      y: strip.top - 3,
      height: strip.bottom - strip.top + 6,
    }));
    drawLines(lines, strips, times, toX);
    drawNames(words, strips, right, size);
    drawHorizon(mark, data.horizon, strips, toX, size);
    const i = at ?? end;
    const x = toX(times[i]);
    cursor.style("display", at === null ? "none" : "");
    cursor.attr("x1", x).attr("x2", x).attr("y1", top).attr("y2", bottom);
    drawGuessed(data, { left, right, top, bottom }, size);
    const text = readingOf(data, i);
    if (reading.textContent !== text) reading.textContent = text;
    svg.attr(
      "aria-label",
      `Elements ${data.pair.join(" and ")} from step ${grouped(data.step)} on. ${outcomeOf(data)} Arrow keys read other steps.`,
    );
  };
}

/** What is seen at sample i. */
function readingOf({ times, actual, predicted, theory, error, guessed }: PairTrackData, i: number) {
  const after = `after ${grouped(times[i])} steps`;
  const foretold = `${theory} ${small(predicted.separation[i])} at ${degrees(predicted.angle[i])}`;
  return guessed?.open
    ? `${after}: ${foretold}; the network is hidden`
    : `${after}: network ${small(actual.separation[i])} at ${degrees(actual.angle[i])}, ${foretold}; off by × ${factor(error[i])}`;
}

/** Guesses as upright lines through all strips, the reader's own to be moved along the axis. */
function prepareGuess(
  layer: Layer,
  signal: AbortSignal,
  scale: () => Scale,
  events: PairTrackEvents,
): (data: PairTrackData, inside: Inside, size: number) => void {
  let own = 0;
  const end = () => scale().domain()[1];
  const to = (steps: number) => events.onGuess?.(Math.round(Math.max(0, Math.min(end(), steps))));
  const place = makeHold(layer, signal, {
    onMove: ([px]) => to(scale().invert(px)),
    onKey(key, shift) {
      const next = keyed(key, shift, Math.min(own, end()), {
        ends: [0, end()],
        little: (at, sign) => at + (sign * end()) / 100,
        much: (at, sign) => at + (sign * end()) / 10,
      });
      if (next !== null) to(next);
      return next !== null;
    },
  });
  return ({ guessed = null }, inside, size) => {
    const shape = uprightShape(scale(), inside, size);
    drawGuesses(layer, guessed, shape);
    own = guessed?.own?.[0] ?? own;
    const shown = Math.min(own, end());
    place(
      guessed?.own && guessed.open
        ? {
            at: [scale()(shown), (inside.top + inside.bottom) / 2],
            path: shape.way([shown]),
            size,
            label: "your guess",
            value: shown,
            min: 0,
            max: end(),
            text: own > end() ? "never" : `after ${grouped(shown)} steps`,
          }
        : null,
    );
  };
}

/** A line with gaps where it has no value. */
function pathOf(values: ArrayLike<number>, x: (i: number) => number, toY: Strip["toY"]): string {
  let path = "";
  let pen = "M";
  for (let i = 0; i < values.length; i++) {
    const y = toY(values[i]);
    if (!Number.isFinite(y)) {
      pen = "M";
      continue;
    }
    // Far outside the frame a path loses its precision; the clip hides the rest.
    path += `${pen}${x(i).toFixed(1)},${Math.max(-1e4, Math.min(1e4, y)).toFixed(1)}`;
    pen = "L";
  }
  return path;
}

function drawLines(
  layer: Layer,
  strips: readonly Strip[],
  times: ArrayLike<number>,
  toX: Scale,
): void {
  const all = strips.flatMap(({ lines, toY }) => lines.map((line) => ({ ...line, toY })));
  placeMarks(layer, "path", all, ({ kind, values, toY }) => ({
    class: kind,
    d: pathOf(values, (i) => toX(times[i]), toY),
  }));
}

/** Names of lines, each where it ends. */
function drawNames(layer: Layer, strips: readonly Strip[], right: number, size: number): void {
  const named = strips.flatMap(({ lines, toY, top, bottom }) => {
    const own = lines.filter(({ label }) => label !== "");
    const ends = own.map(({ values }) => {
      const y = toY(values[values.length - 1]);
      return Number.isFinite(y) ? Math.max(top, Math.min(bottom, y)) : top;
    });
    const heights = stack(ends, 15 * size, top + 4, bottom);
    return own.map(({ kind, label }, i) => ({
      kind,
      text: label,
      x: right + 7,
      y: heights[i] + 4.5 * size,
    }));
  });
  placeTexts(layer, named);
}

function drawHorizon(
  layer: Layer,
  horizon: number | null,
  strips: readonly Strip[],
  toX: Scale,
  size: number,
): void {
  layer.style("display", horizon === null ? "none" : "");
  if (horizon === null) return;
  const x = toX(horizon);
  const [left, right] = toX.range();
  const late = x > (left + right) / 2;
  placeMarks(layer, "line", [x], () => ({
    x1: x,
    x2: x,
    y1: strips[0].top,
    y2: strips[strips.length - 1].bottom,
  }));
  placeTexts(layer, [
    {
      text: horizon === 0 ? "off by 2 at once" : `off by 2 at ${grouped(horizon)}`,
      x: late ? x - 6 : x + 6,
      y: strips[0].bottom - 8 * size,
      anchor: late ? "end" : "start",
    },
  ]);
}
