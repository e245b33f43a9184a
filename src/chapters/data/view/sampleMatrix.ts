/**
 * @file One sample of a relation as a matrix: what is known, what follows, and what is left to guess,
 * told by hue, or by size where there is none; the strength is the probability of R = 1.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import "./bound.css";
import { interpolateRgb } from "d3";
import { ARROWS, type Cell, nextCell, sameCell } from "../../../kit/draw/cells";
import { onDrag, onKey, onPoint, type Place, placeOn } from "../../../kit/draw/gestures";
import type { Palette } from "../../../kit/draw/palette";
import { addCanvas, beginCanvas, makeStage, showAs } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface SampleMatrixData {
  readonly n: number;
  /** Element of each row and column. [n] */
  readonly order: readonly number[];
  /** [N] */
  readonly status: readonly ("known" | "follows" | "guessed")[];
  /** P(R = 1) as far as it is known; NaN where it is not. [N] */
  readonly p: ArrayLike<number>;
  /** Pairs that contradict each other. */
  readonly contradicting: readonly number[];
  /** Whether a cell can be turned over. */
  readonly editable: boolean;
  /** Pairs that the reader expects to follow. */
  readonly marked?: readonly number[];
  /** Whether the reader is naming them, and what follows is hidden. */
  readonly marking?: boolean;
  readonly summary: string;
}

export interface SampleMatrixEvents {
  onFlip(x: number, y: number): void;
  /** The reader names this pair as one that follows, or no longer does. */
  onMark?(pair: number): void;
}

/** Least strength of a cell, so that a known or inferred 0 is still seen to be one. */
const FLOOR = 0.13;

/** Radius of the dot in a pair that the reader names, as a share of the cell. */
const MARK = 0.28;

/** How much smaller than its cell a square is on each side, where no hue tells what it is. */
const INSETS = { known: 0, follows: 0.2, guessed: 0.35 } as const;

const WORDS = { known: "known", follows: "follows", guessed: "to be guessed" } as const;

/** What is known of R(x, y), in words. */
function words(data: SampleMatrixData, x: number, y: number): string {
  const { n, status, p, contradicting, editable, marked = [], marking } = data;
  const pair = x * n + y;
  const named = marked.includes(pair);
  if (marking && status[pair] !== "known")
    return `R(${x}, ${y}) ${named ? "follows, you say; press to take it back" : "is not shown; press if it follows"}`;
  const share = p[pair];
  const value =
    status[pair] !== "guessed"
      ? `R(${x}, ${y}) = ${share} ${WORDS[status[pair]]}`
      : Number.isNaN(share)
        ? `R(${x}, ${y}) is to be guessed, with odds that are not known`
        : `R(${x}, ${y}) is to be guessed: 1 with probability ${share.toFixed(2)}`;
  const clash = contradicting.includes(pair) ? ", and contradicts" : "";
  const said = named ? ", and you said that it follows" : "";
  return `${value}${said}${clash}${editable ? "; press to turn it over" : ""}`;
}

/** Draws cells of `cell` pixels, those that contradict and the one at `cursor` outlined. */
function drawCells(
  context: CanvasRenderingContext2D,
  { n, order, status, p, contradicting, marked = [] }: SampleMatrixData,
  cell: number,
  cursor: Cell | null,
  { colour, classes, stroke, forced }: Palette,
): void {
  const shades = {
    known: interpolateRgb(colour.panel, colour.ink),
    follows: interpolateRgb(colour.panel, classes[2]),
    guessed: interpolateRgb(colour.panel, classes[0]),
  };
  const side = cell - (cell >= 5 ? 1 : 0);
  order.forEach((x, row) => {
    order.forEach((y, column) => {
      const pair = x * n + y;
      const share = Number.isNaN(p[pair]) ? 0 : p[pair];
      context.fillStyle = shades[status[pair]](FLOOR + (1 - FLOOR) * share);
      const by = forced ? INSETS[status[pair]] * side : 0;
      context.fillRect(column * cell + by, row * cell + by, side - 2 * by, side - 2 * by);
    });
  });
  context.lineWidth = 2 * stroke;
  const outline = ([row, column]: Cell, by: string) => {
    context.strokeStyle = by;
    context.strokeRect(column * cell, row * cell, side, side);
  };
  const cellOf = (pair: number): Cell => [
    order.indexOf(Math.floor(pair / n)),
    order.indexOf(pair % n),
  ];
  for (const pair of contradicting) outline(cellOf(pair), colour.error);
  context.fillStyle = classes[4];
  context.strokeStyle = colour.panel;
  context.lineWidth = cell / 12;
  for (const [row, column] of marked.map(cellOf)) {
    context.beginPath();
    context.arc(column * cell + side / 2, row * cell + side / 2, MARK * side, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.lineWidth = 2 * stroke;
  if (cursor) outline(cursor, colour.ink);
}

export const sampleMatrix: View<SampleMatrixData, SampleMatrixEvents> = (root, events) => {
  const stage = makeStage(root, "sample-matrix", draw);
  const canvas = addCanvas(stage);
  const reading = stage.caption.appendChild(document.createElement("span"));
  canvas.tabIndex = 0;
  let data: SampleMatrixData | null = null;
  let cursor: Cell | null = null;

  const cellSize = (): number =>
    Math.max(1, Math.min(stage.width, stage.height)) / Math.max(1, data?.n ?? 1);

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 10 || height < 10) return;
    const { n, order, summary } = data;
    const cell = cellSize();
    drawCells(beginCanvas(canvas, cell * n, cell * n), data, cell, cursor, palette);
    const text = cursor ? words(data, order[cursor[0]], order[cursor[1]]) : summary;
    if (reading.textContent !== text) reading.textContent = text;
  }

  function point(to: Cell | null): void {
    if (sameCell(to, cursor)) return;
    cursor = to;
    draw();
    if (cursor) stage.say(reading.textContent ?? "");
  }

  function act(): void {
    if (!cursor || !data) return;
    const [x, y] = cursor.map((place) => data?.order[place] ?? 0);
    const pair = x * data.n + y;
    if (data.marking && data.status[pair] !== "known") events.onMark?.(pair);
    else if (data.editable) events.onFlip(x, y);
  }

  const cellAt = (place: Place): Cell | null => {
    const [column, row] = place.map((px) => Math.floor(px / cellSize()));
    const n = data?.n ?? 0;
    return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
  };
  const press = (event: MouseEvent) => {
    point(cellAt(placeOn(canvas, event)));
    // While pairs are named a press has been heard as the start of a stroke.
    if (!data?.marking) act();
  };
  /** Pairs of the stroke that is being drawn: each is named once. */
  const stroke = new Set<number>();
  const draws = (event: PointerEvent) => {
    const cell = cellAt(placeOn(canvas, event));
    if (!cell || !data?.marking) return;
    point(cell);
    const pair = data.order[cell[0]] * data.n + data.order[cell[1]];
    if (stroke.has(pair)) return;
    stroke.add(pair);
    act();
  };
  onDrag(
    canvas,
    stage.signal,
    (event) => {
      stroke.clear();
      draws(event);
    },
    draws,
  );
  onPoint(canvas, stage.signal, (place) => point(place && cellAt(place)));
  canvas.addEventListener("click", press, { signal: stage.signal });
  onKey(canvas, stage.signal, ({ key }) => {
    if (key in ARROWS) point(nextCell(cursor, key, data?.n ?? 1));
    else if (key === "Enter" || key === " ") act();
    else return false;
    return true;
  });

  return {
    update(next) {
      data = next;
      if (cursor && Math.max(...cursor) >= next.n) cursor = null;
      canvas.style.touchAction = next.marking ? "pinch-zoom" : "";
      showAs(canvas, `${next.summary} Arrow keys read the cells.`);
      draw();
    },
    destroy: stage.destroy,
  };
};
