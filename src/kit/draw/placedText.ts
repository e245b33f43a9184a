/**
 * @file Words at places of a picture.
 */
import type { Selection } from "d3";
import { setRichText } from "./richText";

export interface PlacedText {
  /** Its class; none if it is not given. */
  readonly kind?: string;
  readonly text: string;
  /** Of its anchor, on the base line; CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** `start` if it is not given. */
  readonly anchor?: "start" | "middle" | "end";
  /** The colour `--of` of its class. */
  readonly colour?: string | undefined;
  /** Whether it reads upwards. */
  readonly turn?: boolean;
}

/** Makes `texts` all the words of a layer. */
export function placeTexts(
  layer: Selection<SVGGElement, unknown, null, undefined>,
  texts: readonly PlacedText[],
): void {
  layer
    .selectAll<SVGTextElement, PlacedText>("text")
    .data(texts)
    .join("text")
    .attr("class", ({ kind }) => kind ?? null)
    .style("--of", ({ colour }) => colour ?? null)
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y)
    .attr("text-anchor", ({ anchor }) => anchor ?? null)
    .attr("transform", ({ x, y, turn }) => (turn ? `rotate(-90 ${x} ${y})` : null))
    .each(function ({ text }) {
      setRichText(this, text);
    });
}
