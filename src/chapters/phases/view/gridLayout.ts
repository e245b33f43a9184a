/**
 * @file Where the cells of a phase diagram stand, and where a value between them would: columns from
 * left to right, rows from the bottom to the top, both ascending.
 */

export interface GridAxis {
  /** Rich text, e.g. "decoder rate η_{dec}". */
  readonly name: string;
  /** Ascending; on a log axis the first may be 0, which has no logarithm and stands apart. */
  readonly values: readonly number[];
  readonly log: boolean;
  /** What 0 means, e.g. "none". */
  readonly zero?: string;
}

/** One axis in CSS pixels. */
export interface Bands {
  readonly axis: GridAxis;
  /** Middle of each cell, and its extent along the axis. */
  readonly middles: readonly number[];
  readonly size: number;
  /** Where the cells on a scale begin and end; a column for 0 is outside. */
  readonly scaled: readonly [number, number];
  /** The place of a value on the axis's own scale (log10 on a log axis), between cells and beyond. */
  place(scaled: number): number;
  /** The value on the axis's own scale at a pixel: `place` turned round. */
  value(pixel: number): number;
  /** The cell at a pixel; -1 outside all. */
  at(pixel: number): number;
}

export interface GridLayout {
  readonly x: Bands;
  readonly y: Bands;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Between the cells and the ticks. */
  readonly below: number;
}

/** Between the cell of 0 and the others, as a share of a cell. */
const APART = 0.35;

const onScale = ({ log }: Pick<GridAxis, "log">, value: number): number =>
  log ? Math.log10(value) : value;

/** Cells from `start` to `end`, which may be the smaller one. */
export function bandsOf(axis: GridAxis, start: number, end: number): Bands {
  const { values } = axis;
  const apart = axis.log && values[0] === 0 && values.length > 1;
  const cell = (end - start) / (values.length + (apart ? APART : 0));
  const middles = values.map((_, i) => start + cell * (i + 0.5 + (apart && i > 0 ? APART : 0)));
  const first = apart ? 1 : 0;
  const knots = values.slice(first).map((value) => onScale(axis, value));
  const ends = middles.slice(first);
  /** From one of two scales to the other, through the middles of cells. */
  const through = (from: readonly number[], to: readonly number[], at: number): number => {
    const sign = from[from.length - 1] < from[0] ? -1 : 1;
    let i = 0;
    while (i < from.length - 2 && sign * at > sign * from[i + 1]) i += 1;
    return to[i] + ((at - from[i]) / (from[i + 1] - from[i])) * (to[i + 1] - to[i]);
  };
  const lone = knots.length < 2;
  const half = cell / 2;
  return {
    axis,
    middles,
    size: Math.abs(cell),
    scaled: [middles[first] - half, middles[values.length - 1] + half],
    place: (scaled) => (lone ? ends[0] + (scaled - knots[0]) * cell : through(knots, ends, scaled)),
    value: (pixel) => (lone ? knots[0] + (pixel - ends[0]) / cell : through(ends, knots, pixel)),
    at: (pixel) => middles.findIndex((middle) => Math.abs(pixel - middle) <= Math.abs(half)),
  };
}

/** Room for ticks and names, CSS pixels at size 1; at the left, beside the longest tick. */
const MARGIN = { left: 30, right: 6, top: 2, bottom: 44 };
/** Above and below the cells, for the names of lines; px at size 1. */
export const STRIP = 22;

/**
 * In CSS pixels: `tick` is the width of the longest tick at the left, `aside` and `below` the room for
 * names of lines at the right and between cells and ticks.
 */
export function layOutGrid(
  x: GridAxis,
  y: GridAxis,
  frame: Record<"width" | "height" | "size" | "tick" | "aside" | "below", number>,
): GridLayout {
  const { width, height, size, tick, aside, below } = frame;
  const left = MARGIN.left * size + tick;
  const right = Math.max(left + 1, width - MARGIN.right - aside);
  const top = MARGIN.top + STRIP * size;
  const bottom = Math.max(top + 1, height - MARGIN.bottom * size - below);
  return {
    x: bandsOf(x, left, right),
    y: bandsOf(y, bottom, top),
    left,
    right,
    top,
    bottom,
    below,
  };
}

/** A straight line on the axes' scales: x X + y Y = at. */
export interface GridLine {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** The line's way through the picture; it bends where cells are not evenly spaced. CSS pixels. */
export function wayOf({ x: wx, y: wy, at }: GridLine, layout: GridLayout): [number, number][] {
  const { x, y } = layout;
  const beyond = (bands: Bands): number[] => {
    const knots = bands.axis.values
      .map((value) => onScale(bands.axis, value))
      .filter(Number.isFinite);
    const [low, high] = [knots[0], knots[knots.length - 1]];
    const reach = Math.max(1, high - low);
    return [low - reach, ...knots, high + reach];
  };
  if (wy === 0) {
    const across = x.place(at / wx);
    return [
      [across, layout.bottom],
      [across, layout.top],
    ];
  }
  const height = (u: number) => (at - wx * u) / wy;
  const us = [...beyond(x), ...(wx === 0 ? [] : beyond(y).map((v) => (at - wy * v) / wx))].sort(
    (a, b) => a - b,
  );
  return us.map((u) => [x.place(u), y.place(height(u))]);
}
