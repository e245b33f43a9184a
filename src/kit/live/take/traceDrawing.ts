/** @file A drawing of the page as it looks, with nothing that only the page's sheets would tell. */
import { colourOf } from "./colour";
import { set } from "./node";
import { metricsOf } from "./traceText";

/** Written where they are other than around; what is within has them too. */
const INHERITED = [
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "visibility",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "text-anchor",
] as const;

const PAINTS = ["fill", "stroke"] as const;

/** Attributes that are the page's own affair. */
const ITS_OWN = /^(class|style|role|tabindex|focusable|data-.*|aria-.*)$/;
/** Say nothing that is seen. */
const UNSEEN = /^(title|desc|metadata|style|script)$/;

const unitless = (value: string): string => value.replace(/(?<=\d)px/g, "");

/** Colour and strength of fill and stroke, which a sheet may have mixed into one value. */
function paint(copy: Element, style: CSSStyleDeclaration, around: CSSStyleDeclaration | null) {
  for (const name of PAINTS) {
    const value = style.getPropertyValue(name);
    const strength = style.getPropertyValue(`${name}-opacity`);
    const same =
      value === around?.getPropertyValue(name) &&
      strength === around.getPropertyValue(`${name}-opacity`);
    copy.removeAttribute(name);
    copy.removeAttribute(`${name}-opacity`);
    if (same) continue;
    const plain = value === "none" || value.startsWith("url");
    const { hex, alpha } = plain ? { hex: value, alpha: 1 } : colourOf(value);
    set(copy, { [name]: hex, [`${name}-opacity`]: alpha * Number(strength) });
  }
}

/** Words that are centred about their place are moved there: few programs know how to centre them. */
function baseline(copy: Element, style: CSSStyleDeclaration): void {
  copy.removeAttribute("dominant-baseline");
  if (!/central|middle/.test(style.dominantBaseline)) return;
  const { above, below } = metricsOf(style);
  set(copy, { dy: (Number.parseFloat(copy.getAttribute("dy") ?? "") || 0) + (above - below) / 2 });
}

/** A rim behind letters as a node of its own: few programs know which is to be painted first. */
function rimOf(copy: Element): Element {
  const rim = copy.cloneNode(true) as Element;
  for (const each of [rim, ...rim.querySelectorAll("*")]) each.removeAttribute("fill");
  for (const each of [copy, ...copy.querySelectorAll("*")])
    for (const { name } of [...each.attributes])
      if (name.startsWith("stroke")) each.removeAttribute(name);
  set(rim, { fill: "none", "aria-hidden": "true" });
  set(copy, { stroke: "none" });
  return rim;
}

/** What is seen of a part, to be put into a drawing; empty where that is nothing. */
function copiesOf(part: Element, around: CSSStyleDeclaration | null): Node[] {
  const style = getComputedStyle(part);
  if (style.display === "none" || UNSEEN.test(part.localName)) return [];
  const copy = document.createElementNS(part.namespaceURI, part.localName);
  for (const { namespaceURI, name, value } of part.attributes)
    if (!ITS_OWN.test(name)) copy.setAttributeNS(namespaceURI, name, value);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    copy.removeAttribute(name);
    if (value !== around?.getPropertyValue(name)) copy.setAttribute(name, unitless(value));
  }
  paint(copy, style, around);
  if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  // The page's own document takes no `style` as an attribute (scripts/csp.ts).
  if (style.mixBlendMode !== "normal") (copy as SVGElement).style.mixBlendMode = style.mixBlendMode;
  for (const child of part.childNodes)
    if (child instanceof Element) copy.append(...copiesOf(child, style));
    else if (child instanceof Text) copy.append(child.data);
  if (part.localName !== "text") return [copy];
  baseline(copy, style);
  const rimmed = style.stroke !== "none" && style.paintOrder.startsWith("stroke");
  return rimmed ? [rimOf(copy), copy] : [copy];
}

/** Draws `svg` of the page; `left` and `top` is where the drawing begins. */
export function traceDrawing(
  svg: SVGSVGElement,
  to: Element,
  [left, top]: readonly [number, number],
): void {
  const box = svg.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return;
  for (const copy of copiesOf(svg, null) as Element[]) {
    set(copy, { x: box.left - left, y: box.top - top, width: box.width, height: box.height });
    to.append(copy);
  }
}
