/** @file What a reader has zoomed to, in terms that do not depend on the size of the picture. */
import { type ZoomTransform, zoomIdentity } from "d3";
import type { Bounds } from "../../draw/projection";
import type { ReponKind } from "./repons";

export interface Sight {
  /** 1 fits everything. */
  readonly zoom: number;
  /** What lies in the middle, as shares of the unzoomed width and height. */
  readonly across: number;
  readonly down: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Digits that a link keeps: finer than a pixel up to a zoom of ten. */
const round = (x: number): number => Number(x.toFixed(3));

const LIMIT = 10;
const bounded = (share: number): number => round(Math.min(LIMIT, Math.max(-LIMIT, share)));

export function sightOf(transform: ZoomTransform, { width, height }: Size): Sight {
  return {
    zoom: round(transform.k),
    across: bounded(transform.invertX(width / 2) / width),
    down: bounded(transform.invertY(height / 2) / height),
  };
}

export const transformOf = (
  { zoom, across, down }: Sight,
  { width, height }: Size,
): ZoomTransform =>
  zoomIdentity.translate(width * (0.5 - zoom * across), height * (0.5 - zoom * down)).scale(zoom);

export const sameSight = (a: Sight, b: Sight): boolean =>
  a.zoom === b.zoom && a.across === b.across && a.down === b.down;

/** Tells which part of the plane is in view, when that has changed visibly. */
export function makeTeller(tell: (bounds: Bounds) => void) {
  let told: Bounds | null = null;
  return (bounds: Bounds, kind: ReponKind): void => {
    const sides = kind === "plane" ? (["x0", "x1", "y0", "y1"] as const) : (["y0", "y1"] as const);
    const span = bounds.y1 - bounds.y0;
    const before = told;
    if (before && sides.every((side) => Math.abs(bounds[side] - before[side]) < 0.003 * span))
      return;
    told = bounds;
    tell(bounds);
  };
}
