/**
 * @file Where the cells of the relation matrix lie, in device pixels: x goes down, y to the right, in a
 * square with room for labels at its left and top.
 */
import type { ZoomTransform } from "d3";
import type { Cell } from "../../draw/cells";
import type { Place } from "../../draw/gestures";
import { widthOf } from "../../draw/names";
import { beginCanvas, ratioOf, type Stage } from "../../draw/stage";

/** Counted from the corner of the square. */
export interface CellGrid {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  /** Of the square that they are seen in. */
  readonly side: number;
  /** Of the square to the left and the upper edge of the canvas: room for labels. */
  readonly margin: number;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

/** Room for labels, CSS pixels at size 1: for numbers; for names at most, and as a share of the picture. */
const MARGIN = 22;
const MOST = 104;
const SHARE = 0.24;

/** Size of the labels' type, CSS pixels at size 1. */
export const LABEL_SIZE = 12.5;

/** Room that labels need at size 1; numbers of two digits need no more than there always is. */
const needed = (labels: readonly string[]): number =>
  Math.max(MARGIN, 6 + LABEL_SIZE * Math.max(0, ...labels.map(widthOf)));

/** A row and a column for each label; unzoomed they are whole pixels wide. */
export function layOut(
  labels: readonly string[],
  stage: Stage,
  { k, x, y }: ZoomTransform,
): CellGrid {
  const n = Math.max(1, labels.length);
  const ratio = ratioOf(stage.plot);
  const { size } = stage.palette;
  const room = Math.max(MARGIN * size, SHARE * Math.min(stage.width, stage.height));
  const margin = Math.round(Math.min(room, needed(labels) * size, MOST * size) * ratio);
  const square = Math.max(1, Math.min(stage.width, stage.height) * ratio - margin);
  const cell = square / n >= 3 ? Math.floor(square / n) : square / n;
  return {
    ratio,
    margin,
    side: Math.floor(cell * n),
    cell: cell * k,
    left: x * ratio + (k - 1) * margin,
    top: y * ratio + (k - 1) * margin,
  };
}

/** Clears a canvas of the square; its origin is the square's corner. */
export function beginSquare(
  canvas: HTMLCanvasElement,
  { margin, side, ratio }: CellGrid,
): CanvasRenderingContext2D {
  const size = (margin + side + 2 * ratio) / ratio;
  const context = beginCanvas(canvas, size, size);
  context.setTransform(1, 0, 0, 1, margin, margin);
  return context;
}

/** The cell at a place of the canvas; null outside the square. */
export function cellIn(grid: CellGrid, at: Place): Cell | null {
  const { ratio, margin, side } = grid;
  const [x, y] = at.map((px) => px * ratio - margin);
  return x < 0 || y < 0 || x >= side || y >= side ? null : cellTowards(grid, at);
}

/** The same where the cells would go on outside of it. */
export function cellTowards({ ratio, margin, cell, left, top }: CellGrid, at: Place): Cell {
  const [x, y] = at.map((px) => px * ratio - margin);
  return [Math.floor((y - top) / cell), Math.floor((x - left) / cell)];
}

/** Whether some of a cell is seen in the square. */
export const isSeen = ({ cell, left, top, side }: CellGrid, [row, column]: Cell): boolean =>
  [top + row * cell, left + column * cell].every((start) => start + cell > 0 && start < side);

/** Two corners of the square, CSS pixels. */
export function cornersOf({ ratio, margin, side }: CellGrid): [[number, number], [number, number]] {
  const [start, end] = [margin / ratio, (margin + side) / ratio];
  return [
    [start, start],
    [end, end],
  ];
}
