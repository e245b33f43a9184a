/**
 * @file Pairs that cannot hold together, as a graph: an arrow from x to y for each known R(x, y),
 * broken where it says no.
 */
import "./bound.css";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface ContradictionData {
  readonly pairs: readonly { readonly x: number; readonly y: number; readonly value: number }[];
  /** The sentence that it illustrates. */
  readonly summary: string;
}

interface Arrow {
  readonly value: number;
  readonly shaft: string;
  readonly head: string;
}

type Point = readonly [x: number, y: number];

/** Radius of an element, and how far arrows bend aside, px. */
const NODE = 13;
const BEND = 15;

/** The path of an arrow between two elements, and of its head. */
function arrow([x0, y0]: Point, [x1, y1]: Point, value: number, size: number): Arrow {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const bend = BEND * size;
  const [cx, cy] = [(x0 + x1) / 2 - 2 * bend * uy, (y0 + y1) / 2 + 2 * bend * ux];
  const trim = (from: Point, towards: Point): Point => {
    const far = Math.hypot(towards[0] - from[0], towards[1] - from[1]);
    const share = ((NODE + 3) * size) / far;
    return [from[0] + (towards[0] - from[0]) * share, from[1] + (towards[1] - from[1]) * share];
  };
  const [ax, ay] = trim([x0, y0], [cx, cy]);
  const [bx, by] = trim([x1, y1], [cx, cy]);
  return {
    value,
    shaft: `M${ax.toFixed(1)},${ay.toFixed(1)}Q${cx.toFixed(1)},${cy.toFixed(1)},${bx.toFixed(1)},${by.toFixed(1)}`,
    head: headAt([bx, by], Math.atan2(by - cy, bx - cx), size),
  };
}

/** A loop above the element. */
function loop([x, y]: Point, value: number, size: number): Arrow {
  const r = NODE * size;
  const end: Point = [x + 0.6 * r, y - 1.15 * r];
  return {
    value,
    shaft: `M${x - 0.6 * r},${y - 1.15 * r}C${x - 2 * r},${y - 3 * r},${x + 2 * r},${y - 3 * r},${end[0]},${end[1]}`,
    head: headAt(end, 2, size),
  };
}

function headAt([x, y]: Point, direction: number, size: number): string {
  const wing = (turn: number) =>
    `${(x - 8 * size * Math.cos(direction + turn)).toFixed(1)},${(y - 8 * size * Math.sin(direction + turn)).toFixed(1)}`;
  return `M${wing(0.42)}L${x.toFixed(1)},${y.toFixed(1)}L${wing(-0.42)}Z`;
}

export const contradiction: View<ContradictionData> = (root) =>
  makePicture(root, "contradiction", prepare, 60);

function prepare(stage: Stage, svg: Svg): (data: ContradictionData) => void {
  stage.caption.hidden = true;
  const arrows = svg.append("g").attr("class", "arrows");
  const nodes = svg.append("g").attr("class", "nodes");

  return ({ pairs, summary }) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    svg.attr("aria-label", summary);
    const elements = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
    // Loops and arrows bend beyond the circle of elements.
    const [rx, ry] = [width / 2 - 20 * size, height / 2 - 34 * size];
    const radius = Math.max(20, Math.min(ry, rx, 30 * size * elements.length));
    const turn = elements.length === 2 ? Math.PI : Math.PI / 2;
    const places = new Map<number, Point>(
      elements.map((element, i) => {
        const angle = turn + (2 * Math.PI * i) / elements.length;
        const wide =
          elements.length === 2 ? Math.max(1.5 * NODE * size, Math.min(rx, 70 * size)) : radius;
        return [
          element,
          [width / 2 + wide * Math.cos(angle), height / 2 - radius * Math.sin(angle)],
        ];
      }),
    );
    const at = (element: number): Point => places.get(element) ?? [0, 0];
    const drawn = pairs.map(({ x, y, value }) =>
      x === y ? loop(at(x), value, size) : arrow(at(x), at(y), value, size),
    );
    const joined = arrows
      .selectAll<SVGGElement, Arrow>("g")
      .data(drawn)
      .join((enter) => {
        const g = enter.append("g");
        g.append("path").attr("class", "shaft");
        g.append("path").attr("class", "head");
        return g;
      })
      .attr("class", ({ value }) => (value === 1 ? "yes" : "no"));
    joined.select(".shaft").attr("d", ({ shaft }) => shaft);
    joined.select(".head").attr("d", ({ head }) => head);
    const node = nodes
      .selectAll<SVGGElement, number>("g")
      .data(elements)
      .join((enter) => {
        const g = enter.append("g");
        g.append("circle");
        g.append("text");
        return g;
      })
      .attr("transform", (element) => `translate(${at(element).join()})`);
    node.select("circle").attr("r", NODE * size);
    node
      .select("text")
      .attr("y", 4.5 * size)
      .text((element) => element);
  };
}
