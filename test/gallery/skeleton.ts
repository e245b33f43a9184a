/**
 * @file The skeleton of a picture: its marks and their places, as a text to keep and compare.
 *
 * A place is written in whole pixels, a colour by its bytes. No rounding would do alone: whatever lies
 * at the edge of two steps falls now on one side, now on the other. So the comparison is what is
 * coarse: a line whose places are all within `PLACE` of those of the kept line, and its colours within
 * `COLOUR`, counts as the kept one. Two pixels are more than layout differs between machines with one
 * Chromium, and three levels of 255 more than a processor's rounding of transparent paint does; a
 * mirrored axis is off by tens of either. Widths of words, which the typeface decides, are left out:
 * a word is where its anchor is, and on a canvas it is listed instead of painted.
 */
import { along, anchorOf, boxOf, mustBeUpright, placed, wordsOf } from "../reading/pixels";
import type { Scribe } from "../reading/writing";

const PLACE = 2;
const COLOUR = 3;
/** Cells of a canvas in either direction. */
const CELLS = 8;
/** Shares of a way's length at which its places are listed. */
const SHARES = [0, 0.25, 0.5, 0.75, 1];

const spot = ({ x, y }: { readonly x: number; readonly y: number }): string =>
  `@${Math.round(x)},${Math.round(y)}`;

/** The places that make out a mark; none for what only groups others. */
function placesOf(node: SVGGraphicsElement, root: Element): string[] {
  if (node instanceof SVGTextElement) return [spot(anchorOf(node, root))];
  if (node instanceof SVGRectElement) {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(node.getAttribute(name) ?? 0),
    );
    return [
      [x, y],
      [x + width, y + height],
    ].map(([u, v]) => spot(placed(node, u, v, root)));
  }
  if (node instanceof SVGCircleElement) {
    const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(node.getAttribute(name) ?? 0));
    return [spot(placed(node, x, y, root)), `r${r.toFixed(1)}`];
  }
  if (node instanceof SVGLineElement) return along(node, [0, 1], root).map(spot);
  if (node instanceof SVGGeometryElement) {
    if (!node.getAttribute("d")) return ["empty"];
    return along(node, SHARES, root).map(spot);
  }
  return [];
}

const named = (node: Element): string => {
  const classes = [...node.classList].map((name) => `.${name}`).join("");
  const attributes = ["role", "aria-label"].flatMap((name) => {
    const value = node.getAttribute(name);
    return value === null ? [] : `${name}="${value}"`;
  });
  return [`${node.tagName.toLowerCase()}${classes}`, ...attributes].join(" ");
};

/** Mean colours of a canvas by cell, row by row; "......" where nothing is painted. */
function coloursOf(canvas: HTMLCanvasElement): string[] {
  const { width, height } = canvas;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 0, width, height);
  const sums = new Float64Array(CELLS * CELLS * 4);
  const counts = new Float64Array(CELLS * CELLS);
  for (let i = 0; i < width * height; i++) {
    const column = Math.floor(((i % width) * CELLS) / width);
    const cell = Math.floor((Math.floor(i / width) * CELLS) / height) * CELLS + column;
    const alpha = data[4 * i + 3] / 255;
    counts[cell] += 1;
    // As seen on white: colours of what can hardly be seen count little.
    for (let part = 0; part < 3; part++)
      sums[4 * cell + part] += 255 + alpha * (data[4 * i + part] - 255);
    sums[4 * cell + 3] += alpha;
  }
  const hex = (value: number) => Math.round(value).toString(16).padStart(2, "0");
  return Array.from({ length: CELLS }, (_, row) =>
    Array.from({ length: CELLS }, (_, column) => {
      const cell = row * CELLS + column;
      if (sums[4 * cell + 3] === 0) return "......";
      return `#${[0, 1, 2].map((part) => hex(sums[4 * cell + part] / counts[cell])).join("")}`;
    }).join(" "),
  );
}

function canvasLines(canvas: HTMLCanvasElement, root: Element, scribe: Scribe): string[] {
  mustBeUpright(canvas);
  const { left, right, top, bottom } = boxOf(canvas, root);
  const corners = [
    { x: left, y: top },
    { x: right, y: bottom },
  ];
  const words = scribe
    .on(canvas)
    .map(({ text, x, y }) => `"${text}" ${spot({ x: x + left, y: y + top })}`);
  return [[named(canvas), ...corners.map(spot)].join(" "), ...coloursOf(canvas), ...words];
}

const hidden = (node: Element): boolean => {
  const { display, visibility } = getComputedStyle(node);
  return display === "none" || visibility === "hidden";
};

/** What stands in `node`, a line for each mark, indented by how deep it lies. */
function linesOf(node: Element, root: Element, scribe: Scribe, depth: number): string[] {
  if (hidden(node) || node instanceof SVGTSpanElement) return [];
  const indent = "  ".repeat(depth);
  if (node instanceof HTMLCanvasElement)
    return canvasLines(node, root, scribe).map((line, i) => indent + (i ? `  ${line}` : line));
  const parts = [named(node)];
  if (node instanceof SVGGraphicsElement && !(node instanceof SVGSVGElement)) {
    // Where a sign of a caption stands depends on the words before it.
    if (!node.closest(".view-caption")) parts.push(...placesOf(node, root));
    const colour = node.style.getPropertyValue("--of") || node.style.stroke || node.style.fill;
    if (colour) parts.push(colour);
    if (node instanceof SVGTextElement) parts.push(JSON.stringify(wordsOf(node)));
  }
  // How far down a card is depends on how words wrap; where it begins does not.
  if (node instanceof HTMLButtonElement) parts.push(`@${Math.round(boxOf(node, root).left)}`);
  if (node instanceof HTMLElement && node.childElementCount === 0 && node.textContent)
    parts.push(JSON.stringify(node.textContent));
  const inner = [...node.children].flatMap((child) => linesOf(child, root, scribe, depth + 1));
  return [indent + parts.join(" "), ...inner];
}

/** The picture on `root`; words on canvases are those that `scribe` has heard. */
export const skeletonOf = (root: Element, scribe: Scribe): string =>
  `${[...root.children].flatMap((child) => linesOf(child, root, scribe, 0)).join("\n")}\n`;

const NUMBERS = /@-?\d+(?:,-?\d+)?|#[\da-f]{6}/g;

const numbersOf = (line: string): number[][] =>
  [...line.matchAll(NUMBERS)].map(([token]) =>
    token[0] === "@"
      ? token.slice(1).split(",").map(Number)
      : [1, 3, 5].map((start) => Number.parseInt(token.slice(start, start + 2), 16)),
  );

function alike(a: string, b: string): boolean {
  if (a.replace(NUMBERS, "#") !== b.replace(NUMBERS, "#")) return false;
  const kinds = [...a.matchAll(NUMBERS)].map(([token]) => (token[0] === "@" ? PLACE : COLOUR));
  const others = numbersOf(b);
  return numbersOf(a).every((numbers, i) =>
    numbers.every((value, k) => Math.abs(value - others[i][k]) <= kinds[i]),
  );
}

/** `now` with each line that counts as the kept one replaced by it. */
export function settled(now: string, kept: string): string {
  const before = kept.split("\n");
  return now
    .split("\n")
    .map((line, i) => (i < before.length && alike(line, before[i]) ? before[i] : line))
    .join("\n");
}
