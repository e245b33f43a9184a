/**
 * @file Figure 4: accuracies against the decoder's depth, every seed, over zones of what was measured.
 */
import type { DepthChartData } from "./depthLayout";
import "./depthChart.css";
import type { Selection } from "d3";
import { drawAcross, drawAxes, type Layer } from "../../../kit/draw/chart";
import { PHASE_LETTERS } from "../../../kit/draw/palette";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import { spread, stack } from "../../../kit/draw/stack";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { drawSeedCurves } from "../../../kit/study/view/seedCurves";
import { makeSeedPointer } from "../../../kit/study/view/seedPointer";
import type { Zone } from "../../../theory/goldilocks";
import { prepareGuess } from "./depthGuess";
import { type DepthLayout, layOutDepth } from "./depthLayout";

export interface DepthChartEvents {
  onPick(replica: number): void;
  /** The reader expects these depths to generalise, from the first to the last. */
  onGuess?(ends: readonly [from: number, to: number]): void;
}

export const depthChart: View<DepthChartData, DepthChartEvents> = (root, events) =>
  makePicture(root, "depth", (stage, svg) => prepare(stage, svg, events), 60);

function prepare(stage: Stage, svg: Svg, events: DepthChartEvents) {
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const zones = layer("zones");
  const grid = layer("grid");
  const rows = layer("rows");
  const references = layer("references");
  const curves = layer("seeds");
  const names = layer("names");
  const rings = layer("rings");
  const guesses = layer("guessing");
  let data: DepthChartData | null = null;
  let layout: DepthLayout | null = null;
  const drawGuessed = prepareGuess(
    guesses,
    stage.signal,
    () => layout,
    (ends) => events.onGuess?.(ends),
  );

  const pointer = makeSeedPointer({
    node: svg.attr("tabindex", 0).node() as SVGSVGElement,
    stage,
    rings,
    curves: () => data?.curves ?? [],
    // The test accuracies: the others are of the same runs.
    walked: () => data?.curves.slice(-1) ?? [],
    place: () => layout,
    describe: (replica) => `${data?.describe(replica)} Click: it trains here.`,
    hint: "",
    onPick: (replica) => events.onPick(replica),
  });

  return (next: DepthChartData): void => {
    data = next;
    stage.caption.hidden = data.small;
    layout = layOutDepth(data, stage, stage.palette.size);
    drawZones(zones, data, layout);
    drawAxes(grid, layout, layout.below, layout.beside, layout.size);
    drawRows(rows, data, layout);
    const { toY } = layout;
    const heights = data.references.map(({ value }) => toY(value));
    drawAcross(references, layout, heights);
    drawSeedCurves(curves, data.curves, layout, data.chosen);
    drawNames(names, data, layout);
    pointer.refresh();
    drawGuessed(data);
    svg.attr("aria-label", summary(data));
  };
}

const word = (value: number | undefined): string => value?.toFixed(2) ?? "not measured";

function summary({ name, depths, curves, zones }: DepthChartData): string {
  const ends = curves
    .filter(({ spreads }) => spreads.length > 0)
    .map(
      ({ name: curve, spreads }) =>
        `${curve} ${word(spreads[0].median)} at ${spreads[0].x}, ${word(spreads.at(-1)?.median)} at ${spreads.at(-1)?.x}`,
    );
  const sides = zones.map(({ side, from, to }) =>
    from === to ? `${side} at ${depths[from]}` : `${side} from ${depths[from]} to ${depths[to]}`,
  );
  return `${name}: accuracy against hidden layers. ${[...ends, ...sides].join("; ") || "nothing measured yet"}.`;
}

type Group = Selection<SVGGElement, Zone, SVGGElement, unknown>;

/** Pixels that a letter of the word of a zone takes at size 1. */
const LETTER = 7;

function drawZones(layer: Layer, { zones, small }: DepthChartData, layout: DepthLayout): void {
  const { top, bottom, size, band, toX } = layout;
  const group: Group = layer
    .selectAll<SVGGElement, Zone>("g")
    .data(zones)
    .join((enter) => {
      const g = enter.append("g");
      g.append("rect").attr("class", "tint");
      g.append("rect").attr("class", "plate");
      g.append("text").attr("class", "letter");
      g.append("text").attr("class", "word");
      return g;
    })
    .style("--phase", ({ side }) => `var(--${side})`)
    .style("--on-phase", ({ side }) => `var(--on-${side})`);
  const width = ({ from, to }: Zone) => toX(layout.depths[to]) - toX(layout.depths[from]) + band;
  const start = ({ from }: Zone) => toX(layout.depths[from]) - band / 2;
  const badge = (small ? 13 : 17) * size;
  const middle = top - badge / 2 - 3;
  const worded = (zone: Zone) =>
    !small && width(zone) > badge + (zone.side.length + 1.5) * LETTER * size;
  const rooms = zones.map((zone) =>
    worded(zone) ? badge + 6 + zone.side.length * LETTER * size : badge,
  );
  // Over the middle of its zone; those of narrow zones make room for each other.
  const middles = spread(
    zones.map((zone) => start(zone) + width(zone) / 2),
    rooms.map((room) => room + 2),
    layout.left,
    layout.right,
  );
  const left = (_: Zone, i: number) => middles[i] - rooms[i] / 2;
  group
    .select(".tint")
    .attr("x", start)
    .attr("width", width)
    .attr("y", top)
    .attr("height", bottom - top);
  group
    .select(".plate")
    .attr("x", left)
    .attr("y", middle - badge / 2)
    .attr("width", badge)
    .attr("height", badge)
    .attr("rx", 4);
  group
    .select(".letter")
    .attr("x", (zone, i) => left(zone, i) + badge / 2)
    .attr("y", middle)
    .text(({ side }) => PHASE_LETTERS[side]);
  group
    .select(".word")
    .attr("x", (zone, i) => left(zone, i) + badge + 6)
    .attr("y", middle)
    .text((zone) => (worded(zone) ? zone.side : ""));
}

/** What a number in a row takes, px at size 1. */
const WIDEST = 31;

function drawRows(layer: Layer, { rows, small }: DepthChartData, layout: DepthLayout): void {
  const { depths, bottom, right, size, line, every, band, toX } = layout;
  const beside = right + Math.max(8, (WIDEST / 2) * size - band / 2 + 6);
  const texts = small
    ? []
    : rows.flatMap(({ label, values, own }, row): PlacedText[] => {
        const kind = own ? "own" : "";
        const y = bottom + 16 * size + (row + 1) * line;
        return [
          ...values.flatMap((value, i) =>
            i % every === 0
              ? [{ kind, text: String(value), x: toX(depths[i]), y, anchor: "middle" as const }]
              : [],
          ),
          { kind, text: label, x: beside, y, anchor: "start" },
        ];
      });
  const axis: PlacedText = {
    kind: "own",
    text: small ? "" : "hidden layers",
    x: right + 8,
    y: bottom + 16 * size,
    anchor: "start",
  };
  placeTexts(layer, [axis, ...texts]);
}

function drawNames(layer: Layer, data: DepthChartData, layout: DepthLayout): void {
  const { right, top, bottom, size, toY } = layout;
  const curves = data.curves.flatMap(({ name, colour, spreads }) => {
    const last = spreads.at(-1);
    return last
      ? [{ text: `${name} ${last.median.toFixed(2)}`, colour, y: toY(last.median), kind: "curve" }]
      : [];
  });
  const lines = data.references.map(({ label, value }) => ({
    text: label,
    colour: undefined,
    y: toY(value),
    kind: "reference",
  }));
  const shown = data.small ? [] : [...curves, ...lines];
  const heights = stack(
    shown.map(({ y }) => y),
    15 * size,
    top + 2,
    bottom - 2,
  );
  placeTexts(
    layer,
    shown.map((text, i) => ({ ...text, x: right + 8, y: heights[i] + 4.5 * size })),
  );
}
