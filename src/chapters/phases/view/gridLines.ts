/**
 * @file Rules as lines over the cells of a phase diagram. Their names stand around the cells, where the
 * lines end, so that they cover none.
 */

import type { Layer } from "../../../kit/draw/chart";
import { setRichText } from "../../../kit/draw/richText";
import { spread } from "../../../kit/draw/stack";
import { clipWay, type XY } from "./clip";
import { widthOf } from "./gridGround";
import { type GridLayout, type GridLine, STRIP, wayOf } from "./gridLayout";

export interface RuleLine extends GridLine {
  /** Its class in the style sheet. */
  readonly id: string;
  /** Rich text, in the parts in which it is broken where it must be narrow. */
  readonly label: readonly string[];
  /** The rule that the cells are held against. */
  readonly chosen: boolean;
  /** Between which values of `at` the reader can move it; null where it stays. */
  readonly reach: readonly [number, number] | null;
}

type Edge = "top" | "bottom" | "right";

interface Name {
  readonly rows: readonly string[];
  /** Middle of the first row's baseline, or its start. */
  readonly at: XY;
  readonly anchor: "middle" | "start";
}

export interface Drawn {
  readonly line: RuleLine;
  readonly path: string;
  /** Where it meets its name. */
  readonly end: XY;
  /** null where there is no room. */
  readonly name: Name | null;
}

interface Placed extends Omit<Drawn, "name"> {
  readonly edge: Edge;
  readonly width: number;
}

/** Between two names, px. */
const APART = 14;
const ROW = 15;
/** Width of bold letters to that of others. */
const BOLD = 1.06;

/** The edge that a line's name stands at, and the line's end there. */
function endOf(way: readonly XY[], { top, bottom, right, below }: GridLayout, aside: boolean) {
  const ends = [way[way.length - 1], way[0]] as const;
  const near = (a: number, b: number) => Math.abs(a - b) < 1;
  const above = ends.find(([, y]) => near(y, top));
  if (above) return { edge: "top" as const, end: above };
  const low = below > 0 && ends.find(([, y]) => near(y, bottom));
  if (low) return { edge: "bottom" as const, end: low };
  const [end] = ends;
  if (aside && near(end[0], right)) return { edge: "right" as const, end };
  const high = below === 0 || end[1] < (top + bottom) / 2;
  return { edge: high ? ("top" as const) : ("bottom" as const), end };
}

/** Those that find room in a row, in their order; the chosen one before all others. */
function fitting(placed: readonly Placed[], room: number): Placed[] {
  let left = room;
  const kept = new Set(
    [...placed]
      .sort((a, b) => Number(b.line.chosen) - Number(a.line.chosen))
      .filter(({ width }) => {
        if (width > left) return false;
        left -= width;
        return true;
      }),
  );
  return placed.filter((each) => kept.has(each));
}

/** Names by the ids of their lines. */
function namesOf(placed: readonly Placed[], layout: GridLayout, size: number): Map<string, Name> {
  const { left, right, top, bottom } = layout;
  const names = new Map<string, Name>();
  for (const edge of ["top", "bottom"] as const) {
    const here = fitting(
      placed.filter((each) => each.edge === edge),
      right - left + APART,
    );
    const middles = spread(
      here.map(({ end }) => end[0]),
      here.map(({ width }) => width),
      left - APART / 2,
      right + APART / 2,
    );
    const y = edge === "top" ? top - 10 * size : bottom + (STRIP - 5) * size;
    here.forEach(({ line }, i) => {
      names.set(line.id, { rows: [line.label.join(" ")], at: [middles[i], y], anchor: "middle" });
    });
  }
  const beside = placed.filter(({ edge }) => edge === "right");
  const heights = beside.map(({ line }) => line.label.length * ROW * size + 4);
  const middles = spread(
    beside.map(({ end }) => end[1]),
    heights,
    top,
    bottom,
  );
  beside.forEach(({ line }, i) => {
    const y = middles[i] - heights[i] / 2 + 0.78 * ROW * size + 2;
    names.set(line.id, { rows: line.label, at: [right + 9 * size, y], anchor: "start" });
  });
  return names;
}

/** `aside`: whether there is room for names at the right. */
export function layOutLines(
  lines: readonly RuleLine[],
  layout: GridLayout,
  size: number,
  aside: boolean,
): Drawn[] {
  const { left, right, top, bottom } = layout;
  const placed = lines.flatMap((line): Placed[] => {
    const [start, end] = line.x === 0 ? [left, right] : layout.x.scaled;
    const way = clipWay(wayOf(line, layout), [start, top], [end, bottom]);
    if (way.length < 2) return [];
    const path = way.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
    const letters = widthOf(line.label.join(" "), size);
    const width = (line.chosen ? BOLD * letters : letters) + APART;
    return [{ line, path, width, ...endOf(way, layout, aside) }];
  });
  const names = namesOf(placed, layout, size);
  return placed.map(({ line, path, end }) => ({
    line,
    path,
    end,
    name: names.get(line.id) ?? null,
  }));
}

/** A level line across each column. */
export function drawSteps(
  layer: Layer,
  steps: readonly (number | null)[],
  chosen: boolean,
  { x, y }: GridLayout,
): void {
  const path = steps
    .map((at, column) =>
      at === null
        ? ""
        : `M${(x.middles[column] - x.size / 2).toFixed(1)},${y.place(at).toFixed(1)}h${x.size.toFixed(1)}`,
    )
    .join("");
  const group = layer
    .selectAll<SVGGElement, string>("g.steps")
    .data(path === "" ? [] : [path])
    .join((enter) => {
      const added = enter.append("g");
      for (const part of ["casing", "line"]) added.append("path").attr("class", part);
      return added;
    })
    .attr("class", `rule columns steps${chosen ? " chosen" : ""}`);
  group.selectAll("path").attr("d", path);
}

export function drawLines(layer: Layer, drawn: readonly Drawn[], size: number): void {
  const groups = layer
    .selectAll<SVGGElement, Drawn>("g.rule:not(.steps)")
    .data(drawn, ({ line }) => line.id)
    .join((enter) => {
      const group = enter.append("g");
      for (const part of ["casing", "line", "hold"]) group.append("path").attr("class", part);
      group.append("circle").attr("r", 5.5);
      group.append("g").attr("class", "name");
      return group;
    })
    .attr(
      "class",
      ({ line }) => `rule ${line.id}${line.chosen ? " chosen" : ""}${line.reach ? " movable" : ""}`,
    );
  for (const part of ["casing", "line", "hold"])
    groups.select(`.${part}`).attr("d", ({ path }) => path);
  groups
    .select("circle")
    .attr("cx", ({ end }) => end[0])
    .attr("cy", ({ end }) => end[1]);
  groups
    .select<SVGGElement>(".name")
    .selectAll<SVGTextElement, { readonly text: string; readonly name: Name; readonly y: number }>(
      "text",
    )
    .data(({ name }) =>
      (name?.rows ?? []).map((text, i) => ({ text, name: name as Name, y: i * ROW * size })),
    )
    .join("text")
    .attr("text-anchor", ({ name }) => name.anchor)
    .attr("x", ({ name }) => name.at[0].toFixed(1))
    .attr("y", ({ name, y }) => (name.at[1] + y).toFixed(1))
    .each(function ({ text }) {
      setRichText(this, text);
    });
}
