/**
 * @file The decoder's answer as a field of colour with its contour at one half.
 */

import { interpolateRgb, rgb } from "d3";
import type { Palette } from "../../draw/palette";
import type { Bounds } from "../../draw/projection";

export interface Field {
  readonly cols: number;
  readonly rows: number;
  /** Probabilities at cell centres, row by row; row 0 has the lowest y. [rows * cols] */
  readonly values: Float32Array;
  /** What the cells cover, in data coordinates. */
  readonly bounds: Bounds;
  /** What is shown, e.g. "P[R(9, ·) = 1]". */
  readonly caption: string;
}

/** How much blue a probability of 1 is. */
const STRENGTH = { light: 0.34, dark: 0.42 };

/** The colour of probability p. */
export const fieldColour = ({ colour, dark }: Palette): ((p: number) => string) =>
  interpolateRgb(
    colour.panel,
    interpolateRgb(colour.panel, colour.yes)(dark ? STRENGTH.dark : STRENGTH.light),
  );

function ramp(palette: Palette): Uint32Array {
  const at = fieldColour(palette);
  const bytes = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const { r, g, b } = rgb(at(i / 255));
    bytes.set([r, g, b, 255], 4 * i);
  }
  return new Uint32Array(bytes.buffer);
}

/**
 * Where `values` (as in `Field`) cross `level`: segments x0, y0, x1, y1 in units of cells, counted
 * from the lower left corner of the first cell (marching squares, saddles by their mean).
 */
export function levelSegments(
  { cols, rows, values }: Pick<Field, "cols" | "rows" | "values">,
  level: number,
): number[] {
  const segments: number[] = [];
  const crossing = (a: number, b: number) => (level - a) / (b - a);
  for (let j = 0; j + 1 < rows; j++)
    for (let i = 0; i + 1 < cols; i++) {
      const k = j * cols + i;
      const [a, b, c, d] = [values[k], values[k + 1], values[k + cols + 1], values[k + cols]];
      const ends: number[] = [];
      const x = i + 0.5;
      const y = j + 0.5;
      if (a >= level !== b >= level) ends.push(x + crossing(a, b), y);
      if (b >= level !== c >= level) ends.push(x + 1, y + crossing(b, c));
      if (d >= level !== c >= level) ends.push(x + crossing(d, c), y + 1);
      if (a >= level !== d >= level) ends.push(x, y + crossing(a, d));
      if (ends.length === 8 && a >= level === (a + b + c + d) / 4 >= level)
        segments.push(...ends.slice(0, 4), ...ends.slice(4));
      else if (ends.length === 8)
        segments.push(...ends.slice(2, 6), ...ends.slice(6), ...ends.slice(0, 2));
      else segments.push(...ends);
    }
  return segments;
}

/** Where p = 1/2 is found best: p itself is flat but for a thin wall. */
const logit = (p: number): number => {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(inside / (1 - inside));
};

/** Pixels of the tile per cell: the walls between yes and no are thinner than a cell. */
const FINER = 3;

/** Colours of the probabilities between cells, whose logits are interpolated. */
function fill(
  pixels: Uint32Array,
  { cols, rows, values }: Pick<Field, "cols" | "rows" | "values">,
  colours: Uint32Array,
): void {
  const width = FINER * cols;
  const height = FINER * rows;
  const between = (at: number, count: number): readonly [number, number, number] => {
    const cell = Math.min(count - 1, Math.max(0, (at + 0.5) / FINER - 0.5));
    const low = Math.floor(cell);
    return [low, Math.min(count - 1, low + 1), cell - low];
  };
  const across = Array.from({ length: width }, (_, i) => between(i, cols));
  for (let j = 0; j < height; j++) {
    const [below, above, v] = between(j, rows);
    for (let i = 0; i < width; i++) {
      const [left, right, u] = across[i];
      const lower = values[below * cols + left] * (1 - u) + values[below * cols + right] * u;
      const upper = values[above * cols + left] * (1 - u) + values[above * cols + right] * u;
      const p = 1 / (1 + Math.exp(-(lower * (1 - v) + upper * v)));
      pixels[(height - 1 - j) * width + i] = colours[Math.round(255 * p)];
    }
  }
}

/** Draws the field where `toX` and `toY` put its bounds, in CSS pixels. */
export type PaintField = (
  context: CanvasRenderingContext2D,
  field: Field,
  toX: (x: number) => number,
  toY: (y: number) => number,
  palette: Palette,
) => void;

export function makeFieldPainter(): PaintField {
  const tile = document.createElement("canvas");
  let painted: { field: Field; palette: Palette; segments: number[] } | null = null;

  function prepare(field: Field, palette: Palette): number[] {
    if (painted?.field === field && painted.palette === palette) return painted.segments;
    const { cols, rows } = field;
    const logits = field.values.map(logit);
    tile.width = FINER * cols;
    tile.height = FINER * rows;
    const context = tile.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
    const image = context.createImageData(tile.width, tile.height);
    fill(new Uint32Array(image.data.buffer), { cols, rows, values: logits }, ramp(palette));
    context.putImageData(image, 0, 0);
    const segments = levelSegments({ cols, rows, values: logits }, 0);
    painted = { field, palette, segments };
    return segments;
  }

  return (context, field, toX, toY, palette) => {
    const segments = prepare(field, palette);
    const { x0, x1, y0, y1 } = field.bounds;
    const left = toX(x0);
    const bottom = toY(y0);
    const width = toX(x1) - left;
    const height = bottom - toY(y1);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "low";
    context.drawImage(tile, left, bottom - height, width, height);
    context.beginPath();
    for (let s = 0; s < segments.length; s += 4) {
      const px = (at: number) => left + (segments[s + at] / field.cols) * width;
      const py = (at: number) => bottom - (segments[s + at] / field.rows) * height;
      context.moveTo(px(0), py(1));
      context.lineTo(px(2), py(3));
    }
    context.strokeStyle = palette.colour.yes;
    context.globalAlpha = 0.55;
    context.lineWidth = 1.25 * palette.stroke;
    context.lineCap = "round";
    context.stroke();
    context.globalAlpha = 1;
  };
}
