/**
 * @file Predicted against actual change, a dot for each pair of repons; the identity is a good theory.
 *
 * Shapes: k pairs.
 */
import "./pairs.css";
import { scaleLinear, select } from "d3";
import { elementColours } from "../../../kit/draw/palette";
import { makeStage } from "../../../kit/draw/stage";
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
  readonly beyond: boolean;
}

export const pairScatter: View<PairScatterData, PairScatterEvents> = (root, events) => {
  const stage = makeStage(root, "pair-scatter", draw);
  const svg = select(stage.plot).append("svg").attr("role", "group").attr("tabindex", 0);
  const node = svg.node() as SVGSVGElement;
  const reading = stage.caption.appendChild(document.createElement("span"));
  const ground = svg.append("g").attr("class", "grid");
  const marks = svg.append("g").attr("class", "marks");
  const ring = svg.append("circle").attr("class", "ring");
  let data: PairScatterData | null = null;
  let dots: readonly Dot[] = [];
  let pointed: number | null = null;

  const nameOf = (index: number) =>
    data ? `${data.pairs[2 * index]} and ${data.pairs[2 * index + 1]}` : "";

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 1 || height < 1) return;
    const { size } = palette;
    const { shown, actual, predicted, pairs, chosen, n, grouping } = data;
    const colours = elementColours(n, grouping, palette);
    const span = (of: ArrayLike<number>) =>
      shown.reduce((most, i) => Math.max(most, Math.abs(of[i]) || 0), 0);
    const seen = span(actual);
    const reach = 1.08 * Math.max(seen, Math.min(MOST * seen, span(predicted))) || 1;
    const box = {
      left: 46 * size,
      right: width - 10,
      top: 8,
      bottom: height - 36 * size,
    };
    const toX = scaleLinear([-reach, reach], [box.left, box.right]);
    const toY = scaleLinear([-reach, reach], [box.bottom, box.top]);
    dots = shown
      .filter((i) => Number.isFinite(actual[i]) && Number.isFinite(predicted[i]))
      .map((index) => {
        const y = predicted[index];
        return {
          index,
          x: toX(actual[index]),
          y: toY(Math.max(-reach, Math.min(reach, y))),
          beyond: Math.abs(y) > reach,
        };
      });
    const outside = dots.filter(({ beyond }) => beyond).length;
    const note = outside > 0 ? `▲▼ ${outside} of ${dots.length} outside` : "";
    drawScatterGround(ground, toX, toY, { theory: data.theory, note, size });
    const triangle = (up: boolean) => (up ? "M-4,3L0,-4L4,3Z" : "M-4,-3L0,4L4,-3Z");
    marks
      .selectAll<SVGPathElement, Dot>("path")
      .data(dots)
      .join("path")
      .attr("class", ({ beyond }) => (beyond ? "beyond" : "dot"))
      .style("--of", ({ index }) => colours[pairs[2 * index]])
      .attr("transform", ({ x, y }) => `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${size})`)
      .attr("d", ({ beyond, y }) =>
        beyond
          ? triangle(y < (box.top + box.bottom) / 2)
          : "M-3.5,0A3.5,3.5 0 1 0 3.5,0A3.5,3.5 0 1 0 -3.5,0",
      );
    const followed = dots.find(
      ({ index }) => chosen && pairs[2 * index] === chosen[0] && pairs[2 * index + 1] === chosen[1],
    );
    const target = dots.find(({ index }) => index === pointed) ?? followed;
    ring
      .style("display", target ? "" : "none")
      .attr("cx", target?.x ?? 0)
      .attr("cy", target?.y ?? 0)
      .attr("r", 7.5 * size);
    read(target ?? null);
  }

  /** Says what is at `dot`, or what there is. */
  function read(dot: Dot | null): void {
    if (!data) return;
    const signed = (x: number) =>
      `${x < 0 ? "−" : "+"}${Math.abs(x).toExponential(1).replace("e-", "e−")}`;
    const text = dot
      ? `${nameOf(dot.index)}: did ${signed(data.actual[dot.index])}, ${data.theory} ${signed(data.predicted[dot.index])}`
      : "";
    if (reading.textContent !== text) reading.textContent = text;
    node.setAttribute(
      "aria-label",
      `Change of separation in one step for ${dots.length} pairs of one class, ${data.theory} against the network. ${text} Arrow keys go through the pairs, Enter follows one.`,
    );
  }

  function point(index: number | null): void {
    if (index === pointed) return;
    pointed = index;
    stage.plot.classList.toggle("pointing", index !== null);
    draw();
    if (index !== null) stage.say(reading.textContent ?? "");
  }
  const pick = () => {
    if (pointed === null || !data) return;
    events.onPick?.([data.pairs[2 * pointed], data.pairs[2 * pointed + 1]]);
  };
  function nearest(event: MouseEvent): number | null {
    const box = node.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    let best: number | null = null;
    let within = REACH;
    for (const { index, x, y } of dots) {
      const distance = Math.hypot(x - px, y - py);
      if (distance < within) {
        within = distance;
        best = index;
      }
    }
    return best;
  }
  const listen = { signal: stage.signal };
  node.addEventListener("pointermove", (event) => point(nearest(event)), listen);
  node.addEventListener("pointerleave", () => point(null), listen);
  node.addEventListener("blur", () => point(null), listen);
  node.addEventListener(
    "click",
    (event) => {
      point(nearest(event));
      pick();
    },
    listen,
  );
  node.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (by === undefined && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      if (by === undefined) return pick();
      const order = [...dots].sort((a, b) => a.x - b.x);
      const now = order.findIndex(({ index }) => index === pointed);
      const next = now < 0 ? (by > 0 ? 0 : order.length - 1) : now + by;
      point(order[(next + order.length) % order.length]?.index ?? null);
    },
    listen,
  );

  return {
    update(next) {
      data = next;
      if (pointed !== null && !next.shown.includes(pointed)) pointed = null;
      draw();
    },
    destroy: stage.destroy,
  };
};
