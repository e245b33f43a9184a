/**
 * @file The curve that a reader draws over the axes of Figure 2, by pointer or by keys.
 */

import type { Layer } from "../../../kit/draw/chart";
import { onDrag, onKey, placeOn } from "../../../kit/draw/gestures";
import { placeMarks } from "../../../kit/draw/marks";
import type { BoundAxes } from "./boundAxes";

export interface BoundChartEvents {
  /** The reader drags point `handle` to `value`. */
  onDraw(handle: number, value: number): void;
  onReveal(): void;
  /** The reader points at a reading. */
  onPoint(fraction: number): void;
}

export interface Drawing {
  /** Training fractions of the points that can be moved. */
  readonly handles: readonly number[];
  readonly values: readonly number[];
}

interface Desk {
  readonly node: SVGSVGElement;
  readonly signal: AbortSignal;
  readonly axes: () => BoundAxes | null;
  readonly drawing: () => Drawing | null;
  readonly say: (text: string) => void;
  readonly redraw: () => void;
  readonly events: BoundChartEvents;
}

/** One key press moves a point by this, with shift by ten of them. */
const NUDGE = 0.01;

/** Listens while something is drawn. */
export function makeDrawing({ node, signal, axes, drawing, say, redraw, events }: Desk) {
  let handle = 0;

  const words = (): string => {
    const shown = drawing();
    if (!shown) return "";
    const share = Math.round(100 * shown.values[handle]);
    return `Point ${handle + 1} of ${shown.handles.length}, at fraction ${Number(shown.handles[handle].toPrecision(2))}: ${share} % right. Drag, or arrow keys; Enter shows the curve.`;
  };

  /** The point nearest to the pointer along the axis follows it. */
  function drag(event: PointerEvent): void {
    const shown = drawing();
    const at = axes();
    if (!shown || !at) return;
    const [px, py] = placeOn(node, event);
    const off = shown.handles.map((fraction) => Math.abs(at.toX(fraction) - px));
    handle = off.indexOf(Math.min(...off));
    events.onDraw(handle, Math.round(100 * at.fromY(py)) / 100);
  }

  onDrag(node, signal, drag, drag);
  onKey(node, signal, ({ key, shiftKey }) => {
    const shown = drawing();
    if (!shown) return false;
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[key];
    if (aside !== undefined)
      handle = Math.max(0, Math.min(shown.handles.length - 1, handle + aside));
    else if (up !== undefined)
      events.onDraw(handle, shown.values[handle] + up * NUDGE * (shiftKey ? 10 : 1));
    else if (key === "Enter") events.onReveal();
    else return false;
    redraw();
    say(words());
    return true;
  });

  return {
    get handle() {
      return handle;
    },
    words,
  };
}

export function drawHandles(
  layer: Layer,
  drawing: Drawing | null,
  chosen: number,
  { toX, toY, size }: BoundAxes,
): void {
  const points = drawing?.handles.map((fraction, i) => ({ fraction, i })) ?? [];
  placeMarks(layer, "circle", points, ({ fraction, i }) => ({
    class: i === chosen ? "chosen" : "",
    cx: toX(fraction),
    cy: toY(drawing?.values[i] ?? 0),
    r: 6 * size,
  }));
}
