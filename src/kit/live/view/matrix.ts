/**
 * @file The relation as a matrix: row x, column y, shaded by truth, prediction or error.
 *
 * Shapes: n elements.
 */
import { type ZoomTransform, zoomIdentity } from "d3";
import { ARROWS, type Cell, nextCell, sameCell } from "../../draw/cells";
import { explore } from "../../draw/explore";
import type { Place } from "../../draw/gestures";
import { isolated } from "../../draw/names";
import { addCanvas, makeStage } from "../../draw/stage";
import type { View } from "../../draw/view";
import { answersDiffer, type CellValues, drawCells, truthsDiffer } from "./matrixCells";
import { beginSquare, cellIn, cornersOf, layOut } from "./matrixGrid";
import { makeMatrixKey } from "./matrixKey";
import { drawOverlay } from "./matrixOverlay";
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

/** "R(9, 12) = 1, held out, P = 0.98"; with a second run also what differs there. */
function readCell(data: MatrixData, { x, y }: Pair): string {
  const { n, labels, truth, mask, prediction, other } = data;
  const pair = x * n + y;
  const set = mask[pair] === 1 ? "trained on" : "held out";
  const p = prediction ? `, P = ${prediction[pair].toFixed(2)}` : "";
  const unlike = other && truthsDiffer(data, pair) ? ` (${other.truth[pair]} ${other.name})` : "";
  const q = other?.prediction ? `, ${other.prediction[pair].toFixed(2)} ${other.name}` : "";
  return `R(${isolated(labels[x])}, ${isolated(labels[y])}) = ${truth[pair]}${unlike}, ${set}${p}${q}`;
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

  const layout = () => layOut(data?.labels ?? [], stage, transform);
  const pairAt = ([row, column]: Cell): Pair => ({ x: order[row], y: order[column] });

  function draw(): void {
    if (!data || stage.width < 1 || stage.height < 1) return;
    const grid = layout();
    drawCells(beginSquare(cells, grid), data, order, grid, stage.palette);
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
    const grid = layout();
    drawOverlay(beginSquare(over, grid), overlay, grid);
  }

  function point(to: Cell | null): void {
    if (sameCell(to, cursor)) return;
    cursor = to;
    const pair = cursor && pairAt(cursor);
    const words = pair && data ? readCell(data, pair) : null;
    key.read(words);
    if (words) stage.say(words);
    drawOver();
    events.onHover?.(pair);
  }

  const cellAt = (place: Place): Cell | null => data && cellIn(layout(), place);

  function pick(cell: Cell | null): void {
    if (cell) events.onPick?.(pairAt(cell));
  }

  const step = (key: string) => () => {
    point(nextCell(cursor, key, data?.n ?? 1));
    const { ratio, cell, margin } = layout();
    const middle = (i: number) => (margin + ((i + 0.5) * cell) / transform.k) / ratio;
    if (cursor && transform.k > 1) explorer.centre(middle(cursor[1]), middle(cursor[0]));
  };

  const explorer = explore(over, {
    signal: stage.signal,
    scales: [1, 12],
    within: () => cornersOf(layout()),
    onZoom(next) {
      transform = next;
      draw();
    },
    onPoint: (at) => point(at && cellAt(at)),
    onClick: (at) => pick(cellAt(at)),
    keys: new Map([
      ...Object.keys(ARROWS).map((key) => [key, step(key)] as const),
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

function describe(data: MatrixData): string {
  const { n, mask, truth, prediction, show, other } = data;
  let held = 0;
  let wrong = 0;
  let differ = 0;
  for (let pair = 0; pair < n * n; pair++) {
    held += 1 - mask[pair];
    differ += answersDiffer(data, pair) ? 1 : 0;
    if (prediction) wrong += prediction[pair] > 0.5 === (truth[pair] === 1) ? 0 : 1;
  }
  const errors = prediction ? `, ${wrong} predicted wrongly` : "";
  const unlike = other ? `, ${differ} answered otherwise ${other.name}` : "";
  return `Relation matrix, ${n} by ${n}, showing ${show}: ${held} pairs held out${errors}${unlike}. Arrow keys move over the cells, Enter picks one, plus and minus zoom.`;
}
