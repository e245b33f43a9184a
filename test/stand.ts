/**
 * @file Where a picture stands in a test of it: an element of its own, gone after each test.
 */
import "../src/kit/draw/palette.css";
import { afterEach, beforeEach } from "vitest";
import type { Mounted, View } from "../src/kit/draw/view";

export interface Stand {
  /** New in each test. */
  readonly root: HTMLElement;
  /** The first picture. */
  readonly svg: SVGSVGElement;
  readonly caption: string | null | undefined;
  texts(selector: string): string[];
  /** The first that matches. Throws if nothing does. */
  find(selector: string): Element;
  /** Puts a picture on the stand. */
  mount<Data, Events>(view: View<Data, Events>, data: Data, events: Events): Mounted<Data>;
  /** A pointer or mouse event on `node`, at (px, py) of the stand, CSS pixels. */
  point(node: Element, kind: string, px: number, py: number): void;
}

export const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

export const press = (node: Element, key: string) =>
  node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

/** Colour of a canvas at (px, py), CSS pixels. */
export function pixel(canvas: HTMLCanvasElement, px: number, py: number): readonly number[] {
  const ratio = window.devicePixelRatio;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  return Array.from(context.getImageData(px * ratio, py * ratio, 1, 1).data);
}

/** A stand of that size, CSS pixels, for every test of the file. */
export function makeStand(width: number, height: number): Stand {
  let root: HTMLElement;
  beforeEach(() => {
    root = document.body.appendChild(document.createElement("div"));
    root.style.cssText = `width: ${width}px; height: ${height}px`;
  });
  afterEach(() => root.remove());
  return {
    get root() {
      return root;
    },
    get svg() {
      const svg = root.querySelector("svg");
      if (!svg) throw new Error("nothing is drawn on the stand");
      return svg;
    },
    get caption() {
      return root.querySelector(".view-caption")?.textContent;
    },
    find(selector) {
      const found = root.querySelector(selector);
      if (!found) throw new Error(`nothing matches ${selector}`);
      return found;
    },
    mount(view, data, events) {
      const mounted = view(root, events);
      mounted.update(data);
      return mounted;
    },
    point(node, kind, px, py) {
      const box = root.getBoundingClientRect();
      const at = { clientX: box.left + px, clientY: box.top + py, bubbles: true, pointerId: 1 };
      const Kind = kind === "click" ? MouseEvent : PointerEvent;
      node.dispatchEvent(new Kind(kind, at));
    },
    texts: (selector) => [...root.querySelectorAll(selector)].map((node) => node.textContent ?? ""),
  };
}
