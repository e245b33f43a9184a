/**
 * @file A brush over the cells of a matrix: a stroke begins at a cell, gives it the other value, and gives that value to
 * every cell that it goes over, by mouse, pen, finger or keys.
 */
import { type Cell, lineOfCells, sameCell } from "../../draw/cells";
import { type Place, placeOn } from "../../draw/gestures";

export interface BrushOptions {
  readonly signal: AbortSignal;
  /** Whether there is a brush now. */
  isOn(): boolean;
  /** The cell at a place, which may lie outside of the matrix. */
  cellAt(at: Place): Cell;
  isSeen(cell: Cell): boolean;
  /** What is painted, in a cell. */
  bitOf(cell: Cell): number;
  paint(cells: readonly Cell[], value: 0 | 1): void;
  /** A stroke has ended. */
  rest(): void;
}

export interface Brush {
  /** A cell that is reached by an arrow key: painted as the last one was where Shift is held. */
  reached(cell: Cell, event: KeyboardEvent): void;
  /** Gives a cell the other value. */
  flip(cell: Cell): void;
  /** Ends what is under way. */
  end(): void;
}

interface Stroke {
  readonly pointer: number;
  readonly value: 0 | 1;
  /** Where it has come to. */
  readonly last: Cell;
  /** A finger paints when it moves or is lifted: it may be the first of two that zoom. */
  readonly begun: boolean;
}

export function makeBrush(node: HTMLElement, options: BrushOptions): Brush {
  const { signal, isOn, cellAt, isSeen, bitOf, paint, rest } = options;
  let stroke: Stroke | null = null;
  /** Whether something was painted by keys and Shift is held still. */
  let shifted = false;
  let value: 0 | 1 = 1;
  const other = (cell: Cell) => (bitOf(cell) === 1 ? 0 : 1);

  function end(): void {
    const open = shifted || stroke?.begun;
    stroke = null;
    shifted = false;
    if (open) rest();
  }

  function go(to: Cell): void {
    if (!stroke || (stroke.begun && sameCell(to, stroke.last))) return;
    const way = lineOfCells(stroke.last, to);
    const cells = (stroke.begun ? way.slice(1) : way).filter(isSeen);
    stroke = { ...stroke, last: to, begun: true };
    if (cells.length > 0) paint(cells, stroke.value);
  }

  const on = (kind: "pointerdown" | "pointermove" | "pointerup", act: (e: PointerEvent) => void) =>
    node.addEventListener(kind, act, { signal });

  on("pointerdown", (event) => {
    if (!isOn() || event.button !== 0 || event.shiftKey) return;
    const cell = cellAt(placeOn(node, event));
    const second = stroke !== null;
    end();
    if (second || !isSeen(cell)) return;
    node.setPointerCapture(event.pointerId);
    value = other(cell);
    stroke = { pointer: event.pointerId, value, last: cell, begun: false };
    if (event.pointerType !== "touch") go(cell);
  });
  on("pointermove", (event) => {
    if (stroke?.pointer !== event.pointerId) return;
    const steps = event.getCoalescedEvents();
    for (const step of steps.length > 0 ? steps : [event]) {
      const cell = cellAt(placeOn(node, step));
      // A finger that trembles in its first cell has not moved.
      if (stroke.begun || !sameCell(cell, stroke.last)) go(cell);
    }
  });
  on("pointerup", (event) => {
    if (stroke?.pointer !== event.pointerId) return;
    go(stroke.last);
    end();
  });
  // By then the system has taken the finger, or the stroke has ended by itself.
  for (const kind of ["pointercancel", "lostpointercapture", "blur"] as const)
    node.addEventListener(kind, end, { signal });
  node.addEventListener("keyup", ({ key }) => key === "Shift" && end(), { signal });
  signal.addEventListener("abort", end);

  return {
    reached(cell, { shiftKey }) {
      if (!shiftKey || !isOn()) return;
      shifted = true;
      paint([cell], value);
    },
    flip(cell) {
      end();
      value = other(cell);
      paint([cell], value);
      rest();
    },
    end,
  };
}

/** How a brush is moved by keys, in a sentence. */
export const BRUSH_KEYS = "Keys: arrows move, Space flips a cell, Shift + arrows paint on.";
