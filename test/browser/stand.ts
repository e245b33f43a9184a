/**
 * @file Where a picture stands in a test of it: an element of its own, gone after each test.
 */
import "../../src/views/palette.css";
import { afterEach, beforeEach } from "vitest";

export interface Stand {
  /** New in each test. */
  readonly root: HTMLElement;
  /** The first picture. */
  readonly svg: SVGSVGElement;
  readonly caption: string | null | undefined;
  texts(selector: string): string[];
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
    texts: (selector) => [...root.querySelectorAll(selector)].map((node) => node.textContent ?? ""),
  };
}
