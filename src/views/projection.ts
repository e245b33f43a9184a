/**
 * @file From data to pixels and back: linear axes of one unit on the page, or a log step axis
 * against a value, with the reader's zoom on top.
 */
import { ticks } from "d3-array";
import type { ZoomTransform } from "d3-zoom";
import type { Bounds } from "./field";

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
  const toX = (at: number) => zoom.applyX(width / 2 + (at - x) * unit);
  const toY = (at: number) => zoom.applyY(height / 2 - (at - y) * unit);
  const fromX = (px: number) => (zoom.invertX(px) - width / 2) / unit + x;
  const fromY = (px: number) => (height / 2 - zoom.invertY(px)) / unit + y;
  return {
    toX,
    toY,
    bounds: { x0: fromX(0), x1: fromX(width), y0: fromY(height), y1: fromY(0) },
  };
}

/** Steps 1..x1 on a log axis (step 0 lies at 1), values on a linear one. */
export function againstSteps(
  bounds: Bounds,
  { width, height }: Box,
  zoom: ZoomTransform,
): Projection {
  const end = Math.log10(Math.max(10, bounds.x1));
  const inner = width - 44;
  const toX = (at: number) => zoom.applyX((Math.log10(Math.max(1, at)) / end) * inner + 12);
  const unit = height / (bounds.y1 - bounds.y0);
  const toY = (at: number) => zoom.applyY(height - (at - bounds.y0) * unit);
  const fromX = (px: number) => 10 ** (((zoom.invertX(px) - 12) / inner) * end);
  const fromY = (px: number) => bounds.y0 + (height - zoom.invertY(px)) / unit;
  return {
    toX,
    toY,
    bounds: { x0: fromX(0), x1: fromX(width), y0: fromY(height), y1: fromY(0) },
  };
}

/** Round values across x0..x1 and the step between them. */
export function gridLines(x0: number, x1: number): { at: number[]; step: number } {
  const at = ticks(x0, x1, 6);
  return { at, step: at.length > 1 ? at[1] - at[0] : x1 - x0 };
}
