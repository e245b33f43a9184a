/**
 * @file Accuracies or losses against steps on a log axis, labelled at the curves.
 */
import { bisectRight } from "d3-array";
import { scaleLinear, scaleLog } from "d3-scale";
import { type Selection, select } from "d3-selection";
import type { Phase } from "../theory/phase";
import { linePath } from "./linePath";
import { PHASE_LETTERS } from "./palette";
import { setRichText } from "./richText";
import { stack } from "./stack";
import { makeStage } from "./stage";
import type { View } from "./view";

export interface Series {
  readonly label: string;
  /** A CSS colour, such as "var(--train)". */
  readonly colour: string;
  /** Ascending; step 0 is drawn at 1. */
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** A former run: thin and pale. */
  readonly ghost?: boolean;
}

export interface CurvesData {
  /** What is drawn, for the accessible name, e.g. "Accuracy". */
  readonly name: string;
  readonly series: readonly Series[];
  /** "linear": from `lowest` to 1. "log": decades around the values. */
  readonly y: "linear" | "log";
  readonly lowest?: number;
  /** Last step of the axis; without it the decade after the last point. */
  readonly end?: number;
  /** Horizontal lines; their values are written on the axis, the label at the line. */
  readonly references: readonly { readonly value: number; readonly label?: string }[];
  /** Vertical lines with a label above: step of train, step of test. */
  readonly marks: readonly {
    readonly step: number;
    readonly label: string;
    readonly colour: string;
  }[];
  /** The gap of Table 4, tinted by the phase it means. */
  readonly band: { readonly from: number; readonly to: number; readonly phase: Phase } | null;
  /** The displayed step. */
  readonly cursor: number | null;
}

export interface CurvesEvents {
  /** The reader wants to see this step; a whole number. */
  onScrub?(step: number): void;
}

type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** One key press moves the cursor by this factor. */
const KEY_FACTOR = 1.05;
const steps = (step: number): string => Math.round(step).toLocaleString("en-GB");

/** The value shown at `step`: that of the last point not after it. */
function valueAt({ steps: at, values }: Series, step: number): number | null {
  const i = bisectRight(at as number[], step) - 1;
  return i < 0 ? null : values[i];
}

const last = (values: ArrayLike<number>): number => values[values.length - 1];

export const curves: View<CurvesData, CurvesEvents> = (root, events) => {
  const stage = makeStage(root, "curves", draw);
  stage.caption.hidden = true;
  const svg = select(stage.plot).append("svg").attr("role", "group");
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const band = layer("band");
  const grid = layer("grid");
  const references = layer("references");
  const marks = layer("marks");
  const lines = layer("lines");
  const words = layer("words");
  const caption = words.append("text").attr("class", "axis-caption").text("steps, log scale");
  const cursor = layer("cursor").attr("role", "slider").attr("tabindex", 0);
  cursor.append("line");
  cursor.append("circle");

  let data: CurvesData | null = null;
  let toX = scaleLog();
  let end = 100;

  function axes({ series, y, lowest = 0, end: given }: CurvesData) {
    const { width, height, palette } = stage;
    const { size } = palette;
    const longest = Math.max(
      0,
      ...series.map(({ label, ghost }) => label.length + (ghost ? 0 : 5)),
    );
    const right = Math.min(0.3 * width, 10 + 6.9 * size * longest);
    const box = {
      left: 36 * size,
      right: width - right,
      top: 22 * size,
      bottom: height - 38 * size,
    };
    const reached = Math.max(100, ...series.map((s) => (s.steps.length ? last(s.steps) : 0)));
    end = given ?? 10 ** Math.ceil(Math.log10(reached) - 1e-9);
    toX = scaleLog().domain([1, end]).range([box.left, box.right]).clamp(true);
    const range = [box.bottom, box.top];
    const toY =
      y === "linear" ? scaleLinear([lowest, 1], range) : scaleLog(lossDomain(series), range);
    return { box, toY: toY.clamp(true) };
  }

  function draw(): void {
    const { width, height } = stage;
    if (!data || width < 1 || height < 1) return;
    const { box, toY } = axes(data);
    const x = (step: number) => toX(Math.max(1, step));
    drawGrid(data, box, toY);
    drawMarks(data, box, x);
    lines
      .selectAll<SVGPathElement, Series>("path")
      .data(data.series)
      .join("path")
      .attr("class", ({ ghost }) => (ghost ? "line ghost" : "line"))
      .style("stroke", ({ colour }) => colour)
      .attr("d", (s) => linePath(s.steps, s.values, x, toY));
    drawLabels(data, box, x, toY);
    caption.attr("transform", `translate(${box.left},${height - 4})`);
    drawCursor(data, box, x);
  }

  type Box = ReturnType<typeof axes>["box"];
  type ToY = ReturnType<typeof axes>["toY"];

  function drawGrid({ y, references: given }: CurvesData, box: Box, toY: ToY): void {
    const { size } = stage.palette;
    const room = 15 * size;
    const written = given.map(({ value }) => value);
    const plain = (y === "linear" ? toY.ticks(5) : decadesOf(toY.domain())).filter((tick) =>
      written.every((value) => Math.abs(toY(tick) - toY(value)) > room),
    );
    grid
      .selectAll<SVGLineElement, number>("line")
      .data(plain)
      .join("line")
      .attr("x1", box.left)
      .attr("x2", box.right)
      .attr("y1", (tick) => toY(tick))
      .attr("y2", (tick) => toY(tick));
    const powers = decadesOf([1, end]);
    const ticks = [
      ...[...plain, ...written].map((value) => ({
        text:
          y === "linear"
            ? value.toFixed(Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2)
            : power(value),
        x: box.left - 6,
        y: toY(value) + 4 * size,
        anchor: "end",
      })),
      ...powers.map((value) => ({
        text: power(value),
        x: toX(value),
        y: box.bottom + 17 * size,
        anchor: "middle",
      })),
    ];
    grid
      .selectAll<SVGTextElement, (typeof ticks)[number]>("text")
      .data(ticks)
      .join("text")
      .attr("x", (tick) => tick.x)
      .attr("y", (tick) => tick.y)
      .attr("text-anchor", (tick) => tick.anchor)
      .each(function ({ text }) {
        setRichText(this, text);
      });
    grid
      .selectAll<SVGPathElement, number>("path")
      .data([0])
      .join("path")
      .attr(
        "d",
        `M${box.left},${box.bottom}H${box.right}${powers.map((p) => `M${toX(p)},${box.bottom}v4`).join("")}`,
      );
    const reference = references
      .selectAll<SVGGElement, (typeof given)[number]>("g")
      .data(given)
      .join((enter) => {
        const g = enter.append("g");
        g.append("line");
        g.append("text");
        return g;
      })
      .attr("transform", ({ value }) => `translate(0,${toY(value)})`);
    reference.select("line").attr("x1", box.left).attr("x2", box.right);
    reference
      .select("text")
      .attr("x", box.right - 2)
      .attr("y", 14 * size)
      .text(({ label }) => label ?? "");
  }

  function drawMarks(
    { band: gap, marks: given }: CurvesData,
    box: Box,
    x: (s: number) => number,
  ): void {
    const { size } = stage.palette;
    const middle = gap ? (x(gap.from) + x(gap.to)) / 2 : 0;
    band.style("display", gap ? "" : "none");
    if (gap) {
      const badge = 16 * size;
      band.style("--phase", `var(--${gap.phase})`).style("--on-phase", `var(--on-${gap.phase})`);
      band.selectAll("rect").data([0, 1]).join("rect");
      const [tint, letter] = band.selectAll<SVGRectElement, number>("rect").nodes();
      select(tint)
        .attr("class", "tint")
        .attr("x", x(gap.from))
        .attr("width", Math.max(2, x(gap.to) - x(gap.from)))
        .attr("y", box.top)
        .attr("height", box.bottom - box.top);
      select(letter)
        .attr("class", "badge")
        .attr("x", middle - badge / 2)
        .attr("y", box.top - badge - 3)
        .attr("width", badge)
        .attr("height", badge)
        .attr("rx", 4);
      band
        .selectAll("text")
        .data([PHASE_LETTERS[gap.phase]])
        .join("text")
        .attr("x", middle)
        .attr("y", box.top - 3 - badge / 2)
        .text((text) => text);
    }
    const mark = marks
      .selectAll<SVGGElement, (typeof given)[number]>("g")
      .data(given)
      .join((enter) => {
        const g = enter.append("g");
        g.append("line");
        g.append("text");
        return g;
      })
      .style("--of", ({ colour }) => colour);
    mark
      .select("line")
      .attr("x1", ({ step }) => x(step))
      .attr("x2", ({ step }) => x(step))
      .attr("y1", box.top)
      .attr("y2", box.bottom);
    const aside = gap ? 11 * size : 0;
    mark
      .select("text")
      .attr("y", box.top - 7 * size)
      .attr("text-anchor", (_, i) => (i === 0 ? "end" : "start"))
      .attr("x", ({ step }, i) =>
        i === 0
          ? Math.min(x(step), gap ? middle - aside : Infinity) - 2
          : Math.max(x(step), middle + aside) + 2,
      )
      .text(({ label }) => label);
  }

  function drawLabels(
    { series, cursor: at, y }: CurvesData,
    box: Box,
    x: (s: number) => number,
    toY: ToY,
  ): void {
    const { size } = stage.palette;
    const shown = series.filter((s) => s.steps.length > 0);
    const format = (value: number) => (y === "linear" ? value.toFixed(2) : value.toPrecision(2));
    const past = at !== null && shown.some((s) => !s.ghost && at < last(s.steps));
    const heights = stack(
      shown.map((s) => toY(last(s.values))),
      15 * size,
      box.top + 2,
      box.bottom - 4,
    );
    words
      .selectAll<SVGTextElement, Series>("text.curve")
      .data(shown)
      .join("text")
      .attr("class", ({ ghost }) => (ghost ? "curve ghost" : "curve"))
      .style("--of", ({ colour }) => colour)
      .attr("x", (s) => x(last(s.steps)) + 7)
      .attr("y", (_, i) => heights[i] + 4.5 * size)
      .text((s) => (s.ghost || past ? s.label : `${s.label} ${format(last(s.values))}`));
    const dots = shown.flatMap((s) => {
      const value = at === null || s.ghost ? null : valueAt(s, at);
      return value === null ? [] : [{ colour: s.colour, value }];
    });
    const beside = stack(
      dots.map(({ value }) => toY(value)),
      15 * size,
      box.top + 2,
      box.bottom - 4,
    );
    words
      .selectAll<SVGCircleElement, (typeof dots)[number]>("circle")
      .data(dots)
      .join("circle")
      .style("--of", ({ colour }) => colour)
      .attr("r", 3.5 * size)
      .attr("cx", x(at ?? 1))
      .attr("cy", ({ value }) => toY(value));
    words
      .selectAll<SVGTextElement, (typeof dots)[number]>("text.value")
      .data(past ? dots : [])
      .join("text")
      .attr("class", "value")
      .style("--of", ({ colour }) => colour)
      .attr("x", x(at ?? 1) + 7)
      .attr("y", (_, i) => beside[i] + 4.5 * size)
      .text(({ value }) => format(value));
  }

  function drawCursor(
    { name, series, cursor: at }: CurvesData,
    box: Box,
    x: (s: number) => number,
  ): void {
    const { size } = stage.palette;
    cursor.style("display", at === null ? "none" : "");
    const readings = series
      .filter((s) => !s.ghost && s.steps.length > 0)
      .map((s) => `${s.label} ${(valueAt(s, at ?? last(s.steps)) ?? 0).toPrecision(2)}`);
    svg.attr("aria-label", `${name} against steps: ${readings.join(", ")}`);
    if (at === null) return;
    cursor
      .attr("transform", `translate(${x(at)},0)`)
      .attr("aria-label", "displayed step")
      .attr("aria-valuemin", 0)
      .attr("aria-valuemax", Math.round(end))
      .attr("aria-valuenow", Math.round(at))
      .attr("aria-valuetext", `step ${steps(at)}: ${readings.join(", ")}`);
    cursor.select("line").attr("y1", box.top).attr("y2", box.bottom);
    cursor
      .select("circle")
      .attr("cy", box.bottom)
      .attr("r", 6 * size);
  }

  const node = svg.node() as SVGSVGElement;
  const listen = { signal: stage.signal };
  const scrub = (event: PointerEvent) => {
    const px = event.clientX - node.getBoundingClientRect().left;
    events.onScrub?.(px <= toX.range()[0] ? 0 : Math.round(toX.invert(px)));
  };
  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || data?.cursor === null) return;
      node.setPointerCapture(event.pointerId);
      scrub(event);
    },
    listen,
  );
  node.addEventListener(
    "pointermove",
    (event) => {
      if (node.hasPointerCapture(event.pointerId)) scrub(event);
    },
    listen,
  );
  const cursorNode = cursor.node() as SVGGElement;
  cursorNode.addEventListener(
    "keydown",
    (event) => {
      const at = data?.cursor;
      if (at === null || at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = new Map([
        ["ArrowRight", Math.max(at + 1, Math.round(at * KEY_FACTOR))],
        ["ArrowUp", Math.max(at + 1, Math.round(at * KEY_FACTOR))],
        ["ArrowLeft", Math.min(at - 1, Math.round(at / KEY_FACTOR))],
        ["ArrowDown", Math.min(at - 1, Math.round(at / KEY_FACTOR))],
        ["PageUp", at * 10],
        ["PageDown", Math.round(at / 10)],
        ["Home", 0],
        ["End", end],
      ]).get(event.key);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      events.onScrub?.(Math.max(0, Math.min(end, to)));
    },
    listen,
  );

  return {
    update(next) {
      data = next;
      draw();
    },
    destroy: stage.destroy,
  };
};

/** Powers of ten within a domain. */
function decadesOf([low, high]: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const count = Math.floor(Math.log10(high) + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => 10 ** (first + i));
}

const power = (value: number): string => `10^{${Math.round(Math.log10(value))}}`.replace("-", "−");

/** Whole decades around all positive values, but no more than six below the highest. */
function lossDomain(series: readonly Series[]): [number, number] {
  let low = Infinity;
  let high = 0;
  for (const { values } of series)
    for (let i = 0; i < values.length; i++) {
      if (values[i] > 0) low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
  if (!(high > 0)) return [0.01, 1];
  const top = 10 ** Math.ceil(Math.log10(high) - 1e-9);
  return [Math.max(top / 1e6, 10 ** Math.floor(Math.log10(Math.min(low, high / 1.01)))), top];
}
