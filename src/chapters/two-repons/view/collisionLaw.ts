/**
 * @file How often a random pair meets, against eta_x / eta_A: by Eq. (11), by the exact law, and
 * counted.
 */
import "./charts.css";
import { drawAxes, type Layer, pathOf, powerText } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface CollisionLawData {
  /** Ascending, positive. [k] */
  readonly ratios: readonly number[];
  /** [k] */
  readonly paper: readonly number[];
  /** [k] */
  readonly exact: readonly number[];
  readonly counted: readonly {
    readonly ratio: number;
    readonly share: number;
    /** Standard error. */
    readonly error: number;
  }[];
  /** The present rates; null where their ratio means nothing. */
  readonly here: { readonly ratio: number; readonly paper: number; readonly exact: number } | null;
  readonly summary: string;
}

export const collisionLaw: View<CollisionLawData> = (root) =>
  makePicture(root, "collision-law", prepare, 80);

function prepare(stage: Stage, svg: Svg): (data: CollisionLawData) => void {
  stage.caption.hidden = true;
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const grid = layer("grid");
  const lines = layer("lines");
  const counts = layer("counts");
  const cursor = svg.append("path").attr("class", "cursor");
  const dots = layer("dots");
  const words = layer("words");

  return ({ ratios, paper, exact, counted, here, summary }) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    const [left, right, top, bottom] = [34 * size, width - 12, 20 * size, height - 36 * size];
    const decade = Math.log10(ratios[0]);
    const decades = Math.log10(ratios[ratios.length - 1]) - decade;
    const share = (ratio: number) => (Math.log10(ratio) - decade) / decades;
    const x = (ratio: number) => left + (right - left) * Math.min(1, Math.max(0, share(ratio)));
    const y = (p: number) => bottom - (bottom - top) * p;
    svg.attr("aria-label", summary);
    drawAxes(
      grid,
      { left, right, top, bottom },
      ratios
        .filter((ratio) => Math.abs(Math.log10(ratio) % 2) < 1e-6)
        .map((ratio) => ({ at: x(ratio), text: powerText(ratio) })),
      [0, 0.5, 1].map((p) => ({ at: y(p), text: String(p) })),
      size,
    );
    const laws = [
      { kind: "exact", values: exact },
      { kind: "scalar", values: paper },
    ];
    const across = (i: number) => x(ratios[i]);
    placeMarks(lines, "path", laws, ({ kind, values }) => ({
      class: `line ${kind}`,
      d: pathOf(ratios.length, across, (i) => y(values[i])),
    }));
    drawCounts(counts, counted, x, y, size);

    const place = x(here?.ratio ?? 1);
    cursor.attr("d", here && `M${place},${top}V${bottom}`);
    const close = here !== null && Math.abs(y(here.paper) - y(here.exact)) < 16 * size;
    const apart = close ? 10 * size : 0;
    const spots = here
      ? [
          { kind: "exact", name: "exact", p: here.exact, aside: apart },
          { kind: "scalar", name: "Eq. 11", p: here.paper, aside: -apart },
        ]
      : [];
    placeMarks(dots, "circle", spots, ({ kind, p }) => ({
      class: kind,
      cx: place,
      cy: y(p),
      r: 5 * size,
    }));
    const before = place > (left + right) / 2;
    const within = (at: number) => Math.min(bottom - 5 * size, Math.max(top + 10 * size, at));
    placeTexts(words, [
      { kind: "axis-caption", text: "share of random pairs that meet", x: left, y: 12 * size },
      { kind: "axis-caption", text: "η_x / η_A", x: right, y: height - 3, anchor: "end" },
      ...spots.map(
        ({ kind, name, p, aside }): PlacedText => ({
          kind,
          text: `${name} ${p.toFixed(2)}`,
          x: place + (before ? -10 : 10),
          y: within(y(p) + 4.5 * size + aside),
          anchor: before ? "end" : "start",
        }),
      ),
    ]);
  };
}

type Scale = (value: number) => number;
type Counted = CollisionLawData["counted"];

/** A dot for each share, and two standard errors to either side of it. */
function drawCounts(layer: Layer, counted: Counted, x: Scale, y: Scale, size: number): void {
  const bar = layer
    .selectAll<SVGGElement, Counted[number]>("g")
    .data(counted)
    .join((enter) => {
      const g = enter.append("g");
      g.append("line");
      g.append("circle");
      return g;
    })
    .attr("transform", ({ ratio }) => `translate(${x(ratio)},0)`);
  bar
    .select("line")
    .attr("y1", ({ share, error }) => y(Math.min(1, share + 2 * error)))
    .attr("y2", ({ share, error }) => y(Math.max(0, share - 2 * error)));
  bar
    .select("circle")
    .attr("cy", ({ share }) => y(share))
    .attr("r", 2.5 * size);
}
