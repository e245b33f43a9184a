/**
 * @file What a reader does in a picture: points, drags, presses keys. All of it ends with `signal`.
 */

/** CSS pixels from the element's corner. */
export type Place = readonly [px: number, py: number];

type Node = GlobalEventHandlers & Element;

export function placeOn(
  node: Element,
  { clientX, clientY }: Pick<MouseEvent, "clientX" | "clientY">,
): Place {
  const { left, top } = node.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

/** Null: the pointer has left, or the focus has. */
export function onPoint(node: Node, signal: AbortSignal, act: (at: Place | null) => void): void {
  node.addEventListener("pointermove", (event) => act(placeOn(node, event)), { signal });
  node.addEventListener("pointerleave", () => act(null), { signal });
  node.addEventListener("blur", () => act(null), { signal });
}

/**
 * A finger that takes hold of something moves that: it scrolls nothing and pulls no page anew; two zoom as ever, and a
 * tap is a click. Said by the event, because browsers heed `touch-action` on blocks alone, which shapes are not.
 */
export function onGrip(
  node: Node,
  signal: AbortSignal,
  holds: (at: Place, shape: Element) => boolean = () => true,
): void {
  let held = false;
  node.addEventListener(
    "touchstart",
    ({ touches: [finger, another], target }) => {
      held = another === undefined && holds(placeOn(node, finger), target as Element);
    },
    { signal, passive: true },
  );
  node.addEventListener(
    "touchmove",
    (event) => {
      if (held && event.touches.length === 1) event.preventDefault();
    },
    { signal, passive: false },
  );
}

/** `node` hears the pointer wherever it goes, from `start` on until it is let go. */
export function onDrag(
  node: Node,
  signal: AbortSignal,
  start: (event: PointerEvent) => void,
  move: (event: PointerEvent) => void,
): void {
  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      node.setPointerCapture(event.pointerId);
      start(event);
    },
    { signal },
  );
  node.addEventListener(
    "pointermove",
    (event) => {
      if (node.hasPointerCapture(event.pointerId)) move(event);
    },
    { signal },
  );
}

/** Pixels from which a finger goes across. */
const ACROSS = 6;

/** A press or a drag across. A finger that goes up or down scrolls the page, and nothing is heard of it. */
export function onScrub(
  node: Node,
  signal: AbortSignal,
  scrub: (event: PointerEvent) => void,
): void {
  let from: Place | null = null;
  onDrag(
    node,
    signal,
    (event) => {
      from = event.pointerType === "touch" ? [event.clientX, event.clientY] : null;
      if (!from) scrub(event);
    },
    (event) => {
      if (from) {
        const [across, along] = [event.clientX - from[0], event.clientY - from[1]].map(Math.abs);
        if (across < ACROSS || across < along) return;
        from = null;
      }
      scrub(event);
    },
  );
  node.addEventListener(
    "pointerup",
    (event) => {
      if (from) scrub(event);
      from = null;
    },
    { signal },
  );
  node.addEventListener(
    "pointercancel",
    () => {
      from = null;
    },
    { signal },
  );
}

/** Keys without Ctrl, Meta or Alt. Where `act` returns false the key means nothing here. */
export function onKey(
  node: Node,
  signal: AbortSignal,
  act: (event: KeyboardEvent) => boolean,
): void {
  node.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
}
