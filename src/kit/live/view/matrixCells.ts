/**
 * @file The cells of a relation matrix on a canvas, to the device pixel. Held-out pairs are framed
 * in the colour of the test curve.
 */
import { interpolateRgb } from "d3";
import type { Palette } from "../../draw/palette";
import type { CellGrid } from "./matrixGrid";

export interface CellValues {
  readonly n: number;
  /** R(x, y) at x * n + y. [n * n] */
  readonly truth: ArrayLike<number>;
  /** 1 where the pair is trained on; null where that is not shown. [n * n] */
  readonly mask: ArrayLike<number> | null;
  /** P[R(x, y) = 1]; null before there is one. [n * n] */
  readonly prediction: ArrayLike<number> | null;
  readonly show: "truth" | "prediction" | "errors";
}

const LEVELS = 64;

const shades = (from: string, to: string): string[] => {
  const mix = interpolateRgb(from, to);
  return Array.from({ length: LEVELS + 1 }, (_, i) => mix(i / LEVELS));
};

/** What is shown of a pair, 0..1, and in which shades; null where it is not known, which is no shade. */
const SHOWN: Readonly<
  Record<
    CellValues["show"],
    {
      readonly value: (values: CellValues, pair: number) => number | null;
      readonly full: (palette: Palette) => string;
    }
  >
> = {
  truth: {
    value: ({ truth }, pair) => truth[pair],
    full: ({ colour }) => colour.yes,
  },
  prediction: {
    value: ({ prediction }, pair) => prediction?.[pair] ?? null,
    full: ({ colour }) => colour.yes,
  },
  errors: {
    value: ({ truth, prediction }, pair) =>
      prediction ? Math.abs(prediction[pair] - truth[pair]) : null,
    full: ({ colour }) => colour.error,
  },
};

/** Draws the square and the cells in view in it, on a context in device pixels. `order`: element of each row and column. [n] */
export function drawCells(
  context: CanvasRenderingContext2D,
  values: CellValues,
  order: ArrayLike<number>,
  { left, top, cell, side, ratio }: CellGrid,
  palette: Palette,
): void {
  const { n, mask } = values;
  const { value, full } = SHOWN[values.show];
  const fills = shades(palette.colour.panel, full(palette));
  const gap = cell >= 5 * ratio ? Math.round(ratio) : 0;
  const inset = Math.min(5 * ratio, Math.max(ratio, Math.round(0.17 * cell)));
  const strength = inset > ratio ? 0.65 : 0.9;
  const frame = interpolateRgb(palette.colour.panel, palette.heldOut)(strength);
  context.fillStyle = palette.colour.grid;
  context.fillRect(0, 0, side, side);
  context.beginPath();
  context.rect(0, 0, side, side);
  context.save();
  context.clip();
  for (let i = 0; i < n; i++) {
    const y0 = Math.round(top + i * cell);
    const y1 = Math.round(top + (i + 1) * cell) - gap;
    if (y1 < 0 || y0 > side) continue;
    for (let j = 0; j < n; j++) {
      const x0 = Math.round(left + j * cell);
      const x1 = Math.round(left + (j + 1) * cell) - gap;
      if (x1 < 0 || x0 > side) continue;
      const pair = order[i] * n + order[j];
      const held = mask !== null && mask[pair] === 0;
      if (held) {
        context.fillStyle = frame;
        context.fillRect(x0, y0, x1 - x0, y1 - y0);
      }
      const by = held ? inset : 0;
      const level = value(values, pair);
      context.fillStyle = level === null ? palette.colour.grid : fills[Math.round(LEVELS * level)];
      context.fillRect(x0 + by, y0 + by, x1 - x0 - 2 * by, y1 - y0 - 2 * by);
    }
  }
  context.restore();
}
