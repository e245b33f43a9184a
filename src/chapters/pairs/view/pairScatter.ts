/**
 * @file Predicted against actual change, a dot for each pair of repons; the identity is a good theory.
 *
 * Shapes: k pairs.
 */
import "./pairs.css";
import { least, type ScaleLinear, scaleLinear } from "d3";
import { onKey, onPoint, type Place, placeOn } from "../../../kit/draw/gestures";
import { placeMarks } from "../../../kit/draw/marks";
import { elementColours } from "../../../kit/draw/palette";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import type { Grouping } from "../../../theory/relation";
import { drawScatterGround } from "./pairScatterGround";

export interface PairScatterData {
  /** Elements of each pair. [k, 2] */
  readonly pairs: ArrayLike<number>;
  /** [k] */
  readonly actual: ArrayLike<number>;
  /** [k] */
  readonly predicted: ArrayLike<number>;
  /** Positions that count; the others are not drawn. */
  readonly shown: readonly number[];
  /** The pair that is followed. */
  readonly chosen: readonly [number, number] | null;
  readonly n: number;
  readonly grouping: Grouping | null;
  /** What predicts, e.g. "Eq. 7". */
  readonly theory: string;
}

export interface PairScatterEvents {
  onPick?(pair: readonly [number, number]): void;
}

/** The frame is that of what happened; predictions leave it beyond this factor. */
const MOST = 1.6;
/** How near the pointer must come, px. */
const REACH = 14;

interface Dot {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Which way it lies outside the frame, as a mark; a disc inside. */
  readonly shape: "dot" | "above" | "below";
}

const SHAPES: Readonly<Record<Dot["shape"], string>> = {
  dot: "M-3.5,0A3.5,3.5 0 1 0 3.5,0A3.5,3.5 0 1 0 -3.5,0",
  above: "M-4,3L0,-4L4,3Z",
  below: "M-4,-3L0,4L4,-3Z",
};

type Scale = ScaleLinear<number, number>;

/** Scales of the same domain around 0, wide enough for all that happened. */
function scalesOf({ shown, actual, predicted }: PairScatterData, stage: Stage): [Scale, Scale] {
  const { width, height, palette } = stage;
  const span = (of: ArrayLike<number>) =>
    shown.reduce((most, i) => Math.max(most, Math.abs(of[i]) || 0), 0);
  const seen = span(actual);
  const reach = 1.08 * Math.max(seen, Math.min(MOST * seen, span(predicted))) || 1;
  return [
    scaleLinear([-reach, reach], [46 * palette.size, width - 10]),
    scaleLinear([-reach, reach], [height - 36 * palette.size, 8]),
  ];
}

/** Those with two numbers; one beyond the frame stands at its edge. */
function dotsOf({ shown, actual, predicted }: PairScatterData, toX: Scale, toY: Scale): Dot[] {
  const [low, high] = toY.domain();
  return shown
    .filter((i) => Number.isFinite(actual[i]) && Number.isFinite(predicted[i]))
    .map((index) => {
      const y = predicted[index];
      return {
        index,
        x: toX(actual[index]),
        y: toY(Math.max(low, Math.min(high, y))),
        shape: y > high ? "above" : y < low ? "below" : "dot",
      };
    });
}

const signed = (x: number): string =>
  `${x < 0 ? "−" : "+"}${Math.abs(x).toExponential(1).replace("e-", "e−")}`;

/** What is at a dot. */
const wordsOf = ({ pairs, actual, predicted, theory }: PairScatterData, index: number): string =>
  `${pairs[2 * index]} and ${pairs[2 * index + 1]}: did ${signed(actual[index])}, ${theory} ${signed(predicted[index])}`;

export const pairScatter: View<PairScatterData, PairScatterEvents> = (root, events) =>
  makePicture(root, "pair-scatter", (stage, svg, redraw) => prepare(stage, svg, redraw, events));

function prepare(
  stage: Stage,
  svg: Svg,
  redraw: () => void,
  events: PairScatterEvents,
): (data: PairScatterData) => void {
  svg.attr("role", "group").attr("tabindex", 0);
  const reading = stage.caption.appendChild(document.createElement("span"));
  const ground = svg.append("g").attr("class", "grid");
  const marks = svg.append("g").attr("class", "marks");
  const ring = svg.append("circle").attr("class", "ring");
  let pairs: ArrayLike<number> = [];
  let dots: readonly Dot[] = [];
  let pointed: number | null = null;

  function point(index: number | null): void {
    if (index === pointed) return;
    pointed = index;
    stage.plot.classList.toggle("pointing", index !== null);
    redraw();
    if (index !== null) stage.say(reading.textContent ?? "");
  }
  const pick = () => {
    if (pointed !== null) events.onPick?.([pairs[2 * pointed], pairs[2 * pointed + 1]]);
  };
  const nearest = ([px, py]: Place): number | null => {
    const off = ({ x, y }: Dot) => Math.hypot(x - px, y - py);
    const best = least(dots, off);
    return best && off(best) < REACH ? best.index : null;
  };
  const node = svg.node() as SVGSVGElement;
  onPoint(node, stage.signal, (place) => point(place && nearest(place)));
  node.addEventListener(
    "click",
    (event) => {
      point(nearest(placeOn(node, event)));
      pick();
    },
    { signal: stage.signal },
  );
  onKey(node, stage.signal, ({ key }) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (by === undefined) {
      if (key === "Enter") pick();
      return key === "Enter";
    }
    const order = [...dots].sort((a, b) => a.x - b.x);
    const now = order.findIndex(({ index }) => index === pointed);
    const next = now < 0 ? (by > 0 ? 0 : order.length - 1) : now + by;
    point(order[(next + order.length) % order.length]?.index ?? null);
    return true;
  });

  return (data) => {
    const { size } = stage.palette;
    const { chosen, theory } = data;
    if (pointed !== null && !data.shown.includes(pointed)) pointed = null;
    pairs = data.pairs;
    const colours = elementColours(data.n, data.grouping, stage.palette);
    const [toX, toY] = scalesOf(data, stage);
    dots = dotsOf(data, toX, toY);
    const outside = dots.filter(({ shape }) => shape !== "dot").length;
    const note = outside > 0 ? `▲▼ ${outside} of ${dots.length} outside` : "";
    drawScatterGround(ground, toX, toY, { theory, note, size });
    placeMarks(marks, "path", dots, ({ index, x, y, shape }) => ({
      class: shape === "dot" ? "dot" : "beyond",
      style: `--of: ${colours[pairs[2 * index]]};`,
      transform: `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${size})`,
      d: SHAPES[shape],
    }));
    const followed = ({ index }: Dot) =>
      chosen !== null && pairs[2 * index] === chosen[0] && pairs[2 * index + 1] === chosen[1];
    const target = dots.find(({ index }) => index === pointed) ?? dots.find(followed);
    ring
      .style("display", target ? "" : "none")
      .attr("cx", target?.x ?? 0)
      .attr("cy", target?.y ?? 0)
      .attr("r", 7.5 * size);
    const text = target ? wordsOf(data, target.index) : "";
    if (reading.textContent !== text) reading.textContent = text;
    svg.attr(
      "aria-label",
      `Change of separation in one step for ${dots.length} pairs of one class, ${theory} against the network. ${text} Arrow keys go through the pairs, Enter follows one.`,
    );
  };
}
