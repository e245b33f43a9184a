/** @file Nodes of a drawing that is being made. */

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number | null>>;

/** Numbers to a hundredth of a pixel. */
const written = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(100 * value) / 100) : value;

export function set(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) node.setAttribute(name, written(value));
}

/** A node of SVG with these attributes, in `parent`. */
export function add(parent: Node, name: string, attributes: Attributes = {}): SVGElement {
  const node = document.createElementNS(SVG, name);
  set(node, attributes);
  parent.appendChild(node);
  return node;
}

/**
 * An SVG to draw on, with figures of one width. It stands in no document: the page allows no styles in its own
 * (scripts/csp.ts), and what is drawn brings them.
 */
export function makeDrawing(attributes: Attributes): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, attributes);
  svg.style.fontVariantNumeric = "tabular-nums";
  return svg;
}
