/**
 * @file Table 2 as a picture: the bits that a relation of each class takes, on a log axis. Each row
 * is a class that can be chosen.
 */
import "./bound.css";
import { type Selection, scaleLog, select } from "d3";
import type { Layer } from "../../../kit/draw/chart";
import { onKey } from "../../../kit/draw/gestures";
import { placeMarks } from "../../../kit/draw/marks";
import { placeTexts } from "../../../kit/draw/placedText";
import { spread } from "../../../kit/draw/stack";
import { makeStage, type Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface Table2Row {
  readonly id: string;
  readonly name: string;
  /** Bits; null where there is no such number. */
  readonly paper: number;
  readonly count: number | null;
  readonly relabellings: number | null;
  readonly chosen: boolean;
  /** The class that the relation is from. */
  readonly own: boolean;
  readonly allowed: boolean;
  /** What is said of it when it is pointed at. */
  readonly words: string;
}

export interface Table2Data {
  readonly rows: readonly Table2Row[];
  /** n², the bits of a matrix without any law. */
  readonly most: number;
}

export interface Table2Events {
  onChoose(id: string): void;
}

const bitsText = (bits: number): string => (bits < 100 ? bits.toFixed(1) : bits.toFixed(0));

/** Whether it has a place on the log axis. */
const isPlaced = (bits: number | null): bits is number => bits !== null && bits > 0;

/** Entries further apart than this (as a ratio) are seen to differ. */
const VISIBLE = 1.02;

const differs = ({ paper, count }: Table2Row): boolean =>
  count !== null && Math.max(paper / count, count / paper) > VISIBLE;

/** "465 ≠ 720" where the exact count is another. */
function numbers(row: Table2Row): string {
  if (row.count === null) return `≈ ${bitsText(row.paper)}`;
  return differs(row) ? `${bitsText(row.paper)} ≠ ${bitsText(row.count)}` : bitsText(row.paper);
}

type Row = Selection<SVGGElement, Table2Row, SVGGElement, unknown>;

/** From bits to pixels. */
type Scale = (bits: number) => number;

function drawMarks(row: Row, x: Scale, middle: number, size: number): void {
  row
    .select("line.apart")
    .style("display", (each) => (differs(each) && isPlaced(each.count) ? "" : "none"))
    .attr("x1", ({ paper }) => x(paper))
    .attr("x2", ({ paper, count }) => x(isPlaced(count) ? count : paper))
    .attr("y1", middle)
    .attr("y2", middle);
  row
    .select("circle.paper")
    .attr("cx", ({ paper }) => x(paper))
    .attr("cy", middle)
    .attr("r", 5.5 * size);
  row
    .select("circle.count")
    .style("display", ({ count }) => (isPlaced(count) ? "" : "none"))
    .attr("cx", ({ count, paper }) => x(isPlaced(count) ? count : paper))
    .attr("cy", middle)
    .attr("r", 3 * size);
  const d = 5 * size;
  row
    .select("path.relabellings")
    .style("display", ({ relabellings }) => (isPlaced(relabellings) ? "" : "none"))
    .attr("d", `M0,${-d}L${d},0L0,${d}L${-d},0Z`)
    .attr(
      "transform",
      ({ relabellings, paper }) =>
        `translate(${x(isPlaced(relabellings) ? relabellings : paper)},${middle})`,
    );
}

/** Lines at n and at n² bits, with their names above, side by side where the axis is short. */
function drawGrid(
  layer: Layer,
  x: Scale,
  most: number,
  { width, height, palette: { size } }: Stage,
): void {
  const n = Math.sqrt(most);
  const bottom = height - 18 * size;
  const marks = [
    { bits: n, text: `n = ${n}` },
    { bits: n * n, text: `n^2 = ${n * n}` },
  ];
  placeMarks(layer, "line", marks, ({ bits }) => ({
    x1: x(bits),
    x2: x(bits),
    y1: 14 * size,
    y2: bottom,
  }));
  const middles = spread(
    marks.map(({ bits }) => x(bits)),
    marks.map(({ text }) => LETTER * size * text.length),
    0,
    width,
  );
  placeTexts(
    layer,
    marks.map(({ text }, i) => ({ text, x: middles[i], y: 11 * size, anchor: "middle" })),
  );
}

/** Rough width of a letter, and what names and numbers take, px at size 1. */
const LETTER = 6.9;
const NAMES = 132;
const NUMBERS = 84;
const EDGE = 16;
/** A shorter axis has its numbers read below, of the row that is pointed at or chosen. */
const SHORTEST = 60;

const hasNumbers = ({ width, palette: { size } }: Stage): boolean =>
  width - (NAMES + NUMBERS) * size >= SHORTEST * size;

/** A log axis between names and numbers, over all bits that have a logarithm. */
function scaleOf({ rows, most }: Table2Data, stage: Stage): Scale {
  const { width, palette } = stage;
  const { size } = palette;
  const all = rows.flatMap(({ paper, count, relabellings }) =>
    [paper, count, relabellings].filter(isPlaced),
  );
  const domain = [Math.min(...all) / 1.15, Math.max(most, ...all) * 1.08];
  const right = width - (hasNumbers(stage) ? NUMBERS : EDGE) * size;
  return scaleLog(domain, [NAMES * size, Math.max(right, NAMES * size + 1)]);
}

/** Draws all rows, of which `focused` is the one that keys reach. */
function drawRows(
  list: Layer,
  rows: readonly Table2Row[],
  x: Scale,
  focused: number,
  stage: Stage,
): void {
  const { width, height, palette } = stage;
  const { size } = palette;
  const top = 18 * size;
  const step = (height - top - 20 * size) / rows.length;
  const row = list
    .selectAll<SVGGElement, Table2Row>("g.row")
    .data(rows, ({ id }) => id)
    .join((enter) => {
      const g = enter.append("g").attr("class", "row").attr("role", "radio");
      g.append("rect").attr("class", "ground").attr("rx", 4);
      g.append("text").attr("class", "name");
      g.append("line").attr("class", "apart");
      g.append("path").attr("class", "relabellings");
      g.append("circle").attr("class", "paper");
      g.append("circle").attr("class", "count");
      g.append("text").attr("class", "numbers").attr("text-anchor", "end");
      return g;
    })
    .attr("transform", (_, i) => `translate(0,${(top + i * step).toFixed(1)})`)
    .attr("tabindex", (_, i) => (i === focused ? 0 : -1))
    .attr("aria-checked", ({ chosen }) => chosen)
    .attr("aria-disabled", ({ allowed }) => !allowed)
    .attr("aria-label", ({ words }) => words)
    .classed("chosen", ({ chosen }) => chosen)
    .classed("closed", ({ allowed }) => !allowed);
  row
    .select(".ground")
    .attr("x", 1)
    .attr("width", width - 2)
    .attr("height", Math.max(0, step - 2));
  row
    .select(".name")
    .attr("x", 8)
    .attr("y", step / 2 + 4 * size)
    .text(({ name, own }) => `${name}${own ? " •" : ""}`);
  row
    .select(".numbers")
    .attr("x", width - 6)
    .attr("y", step / 2 + 4 * size)
    .classed("differs", differs)
    .style("display", hasNumbers(stage) ? "" : "none")
    .text(numbers);
  drawMarks(row, x, step / 2 - 1, size);
}

export const table2: View<Table2Data, Table2Events> = (root, events) => {
  const stage = makeStage(root, "table2", draw);
  const svg = select(stage.plot).append("svg").attr("role", "presentation");
  const grid = svg.append("g").attr("class", "grid");
  const list = svg
    .append("g")
    .attr("role", "radiogroup")
    .attr("aria-label", "Class that is known beforehand");
  const reading = stage.caption.appendChild(document.createElement("span"));
  let data: Table2Data | null = null;
  let focused = 0;
  let pointed: number | null = null;

  function draw(): void {
    const { width, height } = stage;
    if (!data || width < 120 || height < 80) return;
    const x = scaleOf(data, stage);
    drawRows(list, data.rows, x, focused, stage);
    drawGrid(grid, x, data.most, stage);
    read();
  }

  function read(): void {
    const row = data?.rows[pointed ?? data.rows.findIndex(({ chosen }) => chosen)];
    const text = row?.words ?? "";
    if (reading.textContent !== text) reading.textContent = text;
  }

  const node = list.node() as SVGGElement;
  const rowOf = (event: Event): number => {
    const element = (event.target as Element).closest("g.row");
    return element ? [...node.children].indexOf(element) : -1;
  };
  const choose = (index: number) => {
    const row = data?.rows[index];
    if (row?.allowed) events.onChoose(row.id);
  };
  const point = (index: number) => {
    pointed = index < 0 ? null : index;
    read();
  };
  const listen = { signal: stage.signal };
  node.addEventListener("click", (event) => choose(rowOf(event)), listen);
  for (const kind of ["pointerover", "focusin"] as const)
    node.addEventListener(kind, (event) => point(rowOf(event)), listen);
  for (const kind of ["pointerleave", "focusout"] as const)
    node.addEventListener(kind, () => point(-1), listen);
  onKey(node, stage.signal, (event) => {
    const index = rowOf(event);
    const last = node.children.length - 1;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      focused = Math.max(0, Math.min(last, to));
      draw();
      (node.children[focused] as SVGGElement).focus();
    } else if (event.key === "Enter" || event.key === " ") choose(index);
    else return false;
    return true;
  });

  return {
    update(next) {
      data = next;
      if (!node.contains(document.activeElement))
        focused = Math.max(
          0,
          next.rows.findIndex(({ chosen }) => chosen),
        );
      draw();
    },
    destroy: stage.destroy,
  };
};
