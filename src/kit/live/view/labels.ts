/**
 * @file Where the labels of repons stand: around their points in the plane, in columns beside them
 * against steps.
 */

import { stack } from "../../draw/stack";
import { type Disc, type LabelBox, makeDeclutter } from "./declutter";

export interface Labels {
  /** Offsets of the labels' centres from their points. [n] */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /** Moves labels on; returns the largest move, in pixels, Infinity until they have found their places. */
  place(points: Disc, boxes: LabelBox, sweeps: number): number;
}

/** Sweeps that bring labels to rest wherever they start, and how many of them fit into a frame. */
const ENOUGH = 250;
const AT_ONCE = 50;

export function makeScattered(n: number): Labels {
  const { dx, dy, relax } = makeDeclutter(n);
  let left = ENOUGH;
  return {
    dx,
    dy,
    place(points, boxes, sweeps) {
      if (left === 0) return relax(points, boxes, sweeps);
      left -= AT_ONCE;
      relax(points, boxes, AT_ONCE, 1);
      return Infinity;
    },
  };
}

/** Distance of the first column from its points, px. */
const ASIDE = 16;

/** Columns that n labels of this height and width need, how far apart, and the room they take at the right of the points. */
export function columnRoom(n: number, font: number, height: number, widest: number) {
  const columns = Math.max(1, Math.ceil((n * font * 1.12) / height));
  const pitch = Math.max(1.6 * font, widest + 0.1 * font);
  return { columns, pitch, room: ASIDE + columns * pitch + 10 };
}

/** Labels in columns to the right, each as near to the height of its point as there is room. */
export function makeColumns(n: number): Labels {
  const dx = new Float64Array(n);
  const dy = new Float64Array(n);
  return {
    dx,
    dy,
    place({ y }, { halfHeight, halfWidths, height }) {
      const font = 2 * halfHeight;
      const { columns, pitch } = columnRoom(n, font, height, 2 * Math.max(...halfWidths));
      const order = Array.from(y.keys()).sort((a, b) => y[a] - y[b] || a - b);
      const gap = (font * 1.12) / columns;
      const heights = stack(
        order.map((i) => y[i]),
        gap,
        font,
        height - font,
      );
      order.forEach((i, rank) => {
        dx[i] = ASIDE - 0.1 * font + pitch * (0.5 + (rank % columns));
        dy[i] = heights[rank] - y[i];
      });
      return 0;
    },
  };
}
