/**
 * @file The plane of (a2, c): hyperbolas of Eq. (10), the line C = 0 that parts the two outcomes, and
 * the orbit of the present pair.
 *
 * With w = etaX / (etaX + 2 etaA), Eq. (10) says that w a2^2 - (1 - w) c^2 stays; rates of 0 are then
 * no exception.
 */
import "./charts.css";
import { ticks } from "d3";
import { drawAxes, pathOf } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { PHASE_LETTERS } from "../../../kit/draw/palette";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
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

type Scale = (value: number) => number;

/** The hyperbola on which w a2^2 - (1 - w) c^2 is `level`, within reach. */
function orbit(w: number, level: number, reach: number, toX: Scale, toY: Scale): string {
  const v = 1 - w;
  const at = (i: number) => (reach * i) / (POINTS - 1);
  const inside = (value: number) => (value <= 1.5 * reach ? value : Number.NaN);
  return level >= 0
    ? pathOf(
        POINTS,
        (i) => toX(inside(Math.sqrt((level + v * at(i) ** 2) / w))),
        (i) => toY(at(i)),
      )
    : pathOf(
        POINTS,
        (i) => toX(at(i)),
        (i) => toY(inside(Math.sqrt((w * at(i) ** 2 - level) / v))),
      );
}

export const hyperbola: View<HyperbolaData> = (root) => makePicture(root, "hyperbola", prepare, 60);

function prepare(stage: Stage, svg: Svg): (data: HyperbolaData) => void {
  stage.caption.hidden = true;
  const axes = svg.append("g").attr("class", "grid");
  const plane = svg.append("svg");
  const path = (name: string) => plane.append("path").attr("class", name);
  const meet = path("meet");
  const apart = path("apart");
  const family = plane.append("g").attr("class", "family");
  const border = path("border");
  const promised = path("promised");
  const rest = path("rest");
  const past = path("past");
  const words = svg.append("g").attr("class", "words");
  const dots = svg.append("g").attr("class", "dots");

  return ({ reach, a2, c, now, weight, summary }) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    const [left, right, top, bottom] = [30 * size, width - 8, 20 * size, height - 34 * size];
    const [w, h] = [right - left, bottom - top];
    const toX = (a: number) => (w * a) / reach;
    const toY = (value: number) => h - (h * value) / reach;
    svg.attr("aria-label", summary);
    plane.attr("x", left).attr("y", top).attr("width", w).attr("height", h);
    const marks = ticks(0, reach, 4);
    const text = (value: number) => String(Number(value.toPrecision(3)));
    drawAxes(
      axes,
      { left, right, top, bottom },
      marks.map((value) => ({ at: left + toX(value), text: text(value) })),
      marks.map((value) => ({ at: top + toY(value), text: text(value) })),
      size,
    );

    const known = weight !== null;
    const share = weight ?? 0.5;
    // The line C = 0 leaves the plane at its right or at its top.
    const rise = Math.sqrt(share / (1 - share));
    const [x, y] = [toX(reach / Math.max(1, rise)), toY(reach * Math.min(1, rise))];
    const line = `M0,${h}L${x},${y}`;
    meet.attr("d", known ? `${line}L${w},${y}V${h}Z` : null);
    apart.attr("d", known ? `${line}L${x},0H0Z` : null);
    border.attr("d", known ? line : null);
    const level = (a: number, b: number) => share * a ** 2 - (1 - share) * b ** 2;
    const levels = FAMILY.flatMap((f) => [level(f * reach, 0), level(0, f * reach)]);
    const way = (at: number) => orbit(share, at, reach, toX, toY);
    placeMarks(family, "path", known ? levels.filter((at) => at !== 0) : [], (at) => ({
      d: way(at),
    }));

    const there = c.length > 0;
    promised.attr("d", there && known ? way(level(a2[0], c[0])) : null);
    const stretch = (from: number, to: number) =>
      pathOf(
        to - from + 1,
        (i) => toX(a2[from + i]),
        (i) => toY(c[from + i]),
      );
    past.attr("d", there ? stretch(0, now) : null);
    rest.attr("d", there ? stretch(now, c.length - 1) : null);
    const spots = [
      { name: "start", at: 0, r: 4 * size },
      { name: "now", at: now, r: 6 * size },
    ];
    placeMarks(dots, "circle", there ? spots : [], ({ name, at, r }) => ({
      class: name,
      cx: left + toX(a2[at]),
      cy: top + toY(c[at]),
      r,
    }));
    const { generalisation, memorisation } = PHASE_LETTERS;
    const texts: PlacedText[] = [
      { kind: "axis-caption", text: "a_2: how much is felt →", x: left, y: height - 3 },
      { kind: "axis-caption", text: "↑ c: how far apart", x: left, y: 12 * size },
    ];
    if (known && h - y > 34 * size)
      texts.push({
        kind: "meet",
        text: `${generalisation}  they meet`,
        x: right - 6,
        y: bottom - 8 * size,
        anchor: "end",
      });
    if (known && rise < 3)
      texts.push({
        kind: "apart",
        text: `${memorisation}  they stay apart`,
        x: left + 5,
        y: top + 17 * size,
      });
    placeTexts(words, texts);
  };
}
