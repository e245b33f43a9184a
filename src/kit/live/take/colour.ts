/** @file A colour as every program reads it, whatever the style sheet has made it of. */
export interface Colour {
  /** "#0072b2" */
  readonly hex: string;
  readonly alpha: number;
}

const known = new Map<string, Colour>();

let brush: CanvasRenderingContext2D | null = null;

function read(text: string): Colour {
  brush ??= document
    .createElement("canvas")
    .getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  const context = brush;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = "#000000";
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
  return { hex: `#${hex}`, alpha: Math.round((1000 * alpha) / 255) / 1000 };
}

/** Any CSS colour, such as "color(srgb 0.2 0.4 0.6 / 0.5)". */
export function colourOf(text: string): Colour {
  const colour = known.get(text) ?? read(text);
  known.set(text, colour);
  return colour;
}

/** The first ground behind an element that is not see-through. */
export function groundOf(element: Element | null): string {
  if (!element) return "#ffffff";
  const { hex, alpha } = colourOf(getComputedStyle(element).backgroundColor);
  return alpha === 0 ? groundOf(element.parentElement) : hex;
}
