/**
 * @file From data to pixels and back: a plane of equal units, or a log step axis against a value,
 * with the reader's zoom on top.
 */
import type { ZoomTransform } from "d3";

export interface Bounds {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface Projection {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  /** Data in view. */
  readonly bounds: Bounds;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Equal units on both axes; `bounds` is centred and wholly in view. */
export function planar(bounds: Bounds, { width, height }: Box, zoom: ZoomTransform): Projection {
  const unit = Math.min(width / (bounds.x1 - bounds.x0), height / (bounds.y1 - bounds.y0));
  const x = (bounds.x0 + bounds.x1) / 2;
  const y = (bounds.y0 + bounds.y1) / 2;
  const fromX = (px: number) => (zoom.invertX(px) - width / 2) / unit + x;
  const fromY = (px: number) => (height / 2 - zoom.invertY(px)) / unit + y;
  return {
    toX: (at) => zoom.applyX(width / 2 + (at - x) * unit),
    toY: (at) => zoom.applyY(height / 2 - (at - y) * unit),
    bounds: { x0: fromX(0), x1: fromX(width), y0: fromY(height), y1: fromY(0) },
  };
}

/** Pixels kept free at the left of a step axis. */
const LEFT = 14;

/**
 * Steps 1..`now` on a log axis (step 0 lies at 1) with `labels` pixels free at the right, values
 * y0..y1 of `bounds` on a linear one.
 */
export function againstSteps(
  { y0, y1 }: Bounds,
  now: number,
  labels: number,
  { width, height }: Box,
  zoom: ZoomTransform,
): Projection {
  const decades = Math.log10(Math.max(10, now));
  const pitch = Math.max(1, width - LEFT - labels) / decades;
  const unit = height / (y1 - y0);
  const fromX = (px: number) => 10 ** ((zoom.invertX(px) - LEFT) / pitch);
  const fromY = (px: number) => y0 + (height - zoom.invertY(px)) / unit;
  return {
    toX: (at) => zoom.applyX(LEFT + Math.log10(Math.max(1, at)) * pitch),
    toY: (at) => zoom.applyY(height - (at - y0) * unit),
    bounds: { x0: fromX(0), x1: fromX(width), y0: fromY(height), y1: fromY(0) },
  };
}

/** The smallest bounds around points. [n, 2] */
export function boundsOf(positions: ArrayLike<number>): Bounds {
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 2) {
    x0 = Math.min(x0, positions[i]);
    x1 = Math.max(x1, positions[i]);
    y0 = Math.min(y0, positions[i + 1]);
    y1 = Math.max(y1, positions[i + 1]);
  }
  return { x0, x1, y0, y1 };
}
