/**
 * @file Rules as lines over the cells of a phase diagram, each with its name where there is room.
 */
import { clipWay, type XY } from "./clip";
import type { Layer } from "./curvesMarks";
import { widthOf } from "./phaseGridGround";
import { type GridLayout, type GridLine, wayOf } from "./phaseGridLayout";
import { setRichText } from "./richText";

export interface RuleLine extends GridLine {
  /** Its class in the style sheet. */
  readonly id: string;
  /** Rich text. */
  readonly label: string;
  /** The rule that the cells are held against. */
  readonly chosen: boolean;
}

interface Drawn {
  readonly line: RuleLine;
  readonly path: string;
  /** Middle of the label. */
  readonly label: XY;
  readonly width: number;
}

/** Where a label may stand along its line, the first that is free. */
const PLACES = [0.86, 0.14, 0.72, 0.28, 0.6, 0.4];
const HEIGHT = 20;

const alongWay = (way: readonly XY[], share: number): XY => {
  const lengths = way.slice(1).map(([x, y], i) => Math.hypot(x - way[i][0], y - way[i][1]));
  let rest = share * lengths.reduce((sum, length) => sum + length, 0);
  for (let i = 0; i < lengths.length; i++) {
    if (rest <= lengths[i] || i === lengths.length - 1) {
      const t = lengths[i] === 0 ? 0 : rest / lengths[i];
      const [[x0, y0], [x1, y1]] = [way[i], way[i + 1]];
      return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
    }
    rest -= lengths[i];
  }
  return way[0];
};

export function layOutLines(lines: readonly RuleLine[], layout: GridLayout, size: number): Drawn[] {
  const { left, right, top, bottom } = layout;
  const taken: XY[] = [];
  const widths: number[] = [];
  return lines.flatMap((line): Drawn[] => {
    const [start, end] = line.x === 0 ? [left, right] : layout.x.scaled;
    const way = clipWay(wayOf(line, layout), [start, top], [end, bottom]);
    if (way.length < 2) return [];
    const width = widthOf(line.label, size) + 14 * size;
    const inFrame = ([x, y]: XY): XY => [
      Math.max(left + width / 2, Math.min(right - width / 2, x)),
      Math.max(top + HEIGHT / 2, Math.min(bottom - HEIGHT / 2, y)),
    ];
    const free = ([x, y]: XY) =>
      taken.every(
        ([tx, ty], i) =>
          Math.abs(tx - x) > (widths[i] + width) / 2 + 4 || Math.abs(ty - y) > HEIGHT * size + 2,
      );
    const places = PLACES.map((share) => inFrame(alongWay(way, share)));
    const label = places.find(free) ?? places[0];
    taken.push(label);
    widths.push(width);
    const path = way.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
    return [{ line, path, label, width }];
  });
}

export function drawLines(layer: Layer, drawn: readonly Drawn[], size: number): void {
  const groups = layer
    .selectAll<SVGGElement, Drawn>("g.rule")
    .data(drawn, ({ line }) => line.id)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path").attr("class", "casing");
      group.append("path").attr("class", "line");
      const label = group.append("g").attr("class", "name");
      label.append("rect");
      label.append("text");
      return group;
    })
    .attr("class", ({ line }) => `rule ${line.id}${line.chosen ? " chosen" : ""}`);
  groups.select(".casing").attr("d", ({ path }) => path);
  groups.select(".line").attr("d", ({ path }) => path);
  const labels = groups
    .select<SVGGElement>(".name")
    .attr("transform", ({ label: [x, y] }) => `translate(${x.toFixed(1)},${y.toFixed(1)})`);
  labels
    .select("rect")
    .attr("x", ({ width }) => -width / 2)
    .attr("width", ({ width }) => width)
    .attr("y", (-HEIGHT / 2) * size)
    .attr("height", HEIGHT * size)
    .attr("rx", 5);
  labels
    .select<SVGTextElement>("text")
    .attr("text-anchor", "middle")
    .attr("y", 4.5 * size)
    .each(function ({ line }) {
      setRichText(this, line.label);
    });
}
