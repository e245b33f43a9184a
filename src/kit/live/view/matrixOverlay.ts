/**
 * @file Over the cells: labels at the edges, and rows and columns that stand out.
 */
import type { Cell } from "../../draw/cells";
import { shortened } from "../../draw/names";
import type { Palette } from "../../draw/palette";
import { type CellGrid, LABEL_SIZE } from "./matrixGrid";

export interface Overlay {
  /** Label of each row and column. [n] */
  readonly labels: readonly string[];
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  /** Whether everything but them is paled. */
  readonly veil: boolean;
  readonly cursor: Cell | null;
  /** Cells that are framed beside it. */
  readonly marked: readonly Cell[];
  readonly palette: Palette;
}

const EVERY = [1, 2, 3, 5, 6, 10, 15, 20, 30];

/** Which of 0..n-1 are labelled: those that stand out, and as many others as there is room for. */
function labelled(n: number, cell: number, room: number, lit: ReadonlySet<number>): number[] {
  const every = EVERY.find((k) => k * cell >= room) ?? n;
  const clear = (i: number) => [...lit].every((j) => Math.abs(i - j) * cell >= 0.9 * room);
  return Array.from({ length: n }, (_, i) => i).filter(
    (i) => lit.has(i) || (i % every === 0 && clear(i)),
  );
}

/** Writes from (x, y) upwards. */
function fillUpright(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  room: number,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 2);
  context.fillText(text, 0, 0, room);
  context.restore();
}

function drawEdgeLabels(
  context: CanvasRenderingContext2D,
  { labels, rows, columns, palette }: Overlay,
  { left, top, cell, side, margin, ratio }: CellGrid,
): void {
  const font = LABEL_SIZE * palette.size * ratio;
  const room = margin - 5 * ratio;
  const words = labels.map((label) =>
    shortened(label, Math.max(2, Math.floor(room / (0.58 * font)))),
  );
  const style = (lit: boolean) => {
    context.font = `${lit ? 700 : 400} ${font}px ${palette.font}`;
    context.fillStyle = lit ? palette.colour.ink : palette.colour.muted;
  };
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const i of labelled(labels.length, cell, 1.3 * font, rows)) {
    const y = top + (i + 0.5) * cell;
    if (y < 0 || y > side) continue;
    style(rows.has(i));
    context.fillText(words[i], -5 * ratio, y, room);
  }
  const upright = words.some((word) => word.length > 2);
  context.textAlign = upright ? "left" : "center";
  for (const j of labelled(labels.length, cell, (upright ? 1.3 : 1.8) * font, columns)) {
    const x = left + (j + 0.5) * cell;
    if (x < 0 || x > side) continue;
    style(columns.has(j));
    if (upright) fillUpright(context, words[j], x, -5 * ratio, room);
    else context.fillText(words[j], x, -0.75 * font);
  }
}

/** Pales everything but the rows and columns that stand out. */
function drawVeil(
  context: CanvasRenderingContext2D,
  { rows, columns, palette }: Overlay,
  { left, top, cell, side }: CellGrid,
): void {
  context.save();
  context.beginPath();
  context.rect(0, 0, side, side);
  context.clip();
  context.fillStyle = palette.colour.ground;
  context.globalAlpha = 0.62;
  context.fillRect(0, 0, side, side);
  context.globalAlpha = 1;
  context.globalCompositeOperation = "destination-out";
  for (const i of rows) context.fillRect(0, top + i * cell, side, cell);
  for (const j of columns) context.fillRect(left + j * cell, 0, cell, side);
  context.globalCompositeOperation = "source-over";
  context.restore();
}

/** Frames the cell pointed at and those that are marked. */
function drawFrames(
  context: CanvasRenderingContext2D,
  { cursor, marked, palette }: Overlay,
  { left, top, cell, side, ratio }: CellGrid,
): void {
  const width = 2 * palette.stroke * ratio;
  context.strokeStyle = palette.colour.ink;
  context.lineWidth = width;
  for (const [row, column] of cursor ? [...marked, cursor] : marked) {
    const [x, y] = [left + column * cell, top + row * cell];
    if (x + cell < 0 || y + cell < 0 || x > side || y > side) continue;
    context.strokeRect(x - width / 2, y - width / 2, cell + width / 2, cell + width / 2);
  }
}

export function drawOverlay(
  context: CanvasRenderingContext2D,
  overlay: Overlay,
  grid: CellGrid,
): void {
  if (overlay.veil) drawVeil(context, overlay, grid);
  drawFrames(context, overlay, grid);
  drawEdgeLabels(context, overlay, grid);
}
