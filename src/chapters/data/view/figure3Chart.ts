/**
 * @file Figure 3: networks against the amount of data, every seed, over the axes of the bound.
 */
import "./bound.css";
import "./figure3Chart.css";
import type { Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { drawSeedCurves, type SeedCurve, type SeedPlace } from "../../../kit/study/view/seedCurves";
import { makeSeedPointer } from "../../../kit/study/view/seedPointer";
import { type BoundAxes, type BoundScale, drawBoundAxes } from "./boundAxes";
import type { BoundLine, BoundMark } from "./boundMarks";
import { drawBand, drawLines, drawMarks, drawNames } from "./boundMarks";

/** How much more data one curve takes than the bound, at one accuracy. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly label: string;
  readonly colour: string;
}

export interface NetworksChartData {
  readonly scale: BoundScale;
  /** The bound and formulas. */
  readonly lines: readonly BoundLine[];
  readonly marks: readonly BoundMark[];
  readonly curves: readonly SeedCurve[];
  readonly gap: Gap | null;
  /** The replica that trains on the page. */
  readonly chosen: number | null;
  /** What is known of a replica, in words. */
  readonly describe: (replica: number) => string;
  readonly caption: string;
  readonly summary: string;
}

export interface NetworksChartEvents {
  onPick(replica: number): void;
}

/** Pixels between two seeds at one fraction, and their size, at size 1. */
const APART = 2.5;
const RADIUS = 2.6;

/** A curve's medians as a line that can be named. */
const named = ({ name, colour, spreads }: SeedCurve): BoundLine => ({
  kind: "network",
  label: name,
  colour,
  fractions: spreads.map(({ x }) => x),
  values: spreads.map(({ median }) => median),
});

export const networksChart: View<NetworksChartData, NetworksChartEvents> = (root, events) =>
  makePicture(root, "bound networks", (stage, svg) => prepare(stage, svg, events), 120);

function prepare(stage: Stage, svg: Svg, events: NetworksChartEvents) {
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const grid = layer("grid");
  const bands = layer("bands");
  const marks = layer("marks");
  const seeds = layer("seeds");
  const lines = layer("lines");
  const gap = layer("gap");
  const names = layer("names");
  const rings = layer("rings");
  const captions = layer("captions");
  let data: NetworksChartData | null = null;
  let axes: BoundAxes | null = null;

  const place = (): SeedPlace | null =>
    axes && { toX: axes.toX, toY: axes.toY, apart: APART * axes.size, radius: RADIUS * axes.size };

  const pointer = makeSeedPointer({
    node: svg.attr("tabindex", 0).node() as SVGSVGElement,
    stage,
    rings,
    curves: () => data?.curves ?? [],
    walked: () => data?.curves.filter(({ pale }) => !pale) ?? [],
    place,
    describe: (replica) => `${data?.describe(replica)} Click: it trains in chapter 1.`,
    hint: "Point at a dot, or use the arrow keys: each is one network. A click trains it in chapter 1.",
    onPick: (replica) => events.onPick(replica),
  });

  return (next: NetworksChartData): void => {
    data = next;
    axes = drawBoundAxes(grid, captions, data.scale, data.caption, stage);
    drawBand(bands, data.lines, axes);
    drawMarks(marks, data.marks, 0, axes);
    drawSeedCurves(seeds, data.curves, place() as SeedPlace, data.chosen);
    drawLines(lines, data.lines, axes);
    drawGap(gap, data.gap, axes);
    const own = data.curves.filter(({ pale }) => !pale).map(named);
    drawNames(names, { lines: [...data.lines, ...own], marks: data.marks }, axes);
    pointer.refresh();
    svg.attr("aria-label", data.summary);
  };
}

/** Rough width of a letter: the typeface is not measured. */
const LETTER = 6.7;

/** A line across at the accuracy, from the bound to the network. */
function drawGap(layer: Layer, gap: Gap | null, { toX, toY, left, size }: BoundAxes): void {
  layer.style("display", gap ? "" : "none");
  if (!gap) return;
  const { from, to, level, label, colour } = gap;
  const [x0, x1, y] = [toX(from), toX(to), toY(level)];
  layer.style("--of", colour);
  const d = `M${x0},${y - 5 * size}v${10 * size}M${x0},${y}H${x1}m0,${-5 * size}v${10 * size}`;
  placeMarks(layer, "path", [d], () => ({ d }));
  const before = Math.min(x0, x1) - 6 * size;
  const room = before - left > LETTER * size * label.length;
  placeTexts(layer, [
    {
      text: label,
      x: room ? before : Math.max(x0, x1) + 6 * size,
      y: y + 4.5 * size,
      anchor: room ? "end" : "start",
    },
  ]);
}
