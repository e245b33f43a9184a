/**
 * @file Marks of a picture: as many elements of one kind as there are data.
 */
import type { Selection } from "d3";

type Attributes = Readonly<Record<string, string | number | null>>;

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
      for (const [name, value] of Object.entries(attributesOf(mark)))
        if (value === null) this.removeAttribute(name);
        // The page allows no style as an attribute (scripts/csp.ts).
        else if (name === "style") this.style.cssText = String(value);
        else this.setAttribute(name, String(value));
    });
}
