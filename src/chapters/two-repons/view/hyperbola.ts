/**
 * @file The plane of (a2, c): hyperbolas of Eq. (10), the line C = 0 that parts the two outcomes, and
 * the orbit of the present pair.
 *
 * With w = etaX / (etaX + 2 etaA), Eq. (10) says that w a2^2 - (1 - w) c^2 stays; rates of 0 are then
 * no exception.
 */
import "./charts.css";
import { select, ticks } from "d3";
import { drawAxes, type Inside, pathOf } from "../../../kit/draw/chart";
import { PHASE_LETTERS } from "../../../kit/draw/palette";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import { makeStage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface HyperbolaData {
  /** etaX / (etaX + 2 etaA); null where both are 0. */
  readonly weight: number | null;
  /** Largest a2 and c in sight. */
  readonly reach: number;
  /** The orbit. Empty where r has no direction. [k] */
  readonly a2: Float64Array;
  /** [k] */
  readonly c: Float64Array;
  /** The shown sample. */
  readonly now: number;
  readonly summary: string;
}

const FAMILY = [0.2, 0.4, 0.6, 0.8, 1, 1.25];
const POINTS = 48;

/** The hyperbola on which w a2^2 - v c^2 is `k`, within reach. */
function orbit(
  w: number,
  k: number,
  reach: number,
  toX: (a: number) => number,
  toY: (c: number) => number,
) {
  const v = 1 - w;
  const at = (i: number) => (reach * i) / (POINTS - 1);
  const inside = (value: number) => (value <= 1.5 * reach ? value : Number.NaN);
  return k >= 0
    ? pathOf(
        POINTS,
        (i) => toX(inside(Math.sqrt((k + v * at(i) ** 2) / w))),
        (i) => toY(at(i)),
      )
    : pathOf(
        POINTS,
        (i) => toX(at(i)),
        (i) => toY(inside(Math.sqrt((w * at(i) ** 2 - k) / v))),
      );
}

export const hyperbola: View<HyperbolaData> = (root) => {
  const stage = makeStage(root, "hyperbola", draw);
  stage.caption.hidden = true;
  const svg = select(stage.plot).append("svg").attr("role", "img");
  const axes = svg.append("g").attr("class", "grid");
  const plane = svg.append("svg");
  const meet = plane.append("path").attr("class", "meet");
  const apart = plane.append("path").attr("class", "apart");
  const family = plane.append("g").attr("class", "family");
  const border = plane.append("path").attr("class", "border");
  const promised = plane.append("path").attr("class", "promised");
  const rest = plane.append("path").attr("class", "rest");
  const past = plane.append("path").attr("class", "past");
  const words = svg.append("g").attr("class", "words");
  const dots = svg.append("g").attr("class", "dots");
  let data: HyperbolaData | null = null;

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 60 || height < 60) return;
    const { size } = palette;
    const inside: Inside = {
      left: 30 * size,
      right: width - 8,
      top: 20 * size,
      bottom: height - 34 * size,
    };
    const { left, right, top, bottom } = inside;
    const { reach, a2, c, now, weight } = data;
    const [w, h] = [right - left, bottom - top];
    const toX = (a: number) => (w * a) / reach;
    const toY = (value: number) => h - (h * value) / reach;
    svg.attr("aria-label", data.summary);
    plane.attr("x", left).attr("y", top).attr("width", w).attr("height", h);

    const marks = ticks(0, reach, 4);
    const text = (value: number) => String(Number(value.toPrecision(3)));
    drawAxes(
      axes,
      inside,
      marks.map((value) => ({ at: left + toX(value), text: text(value) })),
      marks.map((value) => ({ at: top + toY(value), text: text(value) })),
      size,
    );

    const known = weight !== null;
    const share = weight ?? 0.5;
    // The line C = 0 leaves the plane at its right or at its top.
    const rise = Math.sqrt(share / (1 - share));
    const exit: readonly [number, number] =
      rise <= 1 ? [w, toY(reach * rise)] : [toX(reach / rise), 0];
    const corner = rise <= 1 ? "" : `L${w},0`;
    const above = rise <= 1 ? `L${w},0` : "";
    meet.attr("d", known ? `M0,${h}L${exit[0]},${exit[1]}${corner}L${w},${h}Z` : null);
    apart.attr("d", known ? `M0,${h}L${exit[0]},${exit[1]}${above}L0,0Z` : null);
    border.attr("d", known ? `M0,${h}L${exit[0]},${exit[1]}` : null);
    const levels = known
      ? FAMILY.flatMap((f) => [share * (f * reach) ** 2, -(1 - share) * (f * reach) ** 2])
      : [];
    family
      .selectAll("path")
      .data(levels.filter((level) => level !== 0))
      .join("path")
      .attr("d", (level) => orbit(share, level, reach, toX, toY));

    const there = c.length > 0;
    promised.attr(
      "d",
      there && known
        ? orbit(share, share * a2[0] ** 2 - (1 - share) * c[0] ** 2, reach, toX, toY)
        : null,
    );
    const stretch = (from: number, to: number) =>
      there
        ? pathOf(
            to - from + 1,
            (i) => toX(a2[from + i]),
            (i) => toY(c[from + i]),
          )
        : null;
    past.attr("d", stretch(0, now));
    rest.attr("d", stretch(now, c.length - 1));
    dots
      .selectAll<SVGCircleElement, string>("circle")
      .data(there ? ["start", "now"] : [])
      .join("circle")
      .attr("class", (name) => name)
      .attr("cx", (name) => left + toX(a2[name === "now" ? now : 0]))
      .attr("cy", (name) => top + toY(c[name === "now" ? now : 0]))
      .attr("r", (name) => (name === "now" ? 6 : 4) * size);

    const all: PlacedText[] = [
      {
        kind: "axis-caption",
        text: "a_2: how much is felt →",
        x: left,
        y: height - 3,
        anchor: "start",
      },
      {
        kind: "axis-caption",
        text: "↑ c: how far apart",
        x: left,
        y: 12 * size,
        anchor: "start",
      },
      ...(known && h * Math.min(1, rise) > 34 * size
        ? [
            {
              kind: "meet",
              text: `${PHASE_LETTERS.generalisation}  they meet`,
              x: right - 6,
              y: bottom - 8 * size,
              anchor: "end" as const,
            },
          ]
        : []),
      ...(known && rise < 3
        ? [
            {
              kind: "apart",
              text: `${PHASE_LETTERS.memorisation}  they stay apart`,
              x: left + 5,
              y: top + 17 * size,
              anchor: "start" as const,
            },
          ]
        : []),
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
