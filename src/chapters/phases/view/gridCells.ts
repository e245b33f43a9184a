/**
 * @file Painting the cells of a phase diagram: a share for each of its seeds, never a blend of them.
 */

import { type Palette, PHASE_LETTERS } from "../../../kit/draw/palette";
import { beginCanvas, type Stage } from "../../../kit/draw/stage";
import type { Phase } from "../../../theory/phase";
import type { GridLayout } from "./gridLayout";

/** One seed of a cell. */
export type Replica =
  | { readonly kind: "waiting" }
  /** `share` of the way to its last step. */
  | { readonly kind: "training"; readonly share: number }
  /** Not trained: its neighbours are all of this phase. */
  | { readonly kind: "inferred"; readonly phase: Phase }
  | {
      readonly kind: "decided";
      readonly phase: Phase;
      /** Test accuracy was once above the line of Table 4 and is not any more. */
      readonly fellBack: boolean;
      readonly diverged: boolean;
      /** The chosen rule says otherwise. */
      readonly wrong: boolean;
    };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between cells, px. */
const GAP = 3;
/** Between small cells. */
const NARROW = 1.5;
/** The frame of a cell, without the gap to its neighbours. */
export function boxOf({ x, y }: GridLayout, column: number, row: number): Box {
  const gap = Math.min(x.size, y.size) > 30 ? GAP : NARROW;
  return {
    x: x.middles[column] - x.size / 2 + gap / 2,
    y: y.middles[row] - y.size / 2 + gap / 2,
    width: x.size - gap,
    height: y.size - gap,
  };
}

/** Columns of shares: side by side, in a square from four on. */
const columnsFor = (count: number): number => (count < 4 ? count : count === 4 ? 2 : 3);

/** The part of a cell that belongs to each of `count` seeds, row by row. */
export function sharesOf(count: number, { x, y, width, height }: Box): Box[] {
  const columns = columnsFor(count);
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    return {
      x: x + ((i - row * columns) * width) / inRow,
      y: y + (row * height) / rows,
      width: width / inRow,
      height: height / rows,
    };
  });
}

/** Smallest share, px, in which a letter can be read. */
const READABLE = 10;

/** Paints the cells of a layout, in the same colours only those that have changed. [X Y, S] */
export function makeCellPainter(canvas: HTMLCanvasElement) {
  let context: CanvasRenderingContext2D;
  let before: { readonly layout: GridLayout; readonly palette: Palette } | null = null;
  let painted: (readonly Replica[])[] = [];
  return (
    cells: readonly (readonly Replica[])[],
    layout: GridLayout,
    { width, height, palette }: Stage,
  ): void => {
    if (before?.layout !== layout || before.palette !== palette) {
      context = beginCanvas(canvas, width, height);
      before = { layout, palette };
      painted = [];
    }
    const rows = layout.y.middles.length;
    cells.forEach((replicas, i) => {
      if (painted[i] === replicas) return;
      painted[i] = replicas;
      paintCell(context, boxOf(layout, Math.floor(i / rows), i % rows), replicas, palette);
    });
  };
}

function paintCell(
  context: CanvasRenderingContext2D,
  box: Box,
  replicas: readonly Replica[],
  palette: Palette,
): void {
  context.clearRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
  const shares = sharesOf(replicas.length, box);
  for (const [i, replica] of replicas.entries()) paintShare(context, shares[i], replica, palette);
}

function paintShare(
  context: CanvasRenderingContext2D,
  box: Box,
  replica: Replica,
  palette: Palette,
): void {
  const { x, y, width, height } = box;
  // A hairline of ground between shares.
  const inner = { x: x + 0.25, y: y + 0.25, width: width - 0.5, height: height - 0.5 };
  const fill = (colour: string, part: Box = inner) => {
    context.fillStyle = colour;
    context.fillRect(part.x, part.y, part.width, part.height);
  };
  switch (replica.kind) {
    case "waiting":
      fill(palette.colour.grid);
      break;
    case "training": {
      fill(palette.colour.grid);
      const done = Math.max(0.04, Math.min(1, replica.share)) * height;
      fill(palette.colour.rule, { ...inner, y: y + height - done, height: done });
      fill(palette.colour.muted, { ...inner, y: y + height - done, height: 1.5 });
      break;
    }
    case "inferred": {
      fill(palette.colour.grid);
      context.globalAlpha = 0.32;
      fill(palette.phases[replica.phase].fill);
      context.globalAlpha = 0.7;
      name(context, box, replica.phase, palette.colour.ink, palette);
      context.globalAlpha = 1;
      break;
    }
    case "decided": {
      const { fill: colour, on } = palette.phases[replica.phase];
      fill(colour);
      name(context, box, replica.phase, on, palette);
      if (replica.fellBack) notch(context, box, on);
      if (replica.diverged) bar(context, box, on);
      if (replica.wrong) ring(context, box, on, palette);
      break;
    }
    default:
      replica satisfies never;
  }
}

/** A phase is never told by colour alone. */
function name(
  context: CanvasRenderingContext2D,
  box: Box,
  phase: Phase,
  colour: string,
  palette: Palette,
): void {
  if (Math.min(box.width, box.height) >= READABLE) letter(context, box, phase, colour, palette);
  else hatch(context, box, phase, colour);
}

function letter(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  phase: Phase,
  colour: string,
  palette: Palette,
): void {
  const font = Math.min(13 * palette.size, 0.62 * width + 3, 0.7 * height);
  context.font = `650 ${font}px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(PHASE_LETTERS[phase], x + width / 2, y + height / 2 + 0.5);
}

/** Where no letter fits: nothing for G, one diagonal for K, both for M, a level line for C. */
function hatch(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  phase: Phase,
  colour: string,
): void {
  const lines: readonly (readonly [number, number, number, number])[] = {
    generalisation: [],
    grokking: [[0, 1, 1, 0]],
    memorisation: [
      [0, 1, 1, 0],
      [0, 0, 1, 1],
    ],
    confusion: [[0, 0.5, 1, 0.5]],
  }[phase] as [number, number, number, number][];
  context.strokeStyle = colour;
  context.lineWidth = 0.75;
  context.beginPath();
  for (const [x0, y0, x1, y1] of lines) {
    context.moveTo(x + x0 * width, y + y0 * height);
    context.lineTo(x + x1 * width, y + y1 * height);
  }
  context.stroke();
}

const markSize = ({ width, height }: Box): number =>
  Math.max(1.5, Math.min(5, 0.16 * width + 1, 0.14 * height));

/** Fell back: a notch that points down from the upper edge. */
function notch(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  const half = markSize(box);
  const middle = box.x + box.width / 2;
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(middle - half, box.y + 1.5);
  context.lineTo(middle + half, box.y + 1.5);
  context.lineTo(middle, box.y + 1.5 + 1.4 * half);
  context.fill();
}

/** Diverged: a bar along the upper edge. */
function bar(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(box.x + 2, box.y + 1.5, box.width - 4, 1.5);
}

/** Wrongly foretold: a ring near the lower edge. */
function ring(
  context: CanvasRenderingContext2D,
  box: Box,
  colour: string,
  { stroke }: Palette,
): void {
  const radius = 0.8 * markSize(box);
  context.strokeStyle = colour;
  context.lineWidth = 1.5 * stroke;
  context.beginPath();
  context.arc(
    box.x + box.width / 2,
    box.y + box.height - radius - stroke - 1,
    radius,
    0,
    2 * Math.PI,
  );
  context.stroke();
}
