/**
 * @file The drawing of the map: data, encoder with repons, decoder and answer, with what statics and
 * dynamics ask about them. Side by side, or under each other where there is little width.
 */
import type { Layer } from "../../kit/draw/chart";
import type { Palette } from "../../kit/draw/palette";
import type { Svg } from "../../kit/draw/picture";
import { setRichText } from "../../kit/draw/richText";
import { add, drawAnswer, drawData, drawDecoder, drawRepons, SIDE } from "./mapGlyphs";

/** Parts of the picture that a chapter can be about. */
export type Place = "data" | "repons" | "decoder" | "rates" | "whole";

export interface SceneOptions {
  readonly width: number;
  readonly narrow: boolean;
  readonly palette: Palette;
  /** The part that stands out. */
  readonly lit: Place | null;
}

interface Part {
  readonly place: Place;
  readonly draw: (g: Layer) => void;
  readonly name: string;
  readonly symbol: string;
  readonly statics: string | null;
  readonly dynamics: string | null;
}

const PARTS: readonly Part[] = [
  {
    place: "data",
    draw: drawData,
    name: "relation",
    symbol: "pairs x, y",
    statics: "how much data?",
    dynamics: null,
  },
  {
    place: "repons",
    draw: drawRepons,
    name: "encoder: repons",
    symbol: "E_x, E_y",
    statics: null,
    dynamics: "η_{enc}",
  },
  {
    place: "decoder",
    draw: drawDecoder,
    name: "decoder",
    symbol: "n_h layers of width w",
    statics: "how complex?",
    dynamics: "η_{dec}",
  },
  {
    place: "whole",
    draw: drawAnswer,
    name: "answer",
    symbol: "P[R(x, y) = 1]",
    statics: null,
    dynamics: null,
  },
];

function text(parent: Layer, name: string, x: number, y: number, words: string): void {
  const node = parent
    .append("text")
    .attr("class", name)
    .attr("x", x)
    .attr("y", y)
    .node() as SVGTextElement;
  setRichText(node, words);
}

/** The ends of the answer's bar, in words. */
function writeEnds(g: Layer, x: number, y: number, scale: number, size: number): void {
  text(g, "quiet", x + 16 * scale, y - 42 * scale + 10 * size, "1, yes");
  text(g, "quiet", x + 16 * scale, y + 42 * scale, "0, no");
}

/** A line with a short foot at both ends: what a word speaks of. `feet` is their direction. */
const bracket = (x0: number, x1: number, y: number, feet: number): string =>
  `M${x0},${y + feet}V${y}H${x1}V${y + feet}`;

const isLit = (place: Place, lit: Place | null): boolean =>
  lit === "whole" ||
  place === lit ||
  (lit === "rates" && (place === "repons" || place === "decoder"));

/** Draws a part; returns what its words go into, and the class of what stands out. */
function drawPart(scene: Layer, part: Part, lit: Place | null, transform: string) {
  const on = isLit(part.place, lit) ? " lit" : "";
  const g = scene.append("g").attr("class", `part${on}`);
  part.draw(g.append("g").attr("transform", transform));
  return { g, on };
}

function drawWide(svg: Svg, { width, palette, lit }: SceneOptions): number {
  const { size } = palette;
  // Centres of the parts in columns 1-3, 4-6, 7-9 and 10-12 of the cards' grid.
  const centre = (i: number) => ((2 * i + 1) / 8) * width;
  const scale = Math.min(1.25, (width / 4 - 44) / SIDE) * Math.max(1, Math.min(size, 1.15));
  const half = (SIDE / 2) * scale;
  const middle = 58 * size + half;
  const under = middle + half;
  const scene = svg.append("g");
  PARTS.forEach((part, i) => {
    const { g, on } = drawPart(
      scene,
      part,
      lit,
      `translate(${centre(i)},${middle}) scale(${scale})`,
    );
    text(g, "name", centre(i), under + 24 * size, part.name);
    text(g, "formula", centre(i), under + 42 * size, part.symbol);
    if (part.statics) text(g, `question${on}`, centre(i), 44 * size, part.statics);
    if (part.dynamics) text(g, "rate", centre(i), under + 76 * size, part.dynamics);
    if (i === PARTS.length - 1) {
      writeEnds(g, centre(i), middle, scale, size);
      return;
    }
    const [from, to] = [centre(i) + half + 10, centre(i + 1) - (i === 2 ? half / 2 : half) - 12];
    add(scene, "path", { class: "flow", d: arrow(from, middle, to, middle) });
  });
  const [left, right] = [centre(0) - half, centre(2) + half];
  add(scene, "path", { class: "bracket", d: bracket(left, right, 22 * size, 6) });
  text(scene, "mode", (left + right) / 2, 12 * size, "Statics, from information");
  const low = under + 92 * size;
  add(scene, "path", { class: "bracket", d: bracket(centre(1) - half, right, low, -6) });
  const between = (centre(1) + centre(2)) / 2;
  text(scene, `question${lit === "rates" ? " lit" : ""}`, between, under + 76 * size, "how fast?");
  text(scene, "mode", between, low + 18 * size, "Dynamics, from interacting repons");
  return low + 26 * size;
}

function drawTall(svg: Svg, { palette, lit }: SceneOptions): number {
  const { size } = palette;
  const scale = 0.72;
  const half = (SIDE / 2) * scale;
  const pitch = 2 * half + 34;
  const x = half + 4;
  const scene = svg.append("g").attr("class", "tall");
  PARTS.forEach((part, i) => {
    const y = half + 8 + i * pitch;
    const { g, on } = drawPart(scene, part, lit, `translate(${x},${y}) scale(${scale})`);
    const beside = 2 * half + 28 + (part.place === "whole" ? 16 : 0);
    text(g, "name", beside, y - 16 * size, part.name);
    text(g, "formula", beside, y + 2 * size, part.symbol);
    const question = part.statics ?? (part.dynamics ? `how fast? ${part.dynamics}` : null);
    if (question) text(g, `question${on}`, beside, y + 22 * size, question);
    if (part.statics && part.dynamics)
      text(g, `question${on}`, beside, y + 40 * size, `how fast? ${part.dynamics}`);
    if (i === PARTS.length - 1) writeEnds(g, x, y, scale, size);
    else add(scene, "path", { class: "flow", d: arrow(x, y + half + 6, x, y + pitch - half - 6) });
  });
  return PARTS.length * pitch;
}

function arrow(x0: number, y0: number, x1: number, y1: number): string {
  const [c, s] = x1 > x0 ? [1, 0] : [0, 1];
  return `M${x0},${y0}L${x1},${y1}M${x1 - 6 * c - 4 * s},${y1 - 6 * s - 4 * c}L${x1},${y1}L${x1 - 6 * c + 4 * s},${y1 - 6 * s + 4 * c}`;
}

/** Draws the scene anew; returns its height in pixels. */
export function drawNetwork(svg: Svg, options: SceneOptions): number {
  svg.selectAll("*").remove();
  return options.narrow ? drawTall(svg, options) : drawWide(svg, options);
}
