/** @file Where the guesses of a picture stand, CSS pixels of the page. */

/** Lines have no width but that of their ink, so places are those of the geometry. */
function placeOf(path: SVGPathElement): DOMRect {
  const { x, y, width, height } = path.getBBox();
  const matrix = path.getScreenCTM() as DOMMatrix;
  const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(matrix);
  return new DOMRect(left, top, width, height);
}

/** The guesses of a room, the band of their half, their median, and the reader's own. */
export function guessesOf(root: Element) {
  const all = (kind: string) =>
    [...root.querySelectorAll<SVGPathElement>(`.guesses .${kind}`)].map(placeOf);
  return { room: all("room"), half: all("half")[0], median: all("median")[0], own: all("own")[0] };
}

/** What the reader takes hold of. Throws if there is none. */
export function holdOf(root: Element, index = 0): SVGGElement {
  const hold = root.querySelectorAll<SVGGElement>(".guess-hold")[index];
  if (!hold) throw new Error("there is nothing to take hold of");
  return hold;
}

/** Takes hold of it at its grip and moves the pointer by these pixels. */
export function slide(
  hold: SVGGElement,
  dx: number,
  dy = 0,
): { readonly x: number; readonly y: number } {
  const grip = (hold.querySelector("circle") as Element).getBoundingClientRect();
  const [x, y] = [grip.left + grip.width / 2, grip.top + grip.height / 2];
  const at = (clientX: number, clientY: number) => ({
    clientX,
    clientY,
    pointerId: 1,
    bubbles: true,
  });
  // A pointer that the browser does not know cannot be captured.
  hold.setPointerCapture = () => {};
  hold.hasPointerCapture = () => true;
  hold.dispatchEvent(new PointerEvent("pointerdown", at(x, y)));
  hold.dispatchEvent(new PointerEvent("pointermove", at(x + dx, y + dy)));
  return { x: x + dx, y: y + dy };
}
