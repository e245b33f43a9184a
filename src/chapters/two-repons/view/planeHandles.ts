/**
 * @file What can be taken hold of in the plane of two repons: where they start, and the ends of the
 * ellipse of A0.
 */

import type { Selection } from "d3";
import type { Matrix } from "../../../theory/repon/matrix";

export type Point = readonly [x: number, y: number];

export interface TwoReponsData {
  /** The plane reaches from -half to half in its shorter direction. */
  readonly half: number;
  readonly starts: readonly [Point, Point];
  /** A0: direction of its stiff axis in radians, and its singular values. */
  readonly axes: { readonly angle: number; readonly stiff: number; readonly soft: number };
  /** [k, 2] */
  readonly x1: Float64Array;
  /** [k, 2] */
  readonly x2: Float64Array;
  /** The shown sample. */
  readonly now: number;
  /** Half of |A x + b - y|^2 for a single repon: A^T A [2, 2] and A^T (b - y) [2], now. */
  readonly bowl: { readonly spring: Matrix; readonly pull: Float64Array };
  /** How strongly the spring pulls, as a share of the strongest. */
  readonly strength: number;
  /** |r| at the end by Eq. (8), which keeps to r0; null where there is nothing to compare. */
  readonly straight: number | null;
  /** What is shown, in one sentence. */
  readonly summary: string;
}

export interface TwoReponsEvents {
  /** The reader moves the start of a repon. */
  onRepon?(which: 1 | 2, at: Point): void;
  /** The reader moves the end of an axis; `angle` is that of the stiff axis, radians. */
  onAxis?(which: "stiff" | "soft", to: { readonly angle: number; readonly length: number }): void;
}

export interface Scale {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly from: (px: number, py: number) => Point;
  /** Factor on sizes. */
  readonly size: number;
}

interface Handle {
  readonly name: "x1" | "x2" | "stiff" | "soft";
  /** The far end of an axis does what the near one does, for the pointer only. */
  readonly far: boolean;
  readonly label: string;
  readonly at: Point;
}

const NAMES = {
  x1: "start of the first repon",
  x2: "start of the second repon",
  stiff: "stiff axis of the decoder",
  soft: "soft axis of the decoder",
} as const;

function handlesOf({ starts, axes }: TwoReponsData): Handle[] {
  const { angle, stiff, soft } = axes;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const handle = (name: Handle["name"], at: Point, far = false): Handle => ({
    name,
    far,
    at,
    label: NAMES[name],
  });
  return [
    handle("soft", [soft * sin, -soft * cos], true),
    handle("stiff", [-stiff * cos, -stiff * sin], true),
    handle("soft", [-soft * sin, soft * cos]),
    handle("stiff", [stiff * cos, stiff * sin]),
    handle("x2", starts[1]),
    handle("x1", starts[0]),
  ];
}

/** Degrees and share of the plane that one key press moves by. */
const TURN = Math.PI / 36;
const STEP = 0.025;
/** An axis shorter than this share of the plane becomes 0 and keeps its direction. */
const SNAP = 0.04;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Tells what moving a handle to a place of the plane means, for axes as they are. */
function moveTo(
  { name, far }: Handle,
  [x, y]: Point,
  { axes, half }: TwoReponsData,
  events: TwoReponsEvents,
): void {
  if (name === "x1" || name === "x2") {
    events.onRepon?.(name === "x1" ? 1 : 2, [round(x), round(y)]);
    return;
  }
  const length = Math.hypot(x, y);
  if (length < SNAP * half) {
    events.onAxis?.(name, { angle: axes.angle, length: 0 });
    return;
  }
  const direction = Math.atan2(far ? -y : y, far ? -x : x);
  events.onAxis?.(name, {
    angle: name === "stiff" ? direction : direction - Math.PI / 2,
    length: round(length),
  });
}

const valueText = ({ name, at: [x, y] }: Handle): string =>
  name === "x1" || name === "x2"
    ? `at ${x.toFixed(2)}, ${y.toFixed(2)}`
    : `length ${Math.hypot(x, y).toFixed(2)}`;

type Layer = Selection<SVGGElement, unknown, null, undefined>;

/** Returns what redraws them. */
export function makeHandles(
  layer: Layer,
  svg: SVGSVGElement,
  events: TwoReponsEvents,
  signal: AbortSignal,
): (data: TwoReponsData, scale: Scale) => void {
  let shown: { readonly data: TwoReponsData; readonly scale: Scale } | null = null;
  const nodes = new Map<string, Handle>();
  const idOf = ({ name, far }: Handle) => (far ? `${name}-far` : name);

  /** Where the pointer is in the plane, not beyond what can be reached again. */
  function place(event: PointerEvent, { half }: TwoReponsData, scale: Scale): Point {
    const box = svg.getBoundingClientRect();
    const keep = (value: number) => Math.min(half / 1.1, Math.max(-half / 1.1, value));
    const [x, y] = scale.from(event.clientX - box.left, event.clientY - box.top);
    return [keep(x), keep(y)];
  }

  function listen(node: SVGGElement, id: string): void {
    const options = { signal };
    node.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button !== 0) return;
        node.setPointerCapture(event.pointerId);
        event.preventDefault();
        node.focus({ preventScroll: true });
      },
      options,
    );
    node.addEventListener(
      "pointermove",
      (event) => {
        const handle = nodes.get(id);
        if (shown && handle && node.hasPointerCapture(event.pointerId))
          moveTo(handle, place(event, shown.data, shown.scale), shown.data, events);
      },
      options,
    );
    node.addEventListener(
      "keydown",
      (event) => {
        const arrow = ARROWS[event.key];
        const handle = nodes.get(id);
        if (!arrow || !handle || !shown || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        const { data } = shown;
        const by = STEP * data.half * (event.shiftKey ? 5 : 1);
        const [x, y] = handle.at;
        if (handle.name === "x1" || handle.name === "x2")
          return moveTo(handle, [x + by * arrow[0], y + by * arrow[1]], data, events);
        const length = Math.max(0, Math.hypot(x, y) + by * arrow[1]);
        events.onAxis?.(handle.name, {
          angle: data.axes.angle - TURN * arrow[0],
          length: round(length),
        });
      },
      options,
    );
  }

  return (data, scale) => {
    shown = { data, scale };
    const handles = handlesOf(data);
    for (const handle of handles) nodes.set(idOf(handle), handle);
    layer
      .selectAll<SVGGElement, Handle>("g")
      .data(handles, idOf)
      .join((enter) => {
        const g = enter
          .append("g")
          .attr("class", ({ name, far }) => `handle ${name}${far ? " far" : ""}`);
        g.append("circle").attr("class", "reach");
        g.append("circle").attr("class", "ring");
        g.filter(({ far }) => !far)
          .attr("tabindex", 0)
          .attr("role", "slider")
          .attr("aria-label", ({ label }) => label)
          .attr("aria-valuemin", 0);
        g.filter(({ far }) => far).attr("aria-hidden", "true");
        g.each(function (handle) {
          listen(this, idOf(handle));
        });
        return g;
      })
      .attr("transform", ({ at: [x, y] }) => `translate(${scale.toX(x)},${scale.toY(y)})`)
      .attr("aria-valuemax", round(data.half))
      .attr("aria-valuenow", ({ at: [x, y] }) => round(Math.hypot(x, y)))
      .attr("aria-valuetext", valueText)
      .each(function ({ name, far }) {
        const repon = name === "x1" || name === "x2";
        const ring = (repon ? 12 : far ? 3.5 : 5.5) * scale.size;
        this.querySelector(".reach")?.setAttribute("r", String(Math.max(ring, 15 * scale.size)));
        this.querySelector(".ring")?.setAttribute("r", String(ring));
      });
  };
}
