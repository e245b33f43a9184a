/**
 * @file How the reader draws: which brush, and what is pointed out in the drawing.
 */
import { createStore } from "zustand/vanilla";
import type { Board } from "../../../kit/live/model/drawing";
import { perPage } from "../../../kit/live/model/perPage";
import type { State } from "../../../kit/live/model/store";
import { join } from "../../../kit/state/join";

/** The brushes and what they are called. */
export const BRUSHES = {
  free: "free",
  symmetric: "symmetric",
  antisymmetric: "antisymmetric",
} as const;
export type BrushName = keyof typeof BRUSHES;

export interface Marks {
  /** The board that they are about; on another one they are not shown. */
  readonly board: Board;
  /** Pairs that are framed, x * n + y. */
  readonly pairs: readonly number[];
  /** Elements whose rows and columns stand out. */
  readonly elements: readonly number[];
  /** What there is to say; empty where nothing is. */
  readonly words: string;
}

export interface Sketch {
  readonly brush: BrushName;
  readonly marks: Marks | null;
}

export const sketch = perPage(() => createStore<Sketch>(() => ({ brush: "free", marks: null })));

/** Page and sketch as one. */
export interface SketchState {
  readonly page: State;
  readonly sketch: Sketch;
}

export const sketchState = perPage((page) => join<SketchState>({ page, sketch: sketch(page) }));

/** What is pointed out in the present drawing. */
export const marksOf = ({ page, sketch: { marks } }: SketchState): Marks | null =>
  marks?.board === page.drawing.board ? marks : null;

/**
 * The bits after a stroke over some pairs. A symmetric brush gives (y, x) the value of (x, y); an antisymmetric
 * one takes (y, x) away where it sets (x, y). `bits` is of 0 and 1. [n * n]
 */
export function stroked(
  n: number,
  bits: Uint8Array,
  pairs: readonly { readonly x: number; readonly y: number }[],
  value: 0 | 1,
  brush: BrushName,
): Uint8Array {
  const next = bits.slice();
  for (const { x, y } of pairs) {
    next[x * n + y] = value;
    if (brush === "symmetric") next[y * n + x] = value;
    if (brush === "antisymmetric" && value === 1 && x !== y) next[y * n + x] = 0;
  }
  return next;
}
