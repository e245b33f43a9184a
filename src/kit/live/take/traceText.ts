/** @file Words of the page as words of a drawing, each line at its place. */
import { colourOf } from "./colour";
import { add } from "./node";

interface Line {
  text: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** What lies further apart than this is another line, px. */
const APART = 2;

/** The lines that a text is broken into, without what is not seen. */
function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    if (!box || box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - box.top) < APART) line.text += letter;
    else if (letter.trim() !== "")
      lines.push({ text: letter, left: box.left, top: box.top, height: box.height });
  }
  return lines;
}

let brush: CanvasRenderingContext2D | null = null;

/** Of the typeface of a style, px: what lies above and below the baseline. */
export function metricsOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  brush ??= document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  brush.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = brush.measureText("x");
  return { above: fontBoundingBoxAscent, below: fontBoundingBoxDescent };
}

/** Draws a text of the page; `left` and `top` is where the drawing begins. */
export function traceText(node: Text, to: Element, [left, top]: readonly [number, number]): void {
  if (node.data.trim() === "" || !node.parentElement) return;
  const style = getComputedStyle(node.parentElement);
  if (style.visibility !== "visible") return;
  const { above, below } = metricsOf(style);
  const { hex, alpha } = colourOf(style.color);
  for (const line of linesOf(node)) {
    const text = add(to, "text", {
      x: line.left - left,
      y: line.top - top + (line.height - above - below) / 2 + above,
      fill: hex,
      "fill-opacity": alpha < 1 ? alpha : null,
      "font-family": style.fontFamily,
      "font-size": style.fontSize.replace("px", ""),
      "font-weight": style.fontWeight,
      "font-style": style.fontStyle === "normal" ? null : style.fontStyle,
    });
    text.textContent = line.text.replace(/\s+/g, " ").trimEnd();
  }
}
