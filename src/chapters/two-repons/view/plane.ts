/**
 * @file Two repons in their plane: where they start and how they move, the spring between them, the
 * ellipse of A0, and the bowl that each of them lies in.
 *
 * Shapes: k samples.
 */
import type { Point, TwoReponsData, TwoReponsEvents } from "./planeHandles";
import "./plane.css";
import { select } from "d3";
import { placeTexts } from "../../../kit/draw/placedText";
import { makeStage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { eigen } from "../../../theory/repon/eigen";
import { applyTransposed, type Matrix } from "../../../theory/repon/matrix";
import { makeHandles, type Scale } from "./planeHandles";
import { coil } from "./spring";

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

const path = (places: Float64Array, from: number, to: number, { toX, toY }: Scale): string => {
  let text = "";
  for (let k = from; k <= to; k++)
    text += `${text ? "L" : "M"}${toX(places[2 * k]).toFixed(1)},${toY(places[2 * k + 1]).toFixed(1)}`;
  return text;
};

const spot = (places: Float64Array, k: number): Point => [places[2 * k], places[2 * k + 1]];

export const twoRepons: View<TwoReponsData, TwoReponsEvents> = (root, events) => {
  const stage = makeStage(root, "two-repons", draw);
  stage.caption.hidden = true;
  const svg = select(stage.plot).append("svg").attr("role", "group");
  const layer = (name: string) => svg.append("g").attr("class", name);
  const levels = layer("levels");
  const ellipse = layer("ellipse");
  ellipse.append("ellipse");
  ellipse.append("path");
  const straight = svg.append("path").attr("class", "straight");
  const paths = layer("paths");
  const spring = svg.append("path").attr("class", "spring");
  const drawHandles = makeHandles(
    layer("handles"),
    svg.node() as SVGSVGElement,
    events,
    stage.signal,
  );
  const discs = layer("discs");
  const words = layer("words");
  let data: TwoReponsData | null = null;

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 1 || height < 1) return;
    const px = Math.min(width, height) / 2 / data.half;
    const scale: Scale = {
      toX: (x) => width / 2 + px * x,
      toY: (y) => height / 2 - px * y,
      from: (x, y) => [(x - width / 2) / px, (height / 2 - y) / px],
      size: palette.size,
    };
    svg.attr("aria-label", data.summary);
    drawBowl(data, scale, px, Math.hypot(width, height));
    drawEllipse(data, scale, px);
    drawMotion(data, scale);
    drawHandles(data, scale);
    drawWords(data, scale);
  }

  function drawBowl({ bowl, half }: TwoReponsData, { toX, toY }: Scale, px: number, far: number) {
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
    levels
      .attr("transform", `translate(${toX(x)},${toY(y)}) rotate(${turn})`)
      .selectAll("ellipse")
      .data(count)
      .join("ellipse")
      .attr("rx", (j) => radius(j, stiff))
      .attr("ry", (j) => radius(j, soft));
  }

  function drawEllipse({ axes }: TwoReponsData, { toX, toY }: Scale, px: number): void {
    const { angle, stiff, soft } = axes;
    ellipse.attr("transform", `translate(${toX(0)},${toY(0)}) rotate(${(-angle * 180) / Math.PI})`);
    ellipse
      .select("ellipse")
      .attr("rx", px * stiff)
      .attr("ry", px * soft);
    ellipse
      .select("path")
      .attr("d", `M${-px * stiff},0H${px * stiff}M0,${-px * soft}V${px * soft}`);
  }

  function drawMotion({ x1, x2, now, strength, straight: end }: TwoReponsData, scale: Scale): void {
    const last = x1.length / 2 - 1;
    paths
      .selectAll("path")
      .data([
        ["rest", path(x1, now, last, scale)],
        ["rest", path(x2, now, last, scale)],
        ["past", path(x1, 0, now, scale)],
        ["past", path(x2, 0, now, scale)],
      ])
      .join("path")
      .attr("class", ([kind]) => kind)
      .attr("d", ([, d]) => d);
    const { toX, toY, size } = scale;
    const [a, b] = [spot(x1, 0), spot(x2, 0)];
    const [u, v] = [a[0] - b[0], a[1] - b[1]];
    const length = Math.hypot(u, v);
    const stop = (sign: number) =>
      `${toX((a[0] + b[0]) / 2 + (sign * (end ?? 0) * u) / length)},` +
      `${toY((a[1] + b[1]) / 2 + (sign * (end ?? 0) * v) / length)}`;
    const drawn = end !== null && length > 0;
    straight
      .style("display", drawn ? "" : "none")
      .attr(
        "d",
        drawn
          ? `M${toX(a[0])},${toY(a[1])}L${stop(1)}M${toX(b[0])},${toY(b[1])}L${stop(-1)}`
          : null,
      );
    const at = [spot(x1, now), spot(x2, now)].map(([x, y]): Point => [toX(x), toY(y)]);
    spring
      .attr("d", coil(at[0], at[1], 9 * size))
      .style("stroke-width", `${(0.6 + 3 * strength) * size}px`)
      .style("stroke-opacity", 0.15 + 0.85 * strength);
    discs
      .selectAll<SVGCircleElement, Point>("circle")
      .data(at)
      .join("circle")
      .attr("cx", ([x]) => x)
      .attr("cy", ([, y]) => y)
      .attr("r", 7.5 * size);
  }

  function drawWords({ starts, axes }: TwoReponsData, { toX, toY, size }: Scale): void {
    const { angle, stiff, soft } = axes;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    /** Beyond `length` in a direction of length 1. */
    const beyond = (x: number, y: number, length: number): Point => [
      toX(length * x) + 24 * size * x,
      toY(length * y) - 24 * size * y + 4 * size,
    ];
    const at = ([x, y]: Point): Point => {
      const length = Math.hypot(x, y);
      return length > 0 ? beyond(x / length, y / length, length) : beyond(1, 0, 0);
    };
    const all = [
      { kind: "repon", text: "x_1", at: at(starts[0]) },
      { kind: "repon", text: "x_2", at: at(starts[1]) },
      { kind: "axis", text: "stiff", at: beyond(cos, sin, stiff) },
      { kind: "axis", text: "soft", at: beyond(-sin, cos, soft) },
    ];
    placeTexts(
      words,
      all.map(({ at: [x, y], ...word }) => ({ ...word, x, y })),
    );
  }

  return {
    update(next) {
      data = next;
      draw();
    },
    destroy: stage.destroy,
  };
};
