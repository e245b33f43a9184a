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
