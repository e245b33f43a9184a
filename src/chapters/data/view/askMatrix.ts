/**
 * @file Ten numbers to ask about: R(x, y) in the row of x and the column of y. What was asked is dark,
 * what follows is hued, what follows from the last answer is lit, what is open is empty, what contradicts is
 * crossed out; a ring is around the best pair to ask next.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import "./ask.css";
import { type Selection, select } from "d3";
import { type CellGrid, cellOf, makeCellCursor } from "../../../kit/draw/cellCursor";
import type { Cell } from "../../../kit/draw/cells";
import type { Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { placeTexts } from "../../../kit/draw/placedText";
import { makeStage, showAs } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface AskMatrixData {
  readonly n: number;
  /** 0 or 1 where it is known or follows. [N] */
  readonly value: ArrayLike<number>;
  /** [N] */
  readonly status: readonly ("asked" | "follows" | "open" | "clash")[];
  /** Pairs that follow from the last answer and were open before. */
  readonly fresh: readonly number[];
  /** The best to ask next; null where that is not known, or nothing is open. */
  readonly best: number | null;
  /** P(R = 1); null where it is not known. [N] */
  readonly yes: ArrayLike<number> | null;
  /** Bits that the answer is expected to carry; null where they are not known. [N] */
  readonly worth: ArrayLike<number> | null;
  readonly summary: string;
}

export interface AskMatrixEvents {
  /** The reader asks about a pair, or takes that back. */
  onAsk(pair: number): void;
}

/** What is known of a pair, in words. */
export function askWords(data: AskMatrixData, pair: number): string {
  const { n, value, status, fresh, yes, worth, best } = data;
  const name = `R(${Math.floor(pair / n)}, ${pair % n})`;
  if (status[pair] === "asked") return `${name} = ${value[pair]}: you asked; press to take it back`;
  if (status[pair] === "clash")
    return `${name} = ${value[pair]} contradicts the class; press to take it back`;
  if (status[pair] === "follows")
    return `${name} = ${value[pair]} follows${fresh.includes(pair) ? " from the last answer" : ""}: asking would teach nothing`;
  const odds =
    yes && worth
      ? `: 1 with probability ${yes[pair].toFixed(2)}, worth ${worth[pair].toFixed(2)} bits`
      : "";
  const next = status.includes("clash") ? "what contradicts is taken back first" : "press to ask";
  return `${name} is open${odds}${best === pair ? ", the best to ask" : ""}; ${next}`;
}

/** Room for the numbers of rows and columns, px at size 1. */
const MARGIN = 20;

export const askMatrix: View<AskMatrixData, AskMatrixEvents> = (root, events) => {
  const stage = makeStage(root, "ask-matrix", draw);
  const svg = select(stage.plot).append("svg").attr("tabindex", 0);
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const [squares, marks, heads] = [layer("cells"), layer("marks"), layer("heads")];
  const reading = stage.caption.appendChild(document.createElement("span"));
  const node = svg.node() as SVGSVGElement;
  let data: AskMatrixData | null = null;

  function grid(): CellGrid {
    const at = MARGIN * stage.palette.size;
    const room = Math.min(stage.width, stage.height) - at - 2;
    return { at, side: Math.max(1, room) / Math.max(1, data?.n ?? 1) };
  }

  const cursor = makeCellCursor({
    node,
    signal: stage.signal,
    size: () => data?.n ?? 1,
    cellAt: (place) => cellOf(place, grid(), data?.n ?? 0),
    moved(to) {
      draw();
      if (to) stage.say(reading.textContent ?? "");
    },
    pressed([x, y]) {
      if (data) events.onAsk(x * data.n + y);
    },
  });

  function draw(): void {
    if (!data || stage.width < 60 || stage.height < 60) return;
    const { n, best, summary } = data;
    const { size } = stage.palette;
    const cells = grid();
    const at = cursor();
    drawCells(squares, data, cells, size);
    const ringed = [
      ...(best === null ? [] : [{ kind: "best", cell: [Math.floor(best / n), best % n] as Cell }]),
      ...(at ? [{ kind: "cursor", cell: at }] : []),
    ];
    placeMarks(marks, "rect", ringed, ({ kind, cell: [row, column] }) => ({
      class: kind,
      x: cells.at + column * cells.side + 1,
      y: cells.at + row * cells.side + 1,
      width: cells.side - 3,
      height: cells.side - 3,
      rx: 3,
    }));
    const { at: start, side } = cells;
    const crossed = data.status.flatMap((kind, pair) => (kind === "clash" ? [pair] : []));
    placeMarks(marks, "path", crossed, (pair) => {
      const [x, y] = [start + (pair % n) * side, start + Math.floor(pair / n) * side];
      return { d: `M${x},${y}l${side},${side}m0,${-side}l${-side},${side}` };
    });
    drawHeads(heads, n, cells, size);
    const text = at ? askWords(data, at[0] * n + at[1]) : summary;
    if (reading.textContent !== text) reading.textContent = text;
  }

  return {
    update(next) {
      data = next;
      showAs(node, `${next.summary} Arrow keys go through the pairs, Enter asks.`);
      draw();
      if (cursor()) stage.say(reading.textContent ?? "");
    },
    destroy: stage.destroy,
  };
};

/** The numbers of rows and columns, and which of the two is x. */
function drawHeads(layer: Layer, n: number, { at, side }: CellGrid, size: number): void {
  placeTexts(layer, [
    { text: "x", x: at / 2, y: at - 5 * size, anchor: "middle", kind: "axis-caption" },
    ...Array.from({ length: n }, (_, i) => i).flatMap((i) => {
      const middle = at + (i + 0.5) * side;
      return [
        { text: `${i}`, x: middle, y: at - 5 * size, anchor: "middle" as const },
        { text: `${i}`, x: at / 2, y: middle + 4.5 * size, anchor: "middle" as const },
      ];
    }),
  ]);
}

function drawCells(layer: Layer, data: AskMatrixData, { at, side }: CellGrid, size: number): void {
  const { n, status, value, fresh } = data;
  const lit = new Set(fresh);
  const cell = layer
    .selectAll<SVGGElement, number>("g")
    .data(status.map((_, pair) => pair))
    .join((enter) => {
      const g: Selection<SVGGElement, number, SVGGElement, unknown> = enter.append("g");
      g.append("rect");
      g.append("text").attr("text-anchor", "middle");
      return g;
    })
    .attr("class", (pair) => `${status[pair]}${lit.has(pair) ? " fresh" : ""}`)
    .attr("transform", (pair) => {
      const [x, y] = [Math.floor(pair / n), pair % n];
      return `translate(${(at + y * side).toFixed(1)},${(at + x * side).toFixed(1)})`;
    });
  cell
    .select("rect")
    .attr("width", side - 1)
    .attr("height", side - 1);
  cell
    .select("text")
    .attr("x", side / 2)
    .attr("y", side / 2 + 4.5 * size)
    .text((pair) => (status[pair] === "open" ? "" : value[pair]));
}
