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
import { addCanvas, makeStage, showAs } from "../../draw/stage";
import type { View } from "../../draw/view";
import { BRUSH_KEYS, makeBrush } from "./matrixBrush";
import { answersDiffer, type CellValues, drawCells, truthsDiffer } from "./matrixCells";
import { beginSquare, cellIn, cellTowards, cornersOf, isSeen, layOut } from "./matrixGrid";
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
  /** What a brush paints; without one, a press picks and a drag moves the picture. */
  readonly brush?: "truth" | "mask" | null;
  /** Pairs that are framed, x * n + y. */
  readonly marked?: readonly number[];
}

export interface Pair {
  readonly x: number;
  readonly y: number;
}

export interface MatrixEvents {
  onHover?(pair: Pair | null): void;
  onPick?(pair: Pair): void;
  /** A stroke of the brush goes over these pairs. */
  onPaint?(pairs: readonly Pair[], value: 0 | 1): void;
  /** The stroke has ended. */
  onRest?(): void;
}

/** "R(9, 12) = 1, held out, P = 0.98"; with a second run also what differs there. */
function readCell(data: MatrixData, { x, y }: Pair): string {
  const { n, labels, truth, mask, prediction, other } = data;
  const pair = x * n + y;
  const set = mask ? (mask[pair] === 1 ? ", trained on" : ", held out") : "";
  const p = prediction ? `, P = ${prediction[pair].toFixed(2)}` : "";
  const unlike = other && truthsDiffer(data, pair) ? ` (${other.truth[pair]} ${other.name})` : "";
  const q = other?.prediction ? `, ${other.prediction[pair].toFixed(2)} ${other.name}` : "";
  return `R(${isolated(labels[x])}, ${isolated(labels[y])}) = ${truth[pair]}${unlike}${set}${p}${q}`;
}

export const matrix: View<MatrixData, MatrixEvents> = (root, events) => {
  const stage = makeStage(root, "matrix", draw);
  const cells = addCanvas(stage);
  const over = addCanvas(stage);
  const key = makeMatrixKey(stage.caption);
  over.tabIndex = 0;

  let data: MatrixData | null = null;
  let order: ArrayLike<number> = [];
  let transform: ZoomTransform = zoomIdentity;
  /** The cell under pointer or keys. */
  let cursor: Cell | null = null;
  /** What was painted since the data came: bits by pair. */
  const wet = new Map<number, 0 | 1>();

  const layout = () => layOut(data?.labels ?? [], stage, transform);
  const pairAt = ([row, column]: Cell): Pair => ({ x: order[row], y: order[column] });
  const indexOf = ({ x, y }: Pair): number => x * (data?.n ?? 0) + y;

  function draw(): void {
    if (!data || stage.width < 1 || stage.height < 1) return;
    const grid = layout();
    drawCells(beginSquare(cells, grid), data, order, grid, stage.palette);
    drawOver();
  }

  function drawOver(): void {
    if (!data || stage.width < 1 || stage.height < 1) return;
    const { n, labels, highlighted, brush, marked = [] } = data;
    const elements = Array.from(order);
    const lit = new Set(elements.flatMap((x, i) => (highlighted.includes(x) ? [i] : [])));
    const overlay = {
      labels: elements.map((x) => labels[x]),
      rows: cursor ? new Set([cursor[0]]) : lit,
      columns: cursor ? new Set([cursor[1]]) : lit,
      // Under a brush the whole drawing is seen.
      veil: cursor ? !brush : lit.size > 0,
      cursor,
      marked: marked.map(
        (pair): Cell => [elements.indexOf(Math.floor(pair / n)), elements.indexOf(pair % n)],
      ),
      palette: stage.palette,
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

  const isCell = (cell: Cell): boolean => cell.every((i) => i >= 0 && i < order.length);
  /** Zoomed in, a smaller matrix may leave the place under the pointer empty. */
  const cellAt = (place: Place): Cell | null => {
    const cell = data && cellIn(layout(), place);
    return cell && isCell(cell) ? cell : null;
  };

  const brush = makeBrush(over, {
    signal: stage.signal,
    isOn: () => Boolean(data?.brush),
    cellAt: (at) => cellTowards(layout(), at),
    isSeen: (cell) => isCell(cell) && isSeen(layout(), cell),
    bitOf(cell) {
      const pair = indexOf(pairAt(cell));
      return wet.get(pair) ?? (data?.brush && data[data.brush]?.[pair]) ?? 0;
    },
    paint(cells, value) {
      const pairs = cells.map(pairAt);
      for (const pair of pairs) wet.set(indexOf(pair), value);
      events.onPaint?.(pairs, value);
    },
    rest: () => events.onRest?.(),
  });

  function press(cell: Cell | null): void {
    if (!cell) return;
    if (data?.brush) brush.flip(cell);
    else events.onPick?.(pairAt(cell));
  }

  const step = (key: string) => (event: KeyboardEvent) => {
    const to = nextCell(cursor, key, data?.n ?? 1);
    if (!event.shiftKey) brush.end();
    point(to);
    brush.reached(to, event);
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
    onClick(at) {
      if (!data?.brush) press(cellAt(at));
    },
    keys: new Map([
      ...Object.keys(ARROWS).map((key) => [key, step(key)] as const),
      ["Enter", () => press(cursor)],
      // Elsewhere it plays and pauses the run.
      [" ", () => (data?.brush ? press(cursor) : false)],
    ]),
  });

  return {
    update(next) {
      data = next;
      wet.clear();
      order = next.order ?? Array.from({ length: next.n }, (_, i) => i);
      if (cursor && Math.max(...cursor) >= next.n) cursor = null;
      showAs(over, describe(next));
      explorer.draws(Boolean(next.brush));
      key.show(next.show, next.mask !== null);
      key.read(cursor ? readCell(next, pairAt(cursor)) : null);
      draw();
    },
    destroy: stage.destroy,
  };
};

function describe(data: MatrixData): string {
  const { n, mask, truth, prediction, show, brush, other } = data;
  let held = 0;
  let wrong = 0;
  let differ = 0;
  for (let pair = 0; pair < n * n; pair++) {
    if (mask) held += 1 - mask[pair];
    differ += answersDiffer(data, pair) ? 1 : 0;
    if (prediction) wrong += prediction[pair] > 0.5 === (truth[pair] === 1) ? 0 : 1;
  }
  const split = mask ? `: ${held} pairs held out` : "";
  const errors = prediction ? `, ${wrong} predicted wrongly` : "";
  const unlike = other ? `, ${differ} answered otherwise ${other.name}` : "";
  const keys = brush
    ? `${BRUSH_KEYS} Plus and minus zoom.`
    : "Arrow keys move over the cells, Enter picks one, plus and minus zoom.";
  return `Relation matrix, ${n} by ${n}, showing ${show}${split}${errors}${unlike}. ${keys}`;
}
