/**
 * @file Where every recording has even odds, on one axis: the decoder rate over the encoder rate at which a
 * network is as likely to learn as not, and how far that is known.
 *
 * Shapes: k recordings.
 */
import "./evenOdds.css";
import { type ScaleLogarithmic, scaleLog } from "d3";
import { drawAxes, type Inside, type Layer, powerText } from "../../../kit/draw/chart";
import { onKey, onPoint, type Place, placeOn } from "../../../kit/draw/gestures";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { evenOddsFinding, rangeText, twoDigits } from "./evenOddsFinding";
import type { EvenOddsData, EvenRow } from "./evenRow";

export interface EvenOddsEvents {
  /** The reader wants this recording. */
  onOpen?(id: string): void;
}

type Scale = ScaleLogarithmic<number, number>;

/** Whole decades around all that is drawn. */
function domainOf({ rows, claimed }: EvenOddsData): [number, number] {
  const all = rows.flatMap(({ even }) => (even ? [even.low, even.high] : []));
  const [low, high] = [Math.min(claimed, ...all), Math.max(claimed, ...all)];
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high) + 1e-9)];
}

const decades = ([low, high]: readonly number[]): number[] =>
  Array.from(
    { length: Math.round(Math.log10(high / low)) + 1 },
    (_, i) => 10 ** (Math.round(Math.log10(low)) + i),
  );

export const evenOdds: View<EvenOddsData, EvenOddsEvents> = (root, events) =>
  makePicture(root, "even-odds", (stage, svg, redraw) => prepare(stage, svg, redraw, events), 60);

const say = ({ name, training, even, why }: EvenRow): string =>
  even
    ? `${name}, ${training}: even odds at ${twoDigits(even.ratio)}, 95 % from ${twoDigits(even.low)} to ${twoDigits(even.high)}.`
    : `${name}, ${training}: ${why}.`;

function prepare(
  stage: Stage,
  svg: Svg,
  redraw: () => void,
  events: EvenOddsEvents,
): (data: EvenOddsData) => void {
  svg.attr("role", "group").attr("tabindex", 0);
  const caption = stage.caption.appendChild(document.createElement("span"));
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const band = svg.append("rect").attr("class", "band");
  const grid = layer("grid");
  const references = layer("references");
  const bars = layer("bars");
  const words = layer("words");
  let rows: readonly EvenRow[] = [];
  let inside: Inside = { left: 0, right: 1, top: 0, bottom: 1 };
  let pointed: number | null = null;

  const point = (row: number | null): void => {
    if (row === pointed) return;
    pointed = row;
    stage.plot.classList.toggle("pointing", row !== null);
    redraw();
    if (row !== null) stage.say(say(rows[row]));
  };
  const under = ([, y]: Place): number | null => {
    const { top, bottom } = inside;
    const row = Math.floor(((y - top) / (bottom - top)) * rows.length);
    return row >= 0 && row < rows.length ? row : null;
  };
  const open = (row: number | null) => row !== null && events.onOpen?.(rows[row].id);
  const node = svg.node() as SVGSVGElement;
  onPoint(node, stage.signal, (place) => point(place && under(place)));
  node.addEventListener("click", (event) => open(under(placeOn(node, event))), {
    signal: stage.signal,
  });
  onKey(node, stage.signal, ({ key }) => {
    if (key === "Enter") open(pointed);
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (by !== undefined)
      point(Math.max(0, Math.min(rows.length - 1, pointed === null ? 0 : pointed + by)));
    return by !== undefined || key === "Enter";
  });

  return (data) => {
    const { size } = stage.palette;
    rows = data.rows;
    if (pointed !== null && pointed >= rows.length) pointed = null;
    inside = {
      left: 132 * size,
      right: stage.width - 86 * size,
      top: 22 * size,
      bottom: stage.height - 40 * size,
    };
    const { left, right, top, bottom } = inside;
    const x = scaleLog(domainOf(data), [left, right]);
    const step = (bottom - top) / Math.max(1, rows.length);
    const middle = (row: number) => top + (row + 0.5) * step;
    const below = decades(x.domain()).map((at) => ({ at: x(at), text: powerText(at) }));
    drawAxes(grid, inside, below, [], size);
    placeMarks(references, "line", [x(data.claimed)], (at) => ({
      x1: at,
      x2: at,
      y1: top,
      y2: bottom,
    }));
    const chosen = rows.findIndex(({ id }) => id === data.chosen);
    const marked = pointed ?? (chosen < 0 ? null : chosen);
    band
      .style("display", marked === null ? "none" : "")
      .attr("x", 2)
      .attr("width", stage.width - 4)
      .attr("y", middle(marked ?? 0) - step / 2 + 2)
      .attr("height", Math.max(1, step - 4));
    drawBars(bars, rows, x, middle, size);
    placeTexts(words, [
      ...rows.flatMap((row, i) => namesOf(row, middle(i), inside, size)),
      {
        kind: "axis-caption",
        text: `second version, as cited by others: ${data.claimed}`,
        x: Math.min(x(data.claimed), right - 150 * size),
        y: 13 * size,
        anchor: "middle",
      },
      {
        kind: "axis-caption",
        text: "decoder rate over encoder rate at even odds, η_{dec} / η_{enc}",
        x: stage.width / 2,
        y: stage.height - 5 * size,
        anchor: "middle",
      },
    ]);
    const finding = evenOddsFinding(data);
    const text = pointed === null ? finding : say(rows[pointed]);
    if (caption.textContent !== text) caption.textContent = text;
    svg.attr(
      "aria-label",
      `Even odds of every recording, with 95 % intervals. ${finding} Arrow keys go from recording to recording, Enter shows its cells.`,
    );
  };
}

/** The name at the left, in two lines, and the numbers at the right. */
function namesOf(
  { name, training, even, why }: EvenRow,
  y: number,
  { left, right }: Inside,
  size: number,
): PlacedText[] {
  const line = 7 * size;
  return [
    { kind: "name", text: name, x: left - 10, y: y - line / 3, anchor: "end" },
    { kind: "axis-caption", text: training, x: left - 10, y: y + 2 * line - 1, anchor: "end" },
    even
      ? { text: rangeText(even), x: right + 6, y: y + line / 1.6 }
      : { kind: "axis-caption", text: why, x: left + 8, y: y + line / 1.6 },
  ];
}

function drawBars(
  layer: Layer,
  rows: readonly EvenRow[],
  x: Scale,
  middle: (row: number) => number,
  size: number,
): void {
  const known = rows.flatMap(({ id, even }, row) => (even ? [{ id, even, y: middle(row) }] : []));
  const end = 5 * size;
  placeMarks(layer, "path", known, ({ even, y }) => {
    const [low, high] = [x(even.low).toFixed(1), x(even.high).toFixed(1)];
    return {
      class: "interval",
      d: `M${low},${y - end}v${2 * end}M${low},${y}H${high}M${high},${y - end}v${2 * end}`,
    };
  });
  placeMarks(layer, "circle", known, ({ id, even, y }) => ({
    class: "even",
    "data-id": id,
    cx: x(even.ratio),
    cy: y,
    r: 5 * size,
  }));
}
