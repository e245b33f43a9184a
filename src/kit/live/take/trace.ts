/** @file A part of the page as a drawing: its canvases, its drawings, its words and their grounds, as they stand. */
import { colourOf } from "./colour";
import { add } from "./node";
import { traceDrawing } from "./traceDrawing";
import { traceText } from "./traceText";

interface Tracing {
  /** Where the drawing begins in the window, px. */
  readonly origin: readonly [left: number, top: number];
  /** Whether canvases are part of it, as pictures; without them it is what lies over them, on no ground. */
  readonly canvases: boolean;
}

/** Stops of a gradient from left to right, as the browser writes it. */
const STOP = /((?:rgba?|color|oklab|oklch|hsl)\([^)]*\)|#\w+)(?: ([\d.]+)%)?/g;

/** Gradients of one drawing are told apart by their place in it. */
function gradientIn(to: Element, image: string): string {
  const root = to.closest("svg:not(svg svg)") ?? to;
  const id = `ramp-${root.querySelectorAll("linearGradient").length + 1}`;
  const gradient = add(to, "linearGradient", { id });
  const stops = [...image.matchAll(STOP)];
  stops.forEach(([, colour, at], i) => {
    const { hex, alpha } = colourOf(colour);
    const offset = at === undefined ? i / Math.max(1, stops.length - 1) : Number(at) / 100;
    add(gradient, "stop", { offset, "stop-color": hex, "stop-opacity": alpha });
  });
  return `url(#${id})`;
}

/** The ground and the rim of an element. */
function traceBox(style: CSSStyleDeclaration, box: DOMRect, to: Element, { origin }: Tracing) {
  if (style.visibility !== "visible") return;
  const ground = colourOf(style.backgroundColor);
  const ramp = style.backgroundImage.startsWith("linear-gradient");
  const rim = Number.parseFloat(style.borderTopWidth) || 0;
  const rimmed =
    rim > 0 && style.borderTopStyle !== "none" && style.borderTopWidth === style.borderBottomWidth;
  if (ground.alpha === 0 && !ramp && !rimmed) return;
  const edge = colourOf(style.borderTopColor);
  add(to, "rect", {
    x: box.left - origin[0] + (rimmed ? rim / 2 : 0),
    y: box.top - origin[1] + (rimmed ? rim / 2 : 0),
    width: Math.max(0, box.width - (rimmed ? rim : 0)),
    height: Math.max(0, box.height - (rimmed ? rim : 0)),
    rx: Number.parseFloat(style.borderTopLeftRadius) || null,
    fill: ramp ? gradientIn(to, style.backgroundImage) : ground.alpha === 0 ? "none" : ground.hex,
    "fill-opacity": !ramp && ground.alpha > 0 && ground.alpha < 1 ? ground.alpha : null,
    stroke: rimmed ? edge.hex : null,
    "stroke-opacity": rimmed && edge.alpha < 1 ? edge.alpha : null,
    "stroke-width": rimmed ? rim : null,
  });
}

/** A canvas with nothing on it yet has no picture. */
function traceCanvas(canvas: HTMLCanvasElement, to: Element, { origin }: Tracing): void {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  if (width === 0 || height === 0 || canvas.width === 0 || canvas.height === 0) return;
  const href = canvas.toDataURL("image/png");
  const image = add(to, "image", { x: left - origin[0], y: top - origin[1], width, height });
  // By its former name: many programs know no other, and browsers know both.
  image.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", href);
}

/** Is there for who hears the page, or to be pressed. */
const UNSEEN = ".view-voice, button, input, select, textarea, dialog";

/** Draws an element and all within it into `to`. */
export function trace(element: Element, to: Element, tracing: Tracing): void {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.opacity === "0" || element.matches(UNSEEN)) return;
  const within =
    style.opacity === "1" || element instanceof SVGElement
      ? to
      : add(to, "g", { opacity: style.opacity });
  if (element instanceof HTMLCanvasElement) {
    if (tracing.canvases) traceCanvas(element, within, tracing);
  } else if (element instanceof SVGSVGElement) traceDrawing(element, within, tracing.origin);
  else {
    if (tracing.canvases || !element.querySelector("canvas"))
      traceBox(style, element.getBoundingClientRect(), within, tracing);
    for (const child of element.childNodes)
      if (child instanceof Element) trace(child, within, tracing);
      else if (child instanceof Text) traceText(child, within, tracing.origin);
  }
}
