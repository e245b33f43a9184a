/** @file The pair that is asked about: an arrow from one repon to the other, or to the pointer that draws it. */
import type { Selection } from "d3";
import { type Place, placeOn } from "../../draw/gestures";
import { placeMarks } from "../../draw/marks";

/** A line that is being drawn from a repon. */
export interface Drawn {
  readonly from: number;
  readonly to: Place;
}

/** Length of the head, px at size 1. */
const HEAD = 9;

/** From the edge of a disc at one place to that of one at the other; a loop above it where both are one. */
function pathBetween([x, y]: Place, [u, v]: Place, radius: number, head: number): string {
  const length = Math.hypot(u - x, v - y);
  if (length < 1) {
    const r = 2 * radius;
    return `M${x - r / 2},${y - radius}a${r},${r} 0 1 1 ${r},0l${0.8 * head},${-0.4 * head}m${-0.8 * head},${0.4 * head}l${-0.1 * head},${-0.9 * head}`;
  }
  const [dx, dy] = [(u - x) / length, (v - y) / length];
  const gap = Math.min(radius + 3, length / 3);
  const [endX, endY] = [u - gap * dx, v - gap * dy];
  const wing = (side: 1 | -1) =>
    `M${endX},${endY}l${head * (-dx + side * 0.5 * dy)},${head * (-dy - side * 0.5 * dx)}`;
  return `M${x + gap * dx},${y + gap * dy}L${endX},${endY}${wing(1)}${wing(-1)}`;
}

export function makePairLine(layer: Selection<SVGGElement, unknown, null, undefined>) {
  let line: Drawn | null = null;
  return {
    /** What is being drawn takes the place of the pair. */
    drawing(next: Drawn | null): void {
      line = next;
    },
    draw(
      pair: readonly [x: number, y: number] | null,
      { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
      radius: number,
      size: number,
    ): void {
      const at = (i: number): Place => [x[i], y[i]];
      const ends = line
        ? [{ from: at(line.from), to: line.to }]
        : pair
          ? [{ from: at(pair[0]), to: at(pair[1]) }]
          : [];
      placeMarks(layer, "path", ends, ({ from, to }) => ({
        class: "asked",
        d: pathBetween(from, to, radius, HEAD * size),
      }));
    },
  };
}

interface Lines {
  /** The element at a place, if any. */
  at(place: Place): number | null;
  /** Whether lines are drawn at all. */
  isWanted(): boolean;
  /** Null: no longer. */
  onDraw(line: Drawn | null): void;
  onLink(from: number, to: number): void;
}

/** Lets a drag from one repon to another ask about the two; one that ends elsewhere asks nothing. */
export function drawLines(node: SVGSVGElement, signal: AbortSignal, lines: Lines) {
  let from: number | null = null;
  let drawn = false;
  const hear =
    (name: "pointerdown" | "pointermove" | "pointerup" | "pointercancel") =>
    (act: (event: PointerEvent) => void) =>
      node.addEventListener(name, act, { signal });

  hear("pointerdown")((event) => {
    drawn = false;
    if (event.button !== 0 || !lines.isWanted()) return;
    from = lines.at(placeOn(node, event));
    if (from !== null) node.setPointerCapture(event.pointerId);
  });
  hear("pointermove")((event) => {
    if (from === null) return;
    const to = placeOn(node, event);
    drawn ||= lines.at(to) !== from;
    if (drawn) lines.onDraw({ from, to });
  });
  const end = (to: number | null) => {
    if (from === null) return;
    if (drawn && to !== null) lines.onLink(from, to);
    from = null;
    lines.onDraw(null);
  };
  hear("pointerup")((event) => end(lines.at(placeOn(node, event))));
  hear("pointercancel")(() => end(null));
  return {
    /** Whether the last press drew a line. Told once. */
    ended(): boolean {
      const was = drawn;
      drawn = false;
      return was;
    },
  };
}
