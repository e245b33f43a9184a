/**
 * @file What lies behind the dots of the networks: a strip for each phase with its axes, its letter and its words, and
 * the line of what counts as met.
 */
import { scaleLog, select } from "d3";
import { drawAxes, type Inside, type Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { PHASE_LETTERS } from "../../../kit/draw/palette";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import { MET } from "../../../theory/meeting";
import { type PhaseShare, percentOf } from "./meetingsFinding";

export interface Layout {
  readonly strips: readonly PhaseShare[];
  readonly inside: Inside;
  /** Top and bottom of a strip's shares from 1 to 0. */
  readonly span: (strip: number) => readonly [number, number];
}

/** The axis across: nearer together than its low end stands there. */
const LOW = 0.005;
const HIGH = 2;
const TICKS = [0.01, 0.03, 0.1, 0.3, MET, 1];
/** Below this width there is room for the share that has met alone, px at size 1. */
const NARROW = 480;
/** Above each strip, for its words, px at size 1. */
const HEAD = 24;

export function layOut(
  { width, height, palette: { size } }: Stage,
  strips: readonly PhaseShare[],
): Layout {
  const inside = { left: 62 * size, right: width - 12, top: 4, bottom: height - 40 * size };
  const tall = (inside.bottom - inside.top) / Math.max(1, strips.length);
  const span = (strip: number) =>
    [inside.top + strip * tall + HEAD * size, inside.top + (strip + 1) * tall - 6 * size] as const;
  return { strips, inside, span };
}

export const across = ({ left, right }: Inside) => scaleLog([LOW, HIGH], [left, right]).clamp(true);

/** Axes of each strip, the line of what counts as met, and words. */
export function drawGround(
  grids: Layer,
  references: Layer,
  words: Layer,
  { strips, inside, span }: Layout,
  { width, height, palette: { size } }: Stage,
): void {
  const x = across(inside);
  const { left, right, top, bottom } = inside;
  const narrow = width < NARROW * size;
  grids
    .selectAll<SVGGElement, PhaseShare>("g")
    .data(strips)
    .join("g")
    .attr("class", "grid")
    .each(function (_, strip) {
      const [high, low] = span(strip);
      const last = strip === strips.length - 1;
      const below = last ? TICKS.map((at) => ({ at: x(at), text: `${at}` })) : [];
      const beside = [0, 0.5, 1].map((share) => ({
        at: low - share * (low - high),
        text: `${100 * share} %`,
      }));
      drawAxes(
        select<SVGGElement, unknown>(this),
        { left, right, top: high, bottom: low },
        below,
        beside,
        size,
      );
    });
  placeMarks(references, "line", strips, (strip) => {
    const [y1, y2] = span(strips.indexOf(strip));
    return { x1: x(MET), x2: x(MET), y1, y2 };
  });
  placeTexts(words, [
    ...strips.flatMap(({ phase, count, met, alike }, strip): PlacedText[] => {
      const y = span(strip)[0] - 8 * size;
      const shares = [`met ${percentOf(met, count)}`, percentOf(alike, 1)];
      return [
        { kind: "phase", text: `${phase}, ${count}`, x: left + 22 * size, y },
        {
          text: narrow ? shares[0] : shares.join(", neighbours alike "),
          x: right,
          y,
          anchor: "end",
        },
      ];
    }),
    ...(strips.length === 0
      ? []
      : [
          {
            kind: "axis-caption",
            text: "distance within classes over distance between",
            x: right,
            y: height - 5 * size,
            anchor: "end",
          } as const,
          {
            kind: "axis-caption",
            text: "nearest neighbours alike",
            x: 13 * size,
            y: (top + bottom) / 2,
            anchor: "middle",
            turn: true,
          } as const,
        ]),
  ]);
}

/** The letter of each strip's phase, as cells have it. */
export function drawLetters(
  layer: Layer,
  { strips, inside, span }: Layout,
  { palette }: Stage,
): void {
  const { size } = palette;
  const side = 16 * size;
  const at = (strip: number) => span(strip)[0] - 20 * size;
  placeMarks(layer, "rect", strips, ({ phase }) => ({
    style: `fill: ${palette.phases[phase].fill};`,
    x: inside.left,
    y: at(strips.findIndex((each) => each.phase === phase)),
    width: side,
    height: side,
    rx: 3,
  }));
  placeTexts(
    layer,
    strips.map(({ phase }, strip) => ({
      kind: "letter",
      text: PHASE_LETTERS[phase],
      x: inside.left + side / 2,
      y: at(strip) + 12.5 * size,
      anchor: "middle",
      colour: palette.phases[phase].on,
    })),
  );
}
