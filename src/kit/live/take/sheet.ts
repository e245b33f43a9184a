/** @file The sheet that a picture leaves the page on: its title above, what it is of and its link below. */
import { colourOf, groundOf } from "./colour";
import type { Credits } from "./credits";
import { add, makeDrawing } from "./node";

/** Around everything, px. */
const MARGIN = 16;
const TITLE = { size: 15, height: 30 };
const FOOT = { size: 11, height: 16, lines: 3 };

let brush: CanvasRenderingContext2D | null = null;

/** Lines no wider than `width` px; what is too long for the last of `most` ends in an ellipsis. */
function wrapped(text: string, width: number, font: string, most: number): string[] {
  brush ??= document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const context = brush;
  context.font = font;
  // Digits of one width, which canvases do not know, may be wider.
  const fits = (line: string) => context.measureText(line).width <= 0.95 * width;
  const lines: string[] = [];
  let rest = text;
  while (rest !== "") {
    let end = rest.length;
    while (end > 1 && !fits(rest.slice(0, end))) end--;
    const space = rest.lastIndexOf(" ", end);
    if (end < rest.length && space > 0) end = space;
    if (lines.length === most - 1 && end < rest.length) {
      while (end > 1 && !fits(`${rest.slice(0, end)}…`)) end--;
      return [...lines, `${rest.slice(0, end)}…`];
    }
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

export interface Sheet {
  readonly svg: SVGElement;
  /** Where the picture stands on it. */
  readonly place: SVGElement;
  /** Where the picture begins in the window. */
  readonly origin: readonly [number, number];
}

/** A sheet for what stands at `root`, in the colours that it has there. */
export function sheetFor(root: HTMLElement, { title, words, link }: Credits): Sheet {
  const box = root.getBoundingClientRect();
  const { fontFamily, color } = getComputedStyle(root);
  const ground = groundOf(root);
  const ink = colourOf(color).hex;
  const width = Math.max(box.width, 160);
  const lines = [words, link].flatMap((text) =>
    wrapped(text, width, `${FOOT.size}px ${fontFamily}`, FOOT.lines),
  );
  const size = {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(box.height + TITLE.height + lines.length * FOOT.height + 2.5 * MARGIN),
  };
  const svg = makeDrawing({ ...size, viewBox: `0 0 ${size.width} ${size.height}` });
  add(svg, "rect", { ...size, fill: ground });
  const write = (text: string, x: number, y: number, of: { size: number }, more = {}) => {
    const attributes = { "font-family": fontFamily, "font-size": of.size, fill: ink };
    add(svg, "text", { x, y, ...attributes, ...more }).textContent = text;
  };
  const [heading] = wrapped(title, width, `600 ${TITLE.size}px ${fontFamily}`, 1);
  write(heading, MARGIN, MARGIN + TITLE.size, TITLE, { "font-weight": 600 });
  const top = MARGIN + TITLE.height;
  const place = add(svg, "g", { transform: `translate(${MARGIN} ${top})` });
  lines.forEach((line, i) => {
    const y = top + box.height + MARGIN + i * FOOT.height + FOOT.size / 2;
    write(line, MARGIN, y, FOOT, { "fill-opacity": 0.7 });
  });
  return { svg, place, origin: [box.left, box.top] };
}
