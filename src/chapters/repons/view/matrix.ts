/**
 * @file The relation as a matrix: row x, column y, shaded by truth, prediction or error.
 *
 * Shapes: n elements.
 */
import { type ZoomTransform, zoomIdentity } from "d3";
import { explore } from "../../../kit/draw/explore";
import { addCanvas, beginCanvas, makeStage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { type CellValues, drawCells } from "./matrixCells";
import { makeMatrixKey } from "./matrixKey";
import { drawEdgeLabels, drawSpotlight } from "./matrixOverlay";
import "./matrix.css";

export interface MatrixData extends CellValues {
  /** [n] */
  readonly labels: readonly string[];
  /** Element of each row and column, a permutation; null: as they come. [n] */
  readonly order: ArrayLike<number> | null;
  /** Elements whose rows and columns stand out. */
  readonly highlighted: readonly number[];
}

export interface Pair {
  readonly x: number;
  readonly y: number;
}

export interface MatrixEvents {
  onHover?(pair: Pair | null): void;
  onPick?(pair: Pair): void;
}

/** Room for labels at the left and at the top, px. */
const MARGIN = 22;

type Cell = readonly [row: number, column: number];

/** "R(9, 12) = 1, held out, P = 0.98" */
function readCell({ n, labels, truth, mask, prediction }: MatrixData, { x, y }: Pair): string {
  const pair = x * n + y;
  const set = mask[pair] === 1 ? "trained on" : "held out";
  const p = prediction ? `, P = ${prediction[pair].toFixed(2)}` : "";
  return `R(${labels[x]}, ${labels[y]}) = ${truth[pair]}, ${set}${p}`;
}

export const matrix: View<MatrixData, MatrixEvents> = (root, events) => {
  const stage = makeStage(root, "matrix", draw);
  const cells = addCanvas(stage);
  const over = addCanvas(stage);
  const key = makeMatrixKey(stage.caption);
  const family = getComputedStyle(stage.plot).fontFamily;
  over.tabIndex = 0;
  over.setAttribute("role", "img");

  let data: MatrixData | null = null;
  let order: ArrayLike<number> = [];
  let transform: ZoomTransform = zoomIdentity;
  /** The cell under pointer or keys. */
  let cursor: Cell | null = null;

  /** Where the cells lie, in device pixels; unzoomed they are whole pixels wide. */
  function layout() {
    const ratio = window.devicePixelRatio || 1;
    const margin = Math.round(MARGIN * stage.palette.size * ratio);
    const room = Math.max(1, Math.min(stage.width, stage.height) * ratio - margin);
    const n = data?.n ?? 1;
    const rest = room / n >= 3 ? Math.floor(room / n) : room / n;
    return {
      ratio,
      margin,
      side: Math.floor(rest * n),
      cell: rest * transform.k,
      left: transform.x * ratio + (transform.k - 1) * margin,
      top: transform.y * ratio + (transform.k - 1) * margin,
    };
  }

  const pairAt = ([row, column]: Cell): Pair => ({ x: order[row], y: order[column] });

  function begin(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const { margin, side, ratio } = layout();
    const size = (margin + side + 2 * ratio) / ratio;
    const context = beginCanvas(canvas, size, size);
    context.setTransform(1, 0, 0, 1, margin, margin);
    return context;
  }

  function draw(): void {
    if (!data || stage.width < 1 || stage.height < 1) return;
    const grid = layout();
    const context = begin(cells);
    context.fillStyle = stage.palette.colour.grid;
    context.fillRect(0, 0, grid.side, grid.side);
    context.beginPath();
    context.rect(0, 0, grid.side, grid.side);
    context.save();
    context.clip();
    drawCells(context, data, { order, ...grid }, grid.side, stage.palette);
    context.restore();
    drawOver();
  }

  function drawOver(): void {
    if (!data || stage.width < 1 || stage.height < 1) return;
    const { labels, highlighted } = data;
    const elements = Array.from(order);
    const lit = new Set(elements.flatMap((x, i) => (highlighted.includes(x) ? [i] : [])));
    const overlay = {
      labels: elements.map((x) => labels[x]),
      rows: cursor ? new Set([cursor[0]]) : lit,
      columns: cursor ? new Set([cursor[1]]) : lit,
      cursor,
      palette: stage.palette,
      family,
    };
    const context = begin(over);
    drawSpotlight(context, overlay, layout());
    drawEdgeLabels(context, overlay, layout());
  }

  function point(to: Cell | null): void {
    if (to?.[0] === cursor?.[0] && to?.[1] === cursor?.[1]) return;
    cursor = to;
    const pair = cursor && pairAt(cursor);
    const words = pair && data ? readCell(data, pair) : null;
    key.read(words);
    if (words) stage.say(words);
    drawOver();
    events.onHover?.(pair);
  }

  function cellAt([px, py]: readonly [number, number]): Cell | null {
    const { ratio, margin, side, cell, left, top } = layout();
    const [x, y] = [px * ratio - margin, py * ratio - margin];
    if (!data || x < 0 || y < 0 || x >= side || y >= side) return null;
    return [Math.floor((y - top) / cell), Math.floor((x - left) / cell)];
  }

  function pick(cell: Cell | null): void {
    if (cell) events.onPick?.(pairAt(cell));
  }

  const step = (down: number, right: number) => () => {
    const n = data?.n ?? 1;
    const clamp = (i: number) => Math.min(n - 1, Math.max(0, i));
    point(cursor ? [clamp(cursor[0] + down), clamp(cursor[1] + right)] : [0, 0]);
    const { ratio, cell, margin } = layout();
    const middle = (i: number) => (margin + ((i + 0.5) * cell) / transform.k) / ratio;
    if (cursor && transform.k > 1) explorer.centre(middle(cursor[1]), middle(cursor[0]));
  };

  const explorer = explore(over, {
    signal: stage.signal,
    scales: [1, 12],
    within: () => {
      const { margin, side, ratio } = layout();
      const [start, end] = [margin / ratio, (margin + side) / ratio];
      return [
        [start, start],
        [end, end],
      ];
    },
    onZoom(next) {
      transform = next;
      draw();
    },
    onPoint: (at) => point(at && cellAt(at)),
    onClick: (at) => pick(cellAt(at)),
    keys: new Map([
      ["ArrowUp", step(-1, 0)],
      ["ArrowDown", step(1, 0)],
      ["ArrowLeft", step(0, -1)],
      ["ArrowRight", step(0, 1)],
      ["Enter", () => pick(cursor)],
    ]),
  });

  return {
    update(next) {
      data = next;
      order = next.order ?? Array.from({ length: next.n }, (_, i) => i);
      if (cursor && Math.max(...cursor) >= next.n) cursor = null;
      over.setAttribute("aria-label", describe(next));
      key.show(next.show);
      key.read(cursor ? readCell(next, pairAt(cursor)) : null);
      draw();
    },
    destroy: stage.destroy,
  };
};

function describe({ n, mask, truth, prediction, show }: MatrixData): string {
  let held = 0;
  let wrong = 0;
  for (let pair = 0; pair < n * n; pair++) {
    held += 1 - mask[pair];
    if (prediction) wrong += prediction[pair] > 0.5 === (truth[pair] === 1) ? 0 : 1;
  }
  const errors = prediction ? `, ${wrong} predicted wrongly` : "";
  return `Relation matrix, ${n} by ${n}, showing ${show}: ${held} pairs held out${errors}. Arrow keys move over the cells, Enter picks one, plus and minus zoom.`;
}
