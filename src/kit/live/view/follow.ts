/**
 * @file Which part of the data is in view: follows the points calmly. The view is changed only when
 * a point comes near its border or when it has become much too large, and then it glides.
 */
import type { Bounds } from "../../draw/projection";

export interface Follower {
  readonly shown: Bounds;
  /** What will be shown at the end of the glide. */
  readonly aimed: Bounds;
  /** Takes note of where the points are now. */
  aim(needed: Bounds): void;
  /** Shows these and nothing else. */
  hold(bounds: Bounds): void;
  /** Glides towards the aim for `ms` (all the way if infinite); returns whether it still moves. */
  glide(ms: number): boolean;
}

/** Free border around the points when a new aim is taken, as a share of their span. */
const PADDING = 0.2;
/** The same around points that stay within known bounds. */
const HELD = 0.06;
/** A new aim is taken when the points fill less than this share of the view. */
const TOO_LARGE = 0.55;
/** Smallest span, as a share of the largest ever shown: collapsed repons must look collapsed. */
const FLOOR = 0.04;
/** Time in which the way to the aim shrinks by e, ms. */
const EASE = 160;

const grow = ({ x0, x1, y0, y1 }: Bounds, by: number, floor: readonly number[]): Bounds => {
  const spanX = Math.max(x1 - x0, floor[0]) * (1 + 2 * by);
  const spanY = Math.max(y1 - y0, floor[1]) * (1 + 2 * by);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return { x0: x - spanX / 2, x1: x + spanX / 2, y0: y - spanY / 2, y1: y + spanY / 2 };
};

const inside = (a: Bounds, b: Bounds): boolean =>
  a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1;

export function makeFollower(): Follower {
  let aimed: Bounds | null = null;
  let shown: Bounds = { x0: -1, x1: 1, y0: -1, y1: 1 };
  let largest: readonly number[] = [0, 0];

  return {
    get shown() {
      return shown;
    },
    get aimed() {
      return aimed ?? shown;
    },
    aim(needed) {
      const spans = [needed.x1 - needed.x0, needed.y1 - needed.y0];
      if (!spans.every(Number.isFinite)) return;
      largest = spans.map((span, i) => Math.max(span, largest[i]));
      const floor = largest.map((span) => Math.max(FLOOR * span, 1e-6));
      const wanted = grow(needed, PADDING, floor);
      const first = aimed === null;
      const fits = aimed !== null && inside(grow(needed, 0.04, [0, 0]), aimed);
      const share = aimed
        ? Math.max(
            (wanted.x1 - wanted.x0) / (aimed.x1 - aimed.x0),
            (wanted.y1 - wanted.y0) / (aimed.y1 - aimed.y0),
          )
        : 0;
      if (!fits || share < TOO_LARGE) aimed = wanted;
      if (first) shown = wanted;
    },
    hold(bounds) {
      aimed = grow(bounds, HELD, [1e-6, 1e-6]);
      shown = aimed;
    },
    glide(ms) {
      if (!aimed) return false;
      const t = 1 - Math.exp(-ms / EASE);
      const toward = (a: number, b: number) => a + (b - a) * t;
      shown = {
        x0: toward(shown.x0, aimed.x0),
        x1: toward(shown.x1, aimed.x1),
        y0: toward(shown.y0, aimed.y0),
        y1: toward(shown.y1, aimed.y1),
      };
      const near = 1e-3 * (aimed.x1 - aimed.x0 + aimed.y1 - aimed.y0);
      const off = Math.abs(shown.x0 - aimed.x0) + Math.abs(shown.y1 - aimed.y1);
      const far = Math.abs(shown.x1 - aimed.x1) + Math.abs(shown.y0 - aimed.y0);
      if (off + far > near) return true;
      shown = aimed;
      return false;
    },
  };
}
