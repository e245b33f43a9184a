/**
 * @file What stays and what does not, against the time of the flow: C of Eq. (10), the eigenvalues of
 * M, and the angle between r and where it started.
 *
 * Shapes: k samples, evenly spaced along the axis.
 */
import "./charts.css";
import { select } from "d3";
import { drawAxes, type Inside, pathOf, powerText, type Tick } from "../../../kit/draw/chart";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";
import { stack } from "../../../kit/draw/stack";
import { makeStage } from "../../../kit/draw/stage";
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

export const invariants: View<InvariantsData, InvariantsEvents> = (root, events) => {
  const stage = makeStage(root, "invariants", draw);
  stage.caption.hidden = true;
  const svg = select(stage.plot).append("svg").attr("role", "img");
  const grid = svg.append("g").attr("class", "grid");
  const below = svg.append("g").attr("class", "grid");
  const zero = svg.append("path").attr("class", "zero");
  const lines = svg.append("g").attr("class", "lines");
  const turn = svg.append("path").attr("class", "line turn");
  const cursor = svg.append("path").attr("class", "cursor");
  const dots = svg.append("g").attr("class", "dots");
  const words = svg.append("g").attr("class", "words");
  let data: InvariantsData | null = null;
  let across: readonly [left: number, right: number] = [0, 1];

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 80 || height < 80) return;
    const { size } = palette;
    const { times, curves, angle, now, unit } = data;
    const k = times.length;
    const [left, right] = [36 * size, width - 34 * size];
    across = [left, right];
    const bottom = height - 34 * size;
    const middle = 20 * size + UPPER * (bottom - 20 * size);
    const upper: Inside = { left, right, top: 20 * size, bottom: middle };
    const lower: Inside = { left, right, top: middle + 22 * size, bottom };
    const x = (i: number) => left + ((right - left) * i) / (k - 1);
    const low = Math.min(-0.05, ...curves.map(({ values }) => Math.min(...values)));
    const high = Math.max(0.05, ...curves.map(({ values }) => Math.max(...values)));
    const y = (value: number) =>
      upper.bottom - 4 - ((upper.bottom - upper.top - 8) * (value - low)) / (high - low);
    const most = angle.some((value) => value > Math.PI / 2) ? Math.PI : Math.PI / 2;
    const yTurn = (value: number) => lower.bottom - ((lower.bottom - lower.top) * value) / most;
    svg.attr("aria-label", data.summary);

    drawAxes(grid, upper, [], [{ at: y(0), text: "0" }], size);
    drawAxes(
      below,
      lower,
      timeTicks(times, x, 40 * size),
      [
        { at: lower.bottom, text: "0°" },
        { at: lower.top, text: `${Math.round((most * 180) / Math.PI)}°` },
      ],
      size,
    );
    zero.attr("d", `M${left},${y(0)}H${right}`);
    lines
      .selectAll("path")
      .data(curves)
      .join("path")
      .attr("class", ({ kind }) => `line ${kind}`)
      .attr("d", ({ values }) => pathOf(k, x, (i) => y(values[i])));
    turn.attr(
      "d",
      pathOf(k, x, (i) => yTurn(angle[i])),
    );
    cursor.attr("d", `M${x(now)},${upper.top}V${lower.bottom}`);
    const spots = [
      ...curves.map(({ kind, values }) => ({ kind: kind as string, at: y(values[now]) })),
      { kind: "turn", at: yTurn(angle[now]) },
    ];
    dots
      .selectAll<SVGCircleElement, (typeof spots)[number]>("circle")
      .data(spots)
      .join("circle")
      .attr("class", ({ kind }) => kind)
      .attr("cx", x(now))
      .attr("cy", ({ at }) => at)
      .attr("r", 3.5 * size);
    const heights = stack(
      curves.map(({ values }) => y(values[k - 1])),
      14 * size,
      upper.top,
      upper.bottom,
    );
    const all: PlacedText[] = [
      ...curves.map(
        ({ kind, label }, i): PlacedText => ({
          kind,
          text: label,
          x: right + 6,
          y: heights[i] + 4.5 * size,
          anchor: "start",
        }),
      ),
      { kind: "axis-caption", text: unit, x: left, y: 12 * size, anchor: "start" },
      {
        kind: "turn",
        text: "angle between r and r_0",
        x: left + 6,
        y: lower.top - 6 * size,
        anchor: "start",
      },
      { kind: "axis-caption", text: "steps, stretched", x: right, y: height - 3, anchor: "end" },
    ];
    placeTexts(words, all);
  }

  const node = svg.node() as SVGSVGElement;
  const scrub = (event: PointerEvent) => {
    const share =
      (event.clientX - node.getBoundingClientRect().left - across[0]) / (across[1] - across[0]);
    events.onScrub?.(Math.min(1, Math.max(0, share)));
  };
  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      node.setPointerCapture(event.pointerId);
      scrub(event);
    },
    { signal: stage.signal },
  );
  node.addEventListener(
    "pointermove",
    (event) => {
      if (node.hasPointerCapture(event.pointerId)) scrub(event);
    },
    { signal: stage.signal },
  );

  return {
    update(next) {
      data = next;
      draw();
    },
    destroy: stage.destroy,
  };
};

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
