/**
 * @file The curve that a reader draws over the axes of Figure 2, by pointer or by keys.
 */

import type { Layer } from "../../../kit/draw/chart";
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
    const box = node.getBoundingClientRect();
    const px = event.clientX - box.left;
    const off = shown.handles.map((fraction) => Math.abs(at.toX(fraction) - px));
    handle = off.indexOf(Math.min(...off));
    events.onDraw(handle, Math.round(100 * at.fromY(event.clientY - box.top)) / 100);
  }

  const listen = { signal };
  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || !drawing()) return;
      node.setPointerCapture(event.pointerId);
      drag(event);
    },
    listen,
  );
  node.addEventListener(
    "pointermove",
    (event) => {
      if (node.hasPointerCapture(event.pointerId)) drag(event);
    },
    listen,
  );
  node.addEventListener(
    "keydown",
    (event) => {
      const shown = drawing();
      if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
      const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
      if (aside !== undefined)
        handle = Math.max(0, Math.min(shown.handles.length - 1, handle + aside));
      else if (up !== undefined)
        events.onDraw(handle, shown.values[handle] + up * NUDGE * (event.shiftKey ? 10 : 1));
      else if (event.key === "Enter") events.onReveal();
      else return;
      event.preventDefault();
      event.stopPropagation();
      redraw();
      say(words());
    },
    listen,
  );

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
  layer
    .selectAll<SVGCircleElement, number>("circle")
    .data(drawing ? [...drawing.values] : [])
    .join("circle")
    .attr("class", (_, i) => (i === chosen ? "chosen" : ""))
    .attr("cx", (_, i) => toX(drawing?.handles[i] ?? 0))
    .attr("cy", (value) => toY(value))
    .attr("r", 6 * size);
}
