/**
 * @file The drawing of the map: data, encoder with repons, decoder and answer, with what statics and
 * dynamics ask about them. Side by side, or under each other where there is little width.
 */
import type { Selection } from "d3-selection";
import type { Palette } from "./palette";
import { setRichText } from "./richText";

/** Parts of the picture that a chapter can be about. */
export type Place = "data" | "repons" | "decoder" | "rates" | "whole";

export interface SceneOptions {
  readonly width: number;
  readonly narrow: boolean;
  readonly palette: Palette;
  /** The part that stands out. */
  readonly lit: Place | null;
}

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Drawn around (0, 0) in a square of this side. */
const SIDE = 116;

/** Pairs x, y with a relation between them; some are held out. */
function drawData(g: Group): void {
  const cells = 6;
  const cell = 16;
  const start = (-cells * cell) / 2;
  const held = new Set([4, 9, 13, 20, 24, 30, 35]);
  for (let k = 0; k < cells * cells; k++) {
    const [x, y] = [k % cells, Math.floor(k / cells)];
    const yes = x % 3 === y % 3;
    g.append("rect")
      .attr("x", start + x * cell + 1)
      .attr("y", start + y * cell + 1)
      .attr("width", cell - 2)
      .attr("height", cell - 2)
      .attr("rx", 2)
      .attr("class", `${yes ? "yes" : "no"}${held.has(k) ? " held" : ""}`);
  }
}

/** Three classes of repons; springs between two that are alike. */
function drawRepons(g: Group): void {
  const spots: readonly (readonly [number, number, number])[] = [
    [-33, -24, 1],
    [-14, -34, 1],
    [-24, -8, 1],
    [32, -22, 2],
    [22, -4, 2],
    [40, -2, 2],
    [-14, 34, 3],
    [4, 24, 3],
    [10, 42, 3],
  ];
  g.append("circle")
    .attr("r", SIDE / 2)
    .attr("class", "plane");
  for (const [a, b] of [
    [0, 1],
    [3, 5],
    [6, 8],
  ])
    g.append("path").attr("class", "spring").attr("d", spring(spots[a], spots[b]));
  for (const [x, y, group] of spots)
    g.append("circle")
      .attr("cx", x)
      .attr("cy", y)
      .attr("r", 5.5)
      .attr("class", "repon")
      .style("--of", `var(--class-${group})`);
}

function spring([x0, y0]: readonly number[], [x1, y1]: readonly number[]): string {
  const turns = 7;
  const [u, v] = [x1 - x0, y1 - y0];
  const length = Math.hypot(u, v);
  const points = Array.from({ length: turns }, (_, i) => {
    const t = 0.28 + (0.44 * i) / (turns - 1);
    const side = (i % 2 ? 4 : -4) / length;
    return `${x0 + t * u - side * v},${y0 + t * v + side * u}`;
  });
  return `M${x0},${y0}L${points.join("L")}L${x1},${y1}`;
}

/** A small multi-layer perceptron. */
function drawDecoder(g: Group): void {
  const layers = [4, 5, 5, 1];
  const at = (layer: number, unit: number): readonly [number, number] => [
    -48 + 32 * layer,
    (unit - (layers[layer] - 1) / 2) * 21,
  ];
  layers.slice(1).forEach((count, l) => {
    for (let a = 0; a < layers[l]; a++)
      for (let b = 0; b < count; b++) {
        const [x0, y0] = at(l, a);
        const [x1, y1] = at(l + 1, b);
        g.append("line")
          .attr("x1", x0)
          .attr("y1", y0)
          .attr("x2", x1)
          .attr("y2", y1)
          .attr("class", "weight");
      }
  });
  layers.forEach((count, l) => {
    for (let unit = 0; unit < count; unit++) {
      const [x, y] = at(l, unit);
      g.append("circle").attr("cx", x).attr("cy", y).attr("r", 5).attr("class", "unit");
    }
  });
}

/** The answer as a bar between no and yes. */
function drawAnswer(g: Group): void {
  const [width, height] = [16, 84];
  g.append("rect")
    .attr("x", -width / 2)
    .attr("y", -height / 2)
    .attr("width", width)
    .attr("height", height)
    .attr("rx", 4)
    .attr("class", "scale");
  g.append("rect")
    .attr("x", -width / 2 + 3)
    .attr("y", -height / 2 + 14)
    .attr("width", width - 6)
    .attr("height", height - 17)
    .attr("rx", 2)
    .attr("class", "level");
  g.append("text")
    .attr("x", 14)
    .attr("y", -height / 2 + 9)
    .attr("class", "quiet")
    .text("1 yes");
  g.append("text")
    .attr("x", 14)
    .attr("y", height / 2)
    .attr("class", "quiet")
    .text("0 no");
}

interface Part {
  readonly place: Place;
  readonly draw: (g: Group) => void;
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

function text(parent: Group, name: string, x: number, y: number, words: string): void {
  const node = parent
    .append("text")
    .attr("class", name)
    .attr("x", x)
    .attr("y", y)
    .node() as SVGTextElement;
  setRichText(node, words);
}

/** A line with a short foot at both ends: what a word speaks of. `feet` is their direction. */
const bracket = (x0: number, x1: number, y: number, feet: number): string =>
  `M${x0},${y + feet}V${y}H${x1}V${y + feet}`;

const isLit = (place: Place, lit: Place | null): boolean =>
  lit === "whole" ||
  place === lit ||
  (lit === "rates" && (place === "repons" || place === "decoder"));

function drawWide(svg: Svg, { width, palette, lit }: SceneOptions): number {
  const { size } = palette;
  // Centres of the parts in columns 1-3, 4-6, 7-9 and 10-12 of the cards' grid.
  const centre = (i: number) => ((2 * i + 1) / 8) * width;
  const scale = Math.min(1.25, (width / 4 - 44) / SIDE) * Math.max(1, Math.min(size, 1.15));
  const half = (SIDE / 2) * scale;
  const middle = 58 * size + half;
  const under = middle + half;
  const scene = svg.append("g") as unknown as Group;
  PARTS.forEach((part, i) => {
    const on = isLit(part.place, lit) ? " lit" : "";
    const g = scene.append("g").attr("class", `part${on}`);
    g.append("g")
      .attr("transform", `translate(${centre(i)},${middle}) scale(${scale})`)
      .call((inner) => part.draw(inner as unknown as Group));
    text(g as unknown as Group, "name", centre(i), under + 24 * size, part.name);
    text(g as unknown as Group, "symbol", centre(i), under + 42 * size, part.symbol);
    if (part.statics)
      text(g as unknown as Group, `question${on}`, centre(i), 44 * size, part.statics);
    if (part.dynamics)
      text(g as unknown as Group, "rate", centre(i), under + 76 * size, part.dynamics);
    if (i === PARTS.length - 1) return;
    const [from, to] = [centre(i) + half + 10, centre(i + 1) - (i === 2 ? half / 2 : half) - 12];
    scene
      .append("path")
      .attr("class", "flow")
      .attr("d", arrow(from, middle, to, middle));
  });
  const [left, right] = [centre(0) - half, centre(2) + half];
  scene
    .append("path")
    .attr("class", "bracket")
    .attr("d", bracket(left, right, 22 * size, 6));
  text(scene, "mode", (left + right) / 2, 12 * size, "Statics, from information");
  const low = under + 92 * size;
  scene
    .append("path")
    .attr("class", "bracket")
    .attr("d", bracket(centre(1) - half, right, low, -6));
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
  const scene = svg.append("g").attr("class", "tall") as unknown as Group;
  PARTS.forEach((part, i) => {
    const y = half + 8 + i * pitch;
    const on = isLit(part.place, lit) ? " lit" : "";
    const g = scene.append("g").attr("class", `part${on}`) as unknown as Group;
    g.append("g")
      .attr("transform", `translate(${x},${y}) scale(${scale})`)
      .call((inner) => part.draw(inner as unknown as Group));
    const beside = 2 * half + 28 + (part.place === "whole" ? 8 : 0);
    text(g, "name", beside, y - 16 * size, part.name);
    text(g, "symbol", beside, y + 2 * size, part.symbol);
    const question = part.statics ?? (part.dynamics ? `how fast? ${part.dynamics}` : null);
    if (question) text(g, `question${on}`, beside, y + 22 * size, question);
    if (part.statics && part.dynamics)
      text(g, `question${on}`, beside, y + 40 * size, `how fast? ${part.dynamics}`);
    if (i < PARTS.length - 1)
      scene
        .append("path")
        .attr("class", "flow")
        .attr("d", arrow(x, y + half + 6, x, y + pitch - half - 6));
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
