/**
 * @file What stays and what does not, against the time of the flow: C of Eq. (10), the eigenvalues of
 * M, and the angle between r and where it started.
 *
 * Shapes: k samples, evenly spaced along the axis.
 */
import "./charts.css";
import { drawAxes, type Layer, pathOf, powerText, type Tick } from "../../../kit/draw/chart";
import { onScrub, placeOn } from "../../../kit/draw/gestures";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import { stack } from "../../../kit/draw/stack";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface InvariantsData {
  /** Ascending from 0; steps. [k] */
  readonly times: Float64Array;
  readonly curves: readonly {
    readonly label: string;
    readonly kind: "scalar" | "exact";
    /** Shares of the unit. [k] */
    readonly values: Float64Array;
  }[];
  /** What the curves are shares of, rich text. */
  readonly unit: string;
  /** Radians. [k] */
  readonly angle: Float64Array;
  /** The shown sample. */
  readonly now: number;
  readonly summary: string;
}

export interface InvariantsEvents {
  /** The reader wants to see this share of the axis. */
  onScrub?(share: number): void;
}

/** Share of the height that C and M take. */
const UPPER = 0.6;

export const invariants: View<InvariantsData, InvariantsEvents> = (root, events) =>
  makePicture(root, "invariants", (stage, svg) => prepare(stage, svg, events), 80);

function prepare(stage: Stage, svg: Svg, events: InvariantsEvents): (data: InvariantsData) => void {
  stage.caption.hidden = true;
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const grid = layer("grid");
  const below = layer("grid");
  const zero = svg.append("path").attr("class", "zero");
  const lines = layer("lines");
  const turn = svg.append("path").attr("class", "line turn");
  const cursor = svg.append("path").attr("class", "cursor");
  const dots = layer("dots");
  const words = layer("words");
  let across: readonly [left: number, right: number] = [0, 1];

  const node = svg.node() as SVGSVGElement;
  const scrub = (event: PointerEvent) => {
    const [left, right] = across;
    const share = (placeOn(node, event)[0] - left) / (right - left);
    events.onScrub?.(Math.min(1, Math.max(0, share)));
  };
  onScrub(node, stage.signal, scrub);

  return ({ times, curves, angle, now, unit, summary }) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    const last = times.length - 1;
    const [left, right, top, bottom] = [
      36 * size,
      width - 34 * size,
      20 * size,
      height - 34 * size,
    ];
    const middle = top + UPPER * (bottom - top);
    const turnTop = middle + 22 * size;
    across = [left, right];
    const x = (i: number) => left + ((right - left) * i) / last;
    const values = curves.flatMap((curve) => [...curve.values]);
    const [low, high] = [Math.min(-0.05, ...values), Math.max(0.05, ...values)];
    const y = (value: number) => middle - 4 - ((middle - top - 8) * (value - low)) / (high - low);
    const most = angle.some((value) => value > Math.PI / 2) ? Math.PI : Math.PI / 2;
    const toTurn = (value: number) => bottom - ((bottom - turnTop) * value) / most;
    svg.attr("aria-label", summary);

    drawAxes(grid, { left, right, top, bottom: middle }, [], [{ at: y(0), text: "0" }], size);
    drawAxes(
      below,
      { left, right, top: turnTop, bottom },
      timeTicks(times, x, 40 * size),
      [
        { at: bottom, text: "0°" },
        { at: turnTop, text: `${Math.round((most * 180) / Math.PI)}°` },
      ],
      size,
    );
    zero.attr("d", `M${left},${y(0)}H${right}`);
    placeMarks(lines, "path", curves, ({ kind, values }) => ({
      class: `line ${kind}`,
      d: pathOf(last + 1, x, (i) => y(values[i])),
    }));
    turn.attr(
      "d",
      pathOf(last + 1, x, (i) => toTurn(angle[i])),
    );
    cursor.attr("d", `M${x(now)},${top}V${bottom}`);
    const spots = [
      ...curves.map(({ kind, values }) => ({ kind: kind as string, at: y(values[now]) })),
      { kind: "turn", at: toTurn(angle[now]) },
    ];
    placeMarks(dots, "circle", spots, ({ kind, at }) => ({
      class: kind,
      cx: x(now),
      cy: at,
      r: 3.5 * size,
    }));
    const ends = curves.map(({ values }) => y(values[last]));
    const heights = stack(ends, 14 * size, top, middle);
    placeTexts(words, [
      ...curves.map(({ kind, label }, i) => ({
        kind,
        text: label,
        x: right + 6,
        y: heights[i] + 4.5 * size,
      })),
      {
        kind: "axis-caption",
        text: unit,
        x: Math.max(0, Math.min(left, width - LETTER * size * unit.length)),
        y: 12 * size,
      },
      { kind: "turn", text: "angle between r and r_0", x: left + 6, y: turnTop - 6 * size },
      { kind: "axis-caption", text: "steps, stretched", x: right, y: height - 3, anchor: "end" },
    ]);
  };
}

/** Rough width of a letter, px at size 1. */
const LETTER = 6.6;

/** 0 and the powers of ten, where there is room. */
function timeTicks(times: Float64Array, x: (i: number) => number, room: number): Tick[] {
  const ticks: Tick[] = [{ at: x(0), text: "0" }];
  const end = times[times.length - 1];
  for (let exponent = Math.ceil(Math.log10(times[1])); 10 ** exponent <= end; exponent++) {
    const time = 10 ** exponent;
    const i = times.findIndex((value) => value >= time);
    const share = i > 0 ? (time - times[i - 1]) / (times[i] - times[i - 1]) : 0;
    const at = x(Math.max(0, i - 1 + share));
    if (at - ticks[ticks.length - 1].at > room) ticks.push({ at, text: powerText(time) });
  }
  return ticks;
}
