/**
 * @file A pair of repons as predicted, over what the network then did: separation, direction, and the
 * factor by which the prediction is off.
 *
 * Shapes: S sampled times.
 */
import type { PairTrackData } from "./pairTrackLayout";
import "./pairs.css";
import { scaleLinear, select } from "d3";
import { stack } from "../../../kit/draw/stack";
import { makeStage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { grouped } from "../../../theory/grouped";
import { drawTrackGround } from "./pairTrackGround";
import { type Strip, stripsOf, type TrackLine } from "./pairTrackLayout";
import { degrees, factor, small } from "./pairWords";

export const pairTrack: View<PairTrackData> = (root) => {
  const stage = makeStage(root, "pair-track", draw);
  const svg = select(stage.plot).append("svg").attr("role", "img").attr("tabindex", 0);
  const node = svg.node() as SVGSVGElement;
  node.setAttribute("aria-label", "A pair as predicted and as it went: not known yet.");
  const reading = stage.caption.appendChild(document.createElement("span"));
  const clip = svg.append("clipPath").attr("id", `track-${crypto.randomUUID()}`);
  const clipId = clip.attr("id");
  const ground = svg.append("g").attr("class", "grid");
  const mark = svg.append("g").attr("class", "horizon");
  const lines = svg.append("g").attr("class", "lines");
  const words = svg.append("g").attr("class", "words");
  const cursor = svg.append("line").attr("class", "cursor");
  let data: PairTrackData | null = null;
  let at: number | null = null;
  let toX = scaleLinear();

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 1 || height < 1) return;
    const { size } = palette;
    const last = data.times[data.times.length - 1];
    const left = 52 * size;
    const right = width - (16 + 6.8 * size * Math.max(9, data.theory.length));
    toX = scaleLinear([0, last], [left, right]);
    const strips = stripsOf(data, {
      top: 20 * size,
      bottom: height - 40 * size,
      gap: 32 * size,
      size,
    });
    drawTrackGround(ground, strips, toX, data.step, size);
    drawClip(strips, left, right);
    drawLines(strips, right);
    drawHorizon(strips);
    drawCursor(strips);
    const end = data.times.length - 1;
    node.setAttribute(
      "aria-label",
      `Elements ${data.pair.join(" and ")} from step ${grouped(data.step)} on. After ${grouped(last)} steps the network has them at ${small(data.actual.separation[end])}, ${data.theory} at ${small(data.predicted.separation[end])}: off by a factor of ${factor(data.error[end])}. Arrow keys read other steps.`,
    );
  }

  function drawClip(strips: readonly Strip[], left: number, right: number): void {
    clip
      .selectAll<SVGRectElement, Strip>("rect")
      .data(strips)
      .join("rect")
      .attr("x", left)
      .attr("width", Math.max(0, right - left))
      .attr("y", ({ top }) => top - 3)
      .attr("height", ({ top, bottom }) => bottom - top + 6);
  }

  function pathOf({ values }: TrackLine, { toY }: Strip): string {
    let path = "";
    let pen = "M";
    for (let i = 0; i < values.length; i++) {
      const y = toY(values[i]);
      if (!Number.isFinite(y)) {
        pen = "M";
        continue;
      }
      // Far outside the frame a path loses its precision; the clip hides the rest.
      path += `${pen}${toX(data?.times[i] ?? 0).toFixed(1)},${Math.max(-1e4, Math.min(1e4, y)).toFixed(1)}`;
      pen = "L";
    }
    return path;
  }

  function drawLines(strips: readonly Strip[], right: number): void {
    const { size } = stage.palette;
    const all = strips.flatMap((strip) => strip.lines.map((line) => ({ strip, line })));
    lines
      .attr("clip-path", `url(#${clipId})`)
      .selectAll<SVGPathElement, (typeof all)[number]>("path")
      .data(all)
      .join("path")
      .attr("class", ({ line }) => line.kind)
      .attr("d", ({ line, strip }) => pathOf(line, strip));
    const labels = strips.flatMap((strip) => {
      const named = strip.lines.filter(({ label }) => label !== "");
      const ends = named.map(({ values }) => {
        const y = strip.toY(values[values.length - 1]);
        return Number.isFinite(y) ? Math.max(strip.top, Math.min(strip.bottom, y)) : strip.top;
      });
      const heights = stack(ends, 15 * size, strip.top + 4, strip.bottom);
      return named.map((line, i) => ({ line, y: heights[i] }));
    });
    words
      .selectAll<SVGTextElement, (typeof labels)[number]>("text")
      .data(labels)
      .join("text")
      .attr("class", ({ line }) => line.kind)
      .attr("x", right + 7)
      .attr("y", ({ y }) => y + 4.5 * size)
      .text(({ line }) => line.label);
  }

  function drawHorizon(strips: readonly Strip[]): void {
    const { size } = stage.palette;
    const horizon = data?.horizon ?? null;
    mark.style("display", horizon === null ? "none" : "");
    if (horizon === null || !data) return;
    const x = toX(horizon);
    const text = horizon === 0 ? "off by 2 at once" : `off by 2 at ${grouped(horizon)}`;
    const [left, right] = toX.range();
    const late = x > (left + right) / 2;
    mark
      .selectAll("line")
      .data([0])
      .join("line")
      .attr("x1", x)
      .attr("x2", x)
      .attr("y1", strips[0].top)
      .attr("y2", strips[strips.length - 1].bottom);
    mark
      .selectAll("text")
      .data([0])
      .join("text")
      .attr("x", late ? x - 6 : x + 6)
      .attr("text-anchor", late ? "end" : "start")
      .attr("y", strips[0].bottom - 8 * size)
      .text(text);
  }

  function drawCursor(strips: readonly Strip[]): void {
    cursor.style("display", at === null ? "none" : "");
    if (!data) return;
    const i = at ?? data.times.length - 1;
    const x = toX(data.times[i]);
    cursor
      .attr("x1", x)
      .attr("x2", x)
      .attr("y1", strips[0].top)
      .attr("y2", strips[strips.length - 1].bottom);
    const { actual, predicted, theory, error } = data;
    const text = `after ${grouped(data.times[i])} steps: network ${small(actual.separation[i])} at ${degrees(actual.angle[i])}, ${theory} ${small(predicted.separation[i])} at ${degrees(predicted.angle[i])}; off by × ${factor(error[i])}`;
    if (reading.textContent !== text) reading.textContent = text;
  }

  const move = (index: number | null) => {
    at = index === null || !data ? null : Math.max(0, Math.min(data.times.length - 1, index));
    draw();
    if (at !== null) stage.say(reading.textContent ?? "");
  };
  const listen = { signal: stage.signal };
  node.addEventListener(
    "pointermove",
    (event) => {
      if (!data) return;
      const time = toX.invert(event.clientX - node.getBoundingClientRect().left);
      const last = data.times[data.times.length - 1];
      move(Math.round((time / last) * (data.times.length - 1)));
    },
    listen,
  );
  node.addEventListener("pointerleave", () => move(null), listen);
  node.addEventListener("blur", () => move(null), listen);
  node.addEventListener(
    "keydown",
    (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1, PageUp: 20, PageDown: -20 }[event.key];
      if (by === undefined || !data || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      move((at ?? (by > 0 ? -1 : data.times.length)) + by);
    },
    listen,
  );

  return {
    update(next) {
      if (next.times.length !== data?.times.length) at = null;
      data = next;
      draw();
    },
    destroy: stage.destroy,
  };
};
