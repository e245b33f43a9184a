/**
 * @file Where a second run has the repons: a ring each, joined to the disc by a line.
 *
 * Shapes: n elements.
 */
import type { Selection } from "d3";
import { placeMarks } from "../../draw/marks";
import type { Projection } from "../../draw/projection";

/** The repons of the first run. */
interface Discs {
  /** Where they are, CSS pixels. Each [n] */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly radius: number;
  readonly colours: readonly string[];
  readonly emphasised: ReadonlySet<number>;
}

/** A ring is smaller than a disc, so that one on the other is seen. */
const SMALLER = 0.75;

/** `partners`: their places in the plane [n, 2]; null takes them away. */
export function drawPartners(
  layer: Selection<SVGGElement, unknown, null, undefined>,
  partners: ArrayLike<number> | null,
  { toX, toY }: Pick<Projection, "toX" | "toY">,
  { x, y, radius, colours, emphasised }: Discs,
): void {
  const rings = partners
    ? colours.map((colour, i) => ({
        x: x[i],
        y: y[i],
        u: toX(partners[2 * i]),
        v: toY(partners[2 * i + 1]),
        style: `--of: ${colour}`,
        dim: emphasised.size > 0 && !emphasised.has(i) ? " dim" : "",
      }))
    : [];
  placeMarks(layer, "line", rings, ({ x: x1, y: y1, u: x2, v: y2, style, dim }) => ({
    class: `between${dim}`,
    ...{ style, x1, y1, x2, y2 },
  }));
  placeMarks(layer, "circle", rings, ({ u: cx, v: cy, style, dim }) => ({
    class: `partner${dim}`,
    r: SMALLER * radius,
    ...{ style, cx, cy },
  }));
}
