/** @file The cell of a square matrix that a reader is at, by pointer or by arrow keys. */
import { ARROWS, type Cell, nextCell, sameCell } from "./cells";
import { onKey, onPoint, type Place, placeOn } from "./gestures";

interface CellGround {
  readonly node: GlobalEventHandlers & Element;
  readonly signal: AbortSignal;
  /** Rows, and columns. */
  size(): number;
  /** The cell at a place of the node; null where there is none. */
  cellAt(place: Place): Cell | null;
  /** Told when the reader is at another cell; null: nowhere. */
  moved(cell: Cell | null): void;
  /** A press, Enter or space at a cell. */
  pressed?(cell: Cell): void;
}

/** Left, top and side of the cells of a matrix that leaves room for its heads above and at the left, CSS pixels. */
export interface CellGrid {
  readonly at: number;
  readonly side: number;
}

/** The cell of n x n at a place. */
export function cellOf([px, py]: Place, { at, side }: CellGrid, n: number): Cell | null {
  const [row, column] = [Math.floor((py - at) / side), Math.floor((px - at) / side)];
  return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
}

/** Returns what says where the reader is. */
export function makeCellCursor(ground: CellGround): () => Cell | null {
  const { node, signal } = ground;
  let cursor: Cell | null = null;
  const here = (): Cell | null => (cursor && Math.max(...cursor) < ground.size() ? cursor : null);

  function point(to: Cell | null): void {
    if (sameCell(to, cursor)) return;
    cursor = to;
    ground.moved(to);
  }
  function press(): void {
    const cell = here();
    if (cell) ground.pressed?.(cell);
  }

  onPoint(node, signal, (place) => point(place && ground.cellAt(place)));
  node.addEventListener(
    "click",
    (event) => {
      point(ground.cellAt(placeOn(node, event)));
      press();
    },
    { signal },
  );
  onKey(node, signal, ({ key }) => {
    if (key in ARROWS) point(nextCell(here(), key, ground.size()));
    else if (ground.pressed && (key === "Enter" || key === " ")) press();
    else return false;
    return true;
  });
  return here;
}
