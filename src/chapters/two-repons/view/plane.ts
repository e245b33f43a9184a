/**
 * @file Two repons in their plane: where they start and how they move, the spring between them with its gauge, the
 * ellipse of A0, and the bowl that each of them lies in.
 *
 * Shapes: k samples.
 */
import "./plane.css";
import type { Selection } from "d3";
import { type Layer, pathOf } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { eigen } from "../../../theory/repon/eigen";
import { applyTransposed, type Matrix } from "../../../theory/repon/matrix";
import { prepareGuess } from "./planeGuess";
import {
  drawHandles,
  type Point,
  type Scale,
  type TwoReponsData,
  type TwoReponsEvents,
} from "./planeHandles";
import { coil } from "./spring";

type Coil = Selection<SVGPathElement, unknown, null, undefined>;

/** Distance of two level lines for a spring of 1, as a share of `half`. */
const LEVEL = 0.13;
const MOST_LEVELS = 24;
/** Half axes beyond this many pixels look like straight lines. */
const FAR = 1e5;

/** Where the bowl is lowest; what it does not feel is taken from the origin. */
function lowest(pull: Float64Array, values: Float64Array, vectors: Matrix): Point {
  const along = applyTransposed(vectors, pull).map((x, i) =>
    values[i] > 1e-9 * (values[1] || 1) ? -x / values[i] : 0,
  );
  const [a, b, c, d] = vectors.values;
  return [a * along[0] + b * along[1], c * along[0] + d * along[1]];
}

const spot = (places: Float64Array, k: number): Point => [places[2 * k], places[2 * k + 1]];

const path = (places: Float64Array, from: number, to: number, { toX, toY }: Scale): string =>
  pathOf(
    to - from + 1,
    (i) => toX(places[2 * (from + i)]),
    (i) => toY(places[2 * (from + i) + 1]),
  );

export const twoRepons: View<TwoReponsData, TwoReponsEvents> = (root, events) =>
  makePicture(root, "two-repons", (stage, svg) => prepare(stage, svg, events));

function prepare(stage: Stage, svg: Svg, events: TwoReponsEvents): (data: TwoReponsData) => void {
  stage.caption.hidden = true;
  svg.attr("role", "group");
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const levels = layer("levels");
  const ellipse = layer("ellipse");
  ellipse.append("ellipse");
  ellipse.append("path");
  const straight = svg.append("path").attr("class", "straight");
  const paths = layer("paths");
  const spring = svg.append("path").attr("class", "spring");
  const handles = layer("handles");
  const discs = layer("discs");
  const words = layer("words");
  const gauge = layer("gauge");
  const drawGuessed = prepareGuess(layer("guessing"), stage.signal, events);

  return (data) => {
    const { width, height, palette } = stage;
    const px = Math.min(width, height) / 2 / data.half;
    const scale: Scale = {
      px,
      toX: (x) => width / 2 + px * x,
      toY: (y) => height / 2 - px * y,
      from: ([x, y]) => [(x - width / 2) / px, (height / 2 - y) / px],
      size: palette.size,
    };
    svg.attr("aria-label", data.summary);
    drawBowl(levels, data, scale, Math.hypot(width, height));
    drawEllipse(ellipse, data, scale);
    drawPaths(paths, data, scale);
    const way = straightPath(data, scale);
    straight.style("display", way ? "" : "none").attr("d", way);
    drawSpring(spring, discs, data, scale);
    drawHandles(handles, data, scale, events, stage.signal);
    drawWords(words, data, scale);
    drawGauge(gauge, data, height, palette.size);
    drawGuessed(data, scale);
  };
}

/** `far` is how long the plane's diagonal is, px. */
function drawBowl(layer: Layer, { bowl, half }: TwoReponsData, scale: Scale, far: number): void {
  const { toX, toY, px } = scale;
  const { values, vectors } = eigen(bowl.spring);
  const [soft, stiff] = values.map((value) => Math.sqrt(Math.max(0, value)));
  const [x, y] = lowest(bowl.pull, values, vectors);
  const radius = (j: number, value: number) =>
    Math.min(FAR, (j * LEVEL * half * px) / Math.max(value, 1e-12));
  const reach = far / 2 + px * Math.hypot(x, y);
  const count = Array.from({ length: MOST_LEVELS }, (_, j) => j + 1).filter(
    (j) => stiff > 0 && radius(j, stiff) < reach,
  );
  const turn = (-Math.atan2(vectors.values[3], vectors.values[1]) * 180) / Math.PI;
  layer.attr("transform", `translate(${toX(x)},${toY(y)}) rotate(${turn})`);
  placeMarks(layer, "ellipse", count, (j) => ({ rx: radius(j, stiff), ry: radius(j, soft) }));
}

function drawEllipse(layer: Layer, { axes }: TwoReponsData, { toX, toY, px }: Scale): void {
  const [rx, ry] = [px * axes.stiff, px * axes.soft];
  const turn = (-axes.angle * 180) / Math.PI;
  layer.attr("transform", `translate(${toX(0)},${toY(0)}) rotate(${turn})`);
  layer.select("ellipse").attr("rx", rx).attr("ry", ry);
  layer.select("path").attr("d", `M${-rx},0H${rx}M0,${-ry}V${ry}`);
}

function drawPaths(layer: Layer, { x1, x2, now }: TwoReponsData, scale: Scale): void {
  const last = x1.length / 2 - 1;
  const parts = [
    ["rest", path(x1, now, last, scale)],
    ["rest", path(x2, now, last, scale)],
    ["past", path(x1, 0, now, scale)],
    ["past", path(x2, 0, now, scale)],
  ];
  placeMarks(layer, "path", parts, ([kind, d]) => ({ class: kind, d }));
}

/** From where each repon starts to where Eq. (8) ends; null where it says nothing. */
function straightPath({ x1, x2, straight }: TwoReponsData, { toX, toY }: Scale): string | null {
  const [a, b] = [spot(x1, 0), spot(x2, 0)];
  const [u, v] = [a[0] - b[0], a[1] - b[1]];
  const length = Math.hypot(u, v);
  if (straight === null || length === 0) return null;
  const way = ([x, y]: Point, end: number) =>
    `M${toX(x)},${toY(y)}L${toX((a[0] + b[0]) / 2 + (end * u) / length)},` +
    `${toY((a[1] + b[1]) / 2 + (end * v) / length)}`;
  return way(a, straight) + way(b, -straight);
}

function drawSpring(spring: Coil, discs: Layer, data: TwoReponsData, scale: Scale): void {
  const { x1, x2, now, strength } = data;
  const { toX, toY, size } = scale;
  const ends = [spot(x1, now), spot(x2, now)].map(([x, y]): Point => [toX(x), toY(y)]);
  spring
    .attr("d", coil(ends[0], ends[1], 13 * size))
    .style("stroke-width", `${(1 + 4 * strength) * size}px`)
    .style("stroke-opacity", 0.4 + 0.6 * strength);
  placeMarks(discs, "circle", ends, ([cx, cy]) => ({ cx, cy, r: 7.5 * size }));
}

function drawWords(layer: Layer, { starts, axes }: TwoReponsData, scale: Scale): void {
  const { toX, toY, size } = scale;
  const { angle, stiff, soft } = axes;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  /** Beyond `length` in a direction of length 1. */
  const beyond = (x: number, y: number, length: number) => ({
    x: toX(length * x) + 24 * size * x,
    y: toY(length * y) - 24 * size * y + 4 * size,
  });
  const at = ([x, y]: Point) => {
    const length = Math.hypot(x, y);
    return length > 0 ? beyond(x / length, y / length, length) : beyond(1, 0, 0);
  };
  const names = starts.map(at);
  /** Below a repon's name, where it would lie on that. */
  const clear = (place: { readonly x: number; readonly y: number }) =>
    names.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) < 24 * size)
      ? { x: place.x, y: place.y + 20 * size }
      : place;
  placeTexts(layer, [
    ...names.map((name, i) => ({ kind: "repon", text: `x_${i + 1}`, ...name })),
    { kind: "axis", text: "stiff", ...clear(beyond(cos, sin, stiff)) },
    { kind: "axis", text: "soft", ...clear(beyond(-sin, cos, soft)) },
  ]);
}

/** Width of the gauge's 1, and what is beyond it at most, px at size 1. */
const ONE = 60;
const MOST = 1.5;

/** Length and stiffness of the spring as bars in the lower left corner; a tick is where each began, 1. */
function drawGauge(layer: Layer, { gauge }: TwoReponsData, height: number, size: number): void {
  const bars = gauge
    ? [
        { kind: "length", value: gauge.length },
        { kind: "stiffness", value: gauge.stiffness },
      ]
    : [];
  const y = (i: number) => height - (34 - 18 * i) * size;
  const left = 10 * size;
  placeMarks(layer, "rect", bars, ({ kind, value }) => ({
    class: kind,
    x: left,
    y: y(kind === "length" ? 0 : 1),
    width: Math.min(MOST, value) * ONE * size,
    height: 8 * size,
  }));
  placeMarks(layer, "path", bars, ({ kind }) => {
    const top = y(kind === "length" ? 0 : 1);
    return { d: `M${left + ONE * size},${top - 2 * size}V${top + 10 * size}` };
  });
  placeTexts(
    layer,
    bars.map(({ kind, value }, i) => ({
      text: `${kind} ${value.toFixed(2)}`,
      x: left + (MOST * ONE + 8) * size,
      y: y(i) + 8 * size,
    })),
  );
}
