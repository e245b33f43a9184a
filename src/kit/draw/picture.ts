/**
 * @file A picture in SVG: its layers are made once, and all of it is drawn whenever its data or its
 * stage change.
 */
import { type Selection, select } from "d3";
import { makeStage, type Stage } from "./stage";
import type { Mounted } from "./view";

export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/**
 * Puts the picture `name` into `root`. `prepare` makes its layers and returns what draws data in them,
 * on a stage of at least `least` pixels either way; `redraw` draws the same data again.
 */
export function makePicture<Data>(
  root: HTMLElement,
  name: string,
  prepare: (stage: Stage, svg: Svg, redraw: () => void) => (data: Data) => void,
  least = 1,
): Mounted<Data> {
  const stage = makeStage(root, name, redraw);
  const svg = select(stage.plot).append("svg");
  const draw = prepare(stage, svg, redraw);
  let data: Data | null = null;
  beImage(svg);

  function redraw(): void {
    if (!data || stage.width < least || stage.height < least) return;
    draw(data);
    beImage(svg);
  }

  return {
    update(next) {
      data = next;
      redraw();
    },
    destroy: stage.destroy,
  };
}

/** An image from when it says what it shows, unless it is something else. */
function beImage(svg: Svg): void {
  if (svg.attr("aria-label") && !svg.attr("role")) svg.attr("role", "img");
}
