/**
 * @file Positions read off a picture as it stands on the screen: CSS pixels from the upper left
 * corner of the stand, x to the right and y down.
 */
import { frame } from "../stand";

export interface At {
  readonly x: number;
  readonly y: number;
}

/** Red, green, blue and opacity, each 0..255. */
export type Colour = readonly [r: number, g: number, b: number, a: number];

export interface Pixel extends At {
  readonly colour: Colour;
}

/** A canvas, read once. */
export interface Paper {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Colour of the pixel that contains the place. Throws outside the canvas. */
  colour(at: At): Colour;
  /** Middles of the pixels whose colour matches. */
  where(match: (colour: Colour) => boolean): Pixel[];
}

export const distance = (a: At, b: At): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The mean place. Throws if there is none. */
export function middle(places: readonly At[]): At {
  if (places.length === 0) throw new Error("no such place in the picture");
  const mean = (of: (at: At) => number) => places.reduce((sum, at) => sum + of(at), 0);
  return { x: mean(({ x }) => x) / places.length, y: mean(({ y }) => y) / places.length };
}

/** Box of a node within `root`. */
export function boxOf(node: Element, root: Element) {
  const [box, origin] = [node.getBoundingClientRect(), root.getBoundingClientRect()];
  return {
    left: box.left - origin.left,
    right: box.right - origin.left,
    top: box.top - origin.top,
    bottom: box.bottom - origin.top,
  };
}

/** Middle of a node's box. */
export function middleOf(node: Element, root: Element): At {
  const { left, right, top, bottom } = boxOf(node, root);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Where (x, y) of a node's own coordinates stands. */
export function placed(node: SVGGraphicsElement, x: number, y: number, root: Element): At {
  const origin = root.getBoundingClientRect();
  const at = new DOMPoint(x, y).matrixTransform(node.getScreenCTM() ?? undefined);
  return { x: at.x - origin.left, y: at.y - origin.top };
}

/** Points of a line or path at these shares of its length, in the order in which it is drawn. */
export function along(way: SVGGeometryElement, shares: readonly number[], root: Element): At[] {
  const length = way.getTotalLength();
  return shares.map((share) => {
    const { x, y } = way.getPointAtLength(share * length);
    return placed(way, x, y, root);
  });
}

/** Where the anchor of a text stands. */
export function anchorOf(text: SVGTextElement, root: Element): At {
  const [x, y] = ["x", "y"].map((name) => Number(text.getAttribute(name) ?? 0));
  return placed(text, x, y, root);
}

/** What a text says, with "_" and "^" where parts are lowered or raised. */
export const wordsOf = (text: Element): string =>
  (text instanceof SVGElement ? text.dataset.caption : undefined) ?? text.textContent ?? "";

/** Throws if a style turns or mirrors the canvas, which cannot be seen in its pixels. */
export function mustBeUpright(canvas: HTMLCanvasElement): void {
  for (let node: Element | null = canvas; node; node = node.parentElement) {
    const { transform, rotate, scale } = getComputedStyle(node);
    if ([transform, rotate, scale].some((value) => value !== "none"))
      throw new Error(`a canvas is transformed by its style: ${transform} ${rotate} ${scale}`);
  }
}

export function readCanvas(canvas: HTMLCanvasElement, root: Element): Paper {
  mustBeUpright(canvas);
  const box = boxOf(canvas, root);
  const { width, height } = canvas;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 0, width, height);
  const pixel = width / (box.right - box.left);
  const colourOf = (i: number) => Array.from(data.subarray(4 * i, 4 * i + 4)) as unknown as Colour;
  return {
    ...box,
    colour({ x, y }) {
      const [column, row] = [(x - box.left) * pixel, (y - box.top) * pixel].map(Math.floor);
      if (!(column >= 0 && row >= 0 && column < width && row < height))
        throw new Error(`(${x}, ${y}) is not on the canvas`);
      return colourOf(row * width + column);
    },
    where(match) {
      const found: Pixel[] = [];
      const tried: [number, number, number, number] = [0, 0, 0, 0];
      for (let i = 0; i < width * height; i++) {
        for (let part = 0; part < 4; part++) tried[part] = data[4 * i + part];
        if (!match(tried)) continue;
        const x = box.left + ((i % width) + 0.5) / pixel;
        const y = box.top + (Math.floor(i / width) + 0.5) / pixel;
        found.push({ x, y, colour: [...tried] });
      }
      return found;
    },
  };
}

/** How far a colour is on the straight way from one to another: 0 at `from`, 1 at `to`. */
export function share(colour: Colour, from: Colour, to: Colour): number {
  const way = [0, 1, 2].map((i) => to[i] - from[i]);
  const length = way.reduce((sum, part) => sum + part * part, 0);
  return way.reduce((sum, part, i) => sum + part * (colour[i] - from[i]), 0) / length;
}

/** Waits until what `read` gives is the same in three frames on end. */
export async function still(read: () => string): Promise<void> {
  let before = "";
  for (let same = 0; same < 3; ) {
    await frame();
    const now = read();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Turns the wheel over a node that the reader is inside of, at a place; negative enlarges. */
export function turnWheel(node: Element, { x, y }: At, deltaY: number, root: Element): void {
  const { left, top } = root.getBoundingClientRect();
  const at = { clientX: left + x, clientY: top + y, deltaY, bubbles: true, cancelable: true };
  (node as SVGElement | HTMLElement).focus({ preventScroll: true });
  node.dispatchEvent(new WheelEvent("wheel", at));
}

/** Drags with the mouse from a place by (dx, dy). */
export function drag(node: Element, { x, y }: At, dx: number, dy: number, root: Element): void {
  const { left, top } = root.getBoundingClientRect();
  const event = (kind: string, px: number, py: number) =>
    new MouseEvent(kind, {
      clientX: left + px,
      clientY: top + py,
      bubbles: true,
      cancelable: true,
      view: window,
    });
  node.dispatchEvent(event("mousedown", x, y));
  window.dispatchEvent(event("mousemove", x + dx, y + dy));
  window.dispatchEvent(event("mouseup", x + dx, y + dy));
}
