/**
 * @file How often a random pair meets, against eta_x / eta_A: by Eq. (11), by the exact law, and
 * counted.
 */
import "./charts.css";
import { select } from "d3";
import { drawAxes, type Inside, pathOf, powerText } from "../../../kit/draw/chart";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import { makeStage } from "../../../kit/draw/stage";
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

export const collisionLaw: View<CollisionLawData> = (root) => {
  const stage = makeStage(root, "collision-law", draw);
  stage.caption.hidden = true;
  const svg = select(stage.plot).append("svg").attr("role", "img");
  const grid = svg.append("g").attr("class", "grid");
  const lines = svg.append("g").attr("class", "lines");
  const counts = svg.append("g").attr("class", "counts");
  const here = svg.append("path").attr("class", "cursor");
  const dots = svg.append("g").attr("class", "dots");
  const words = svg.append("g").attr("class", "words");
  let data: CollisionLawData | null = null;

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 80 || height < 80) return;
    const { size } = palette;
    const { ratios, paper, exact, counted } = data;
    const inside: Inside = {
      left: 34 * size,
      right: width - 12,
      top: 20 * size,
      bottom: height - 36 * size,
    };
    const { left, right, top, bottom } = inside;
    const decade = Math.log10(ratios[0]);
    const decades = Math.log10(ratios[ratios.length - 1]) - decade;
    const x = (ratio: number) =>
      left + (right - left) * Math.min(1, Math.max(0, (Math.log10(ratio) - decade) / decades));
    const y = (p: number) => bottom - (bottom - top) * p;
    svg.attr("aria-label", data.summary);
    drawAxes(
      grid,
      inside,
      ratios
        .filter((ratio) => Math.abs(Math.log10(ratio) % 2) < 1e-6)
        .map((ratio) => ({ at: x(ratio), text: powerText(ratio) })),
      [0, 0.5, 1].map((p) => ({ at: y(p), text: String(p) })),
      size,
    );
    const curves = [
      { kind: "exact", values: exact },
      { kind: "scalar", values: paper },
    ];
    lines
      .selectAll("path")
      .data(curves)
      .join("path")
      .attr("class", ({ kind }) => `line ${kind}`)
      .attr("d", ({ values }) =>
        pathOf(
          ratios.length,
          (i) => x(ratios[i]),
          (i) => y(values[i]),
        ),
      );
    const bar = counts
      .selectAll<SVGGElement, (typeof counted)[number]>("g")
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

    const at = data.here;
    here.attr("d", at ? `M${x(at.ratio)},${top}V${bottom}` : null);
    const spots = at
      ? [
          { kind: "exact", p: at.exact },
          { kind: "scalar", p: at.paper },
        ]
      : [];
    const place = x(at?.ratio ?? 1);
    dots
      .selectAll<SVGCircleElement, (typeof spots)[number]>("circle")
      .data(spots)
      .join("circle")
      .attr("class", ({ kind }) => kind)
      .attr("cx", place)
      .attr("cy", ({ p }) => y(p))
      .attr("r", 5 * size);
    const before = place > (left + right) / 2;
    const close = at !== null && Math.abs(y(at.paper) - y(at.exact)) < 16 * size;
    const all: PlacedText[] = [
      {
        kind: "axis-caption",
        text: "share of random pairs that meet",
        x: left,
        y: 12 * size,
        anchor: "start",
      },
      { kind: "axis-caption", text: "η_x / η_A", x: right, y: height - 3, anchor: "end" },
      ...spots.map(
        ({ kind, p }, i): PlacedText => ({
          kind,
          text: `${kind === "exact" ? "exact" : "Eq. 11"} ${p.toFixed(2)}`,
          x: place + (before ? -10 : 10),
          y: Math.min(
            bottom - 5 * size,
            Math.max(
              top + 10 * size,
              y(p) + 4.5 * size + (close ? (i === 0 ? 10 : -10) * size : 0),
            ),
          ),
          anchor: before ? "end" : "start",
        }),
      ),
    ];
    placeTexts(words, all);
  }

  return {
    update(next) {
      data = next;
      draw();
    },
    destroy: stage.destroy,
  };
};
