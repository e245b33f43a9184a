/**
 * @file Taking hold of a rule's line and moving it. A press that does not move is none of its business.
 */
import { select } from "d3";
import { onGrip } from "../../../kit/draw/gestures";
import type { Drawn, RuleLine } from "./gridLines";

interface Hold {
  readonly line: RuleLine;
  readonly pointer: number;
  readonly from: readonly [number, number];
  /** From the pointer to the line, in the line's own measure. */
  readonly offset: number;
  moving: boolean;
}

/** Pixels from which a press is a movement. */
const MOVED = 4;

/**
 * `measure` gives x X + y Y at a pointer. Listens before others do: while a line is moved they hear
 * neither of it nor of the click at its end.
 */
export function slideLines(
  node: SVGSVGElement,
  measure: (line: RuleLine, event: MouseEvent) => number,
  onSlide: (line: RuleLine, at: number) => void,
  signal: AbortSignal,
): void {
  let hold: Hold | null = null;
  let slid = false;
  const listen = { signal, capture: true };
  onGrip(node, signal, (_, shape) => shape.closest(".movable") !== null);
  node.addEventListener(
    "pointerdown",
    (event) => {
      slid = false;
      const group = (event.target as Element).closest(".movable");
      if (!group || event.button !== 0 || hold) return;
      const { line } = select<Element, Drawn>(group).datum();
      hold = {
        line,
        pointer: event.pointerId,
        from: [event.clientX, event.clientY],
        offset: line.at - measure(line, event),
        moving: false,
      };
    },
    listen,
  );
  node.addEventListener(
    "pointermove",
    (event) => {
      if (hold?.pointer !== event.pointerId) return;
      const [x, y] = hold.from;
      if (!hold.moving) {
        if (Math.hypot(event.clientX - x, event.clientY - y) < MOVED) return;
        hold.moving = true;
        node.setPointerCapture(event.pointerId);
        node.classList.add("sliding");
      }
      event.stopImmediatePropagation();
      const { line, offset } = hold;
      const [low, high] = line.reach ?? [line.at, line.at];
      onSlide(line, Math.max(low, Math.min(high, measure(line, event) + offset)));
    },
    listen,
  );
  const end = (event: PointerEvent) => {
    if (hold?.pointer !== event.pointerId) return;
    slid = hold.moving;
    hold = null;
    node.classList.remove("sliding");
  };
  node.addEventListener("pointerup", end, listen);
  node.addEventListener("pointercancel", end, listen);
  node.addEventListener(
    "click",
    (event) => {
      if (slid) event.stopImmediatePropagation();
      slid = false;
    },
    listen,
  );
}
