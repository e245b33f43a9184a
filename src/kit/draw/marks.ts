/**
 * @file Marks of a picture: as many elements of one kind as there are data.
 */
import type { Selection } from "d3";

type Attributes = Readonly<Record<string, string | number | null>>;

/** Sets what a mark is; an attribute that is null is left out. The page allows no style as one (scripts/csp.ts). */
export function setMark(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value === null) element.removeAttribute(name);
    else if (name === "style") element.style.cssText = String(value);
    else element.setAttribute(name, String(value));
}

/** Makes `marks` all the elements `tag` of a layer; an attribute that is null is left out. */
export function placeMarks<Mark, Host extends SVGElement>(
  layer: Selection<Host, unknown, null, undefined>,
  tag: string,
  marks: readonly Mark[],
  attributesOf: (mark: Mark) => Attributes,
): void {
  layer
    .selectAll<SVGElement, Mark>(tag)
    .data(marks)
    .join((enter) => enter.append<SVGElement>(tag))
    .each(function (mark) {
      setMark(this, attributesOf(mark));
    });
}
