/**
 * @file What can be taken hold of in the plane of two repons: where they start, and the ends of the
 * ellipse of A0.
 */

import { select } from "d3";
import type { Layer } from "../../../kit/draw/chart";
import { onDrag, onGrip, onKey, type Place, placeOn } from "../../../kit/draw/gestures";
import type { Guessed } from "../../../kit/draw/guessMarks";
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
  /** Length and stiffness of the spring now, as shares of those at the start; null where it has none. */
  readonly gauge: { readonly length: number; readonly stiffness: number } | null;
  /** |r| at the end by Eq. (8), which keeps to r0; null where there is nothing to compare. */
  readonly straight: number | null;
  /** What is shown, in one sentence. */
  readonly summary: string;
  /** Guesses at |r|, half of the distance, up to which the two meet. */
  readonly guessed?: Guessed | null;
}

export interface TwoReponsEvents {
  /** The reader moves the start of a repon. */
  onRepon?(which: 1 | 2, at: Point): void;
  /** The reader moves the end of an axis; `angle` is that of the stiff axis, radians. */
  onAxis?(which: "stiff" | "soft", to: { readonly angle: number; readonly length: number }): void;
  /** The reader expects them to meet from up to this |r|. */
  onGuess?(distance: number): void;
}

export interface Scale {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly from: (place: Place) => Point;
  /** Pixels of a unit. */
  readonly px: number;
  /** Factor on sizes. */
  readonly size: number;
}

interface Handle {
  readonly name: keyof typeof NAMES;
  /** The far end of an axis does what the near one does, for the pointer only. */
  readonly far: boolean;
  readonly at: Point;
  /** What the plane shows, and how. */
  readonly data: TwoReponsData;
  readonly scale: Scale;
}

const NAMES = {
  x1: "start of the first repon",
  x2: "start of the second repon",
  stiff: "stiff axis of the decoder",
  soft: "soft axis of the decoder",
} as const;

function handlesOf(data: TwoReponsData, scale: Scale): Handle[] {
  const { angle, stiff, soft } = data.axes;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const shown = { data, scale, far: false };
  return [
    { ...shown, name: "soft", far: true, at: [soft * sin, -soft * cos] },
    { ...shown, name: "stiff", far: true, at: [-stiff * cos, -stiff * sin] },
    { ...shown, name: "soft", at: [-soft * sin, soft * cos] },
    { ...shown, name: "stiff", at: [stiff * cos, stiff * sin] },
    { ...shown, name: "x2", at: data.starts[1] },
    { ...shown, name: "x1", at: data.starts[0] },
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
function moveTo({ name, far, data }: Handle, [x, y]: Point, events: TwoReponsEvents): void {
  if (name === "x1" || name === "x2") {
    events.onRepon?.(name === "x1" ? 1 : 2, [round(x), round(y)]);
    return;
  }
  const length = Math.hypot(x, y);
  if (length < SNAP * data.half) {
    events.onAxis?.(name, { angle: data.axes.angle, length: 0 });
    return;
  }
  const direction = Math.atan2(far ? -y : y, far ? -x : x);
  events.onAxis?.(name, {
    angle: name === "stiff" ? direction : direction - Math.PI / 2,
    length: round(length),
  });
}

/** Tells what an arrow key means: a repon goes that way, an axis turns or becomes longer. */
function nudge(handle: Handle, [u, v]: Point, steps: number, events: TwoReponsEvents): void {
  const { name, at, data } = handle;
  const by = steps * STEP * data.half;
  const [x, y] = at;
  if (name === "x1" || name === "x2") {
    moveTo(handle, [x + by * u, y + by * v], events);
    return;
  }
  events.onAxis?.(name, {
    angle: data.axes.angle - TURN * u,
    length: round(Math.max(0, Math.hypot(x, y) + by * v)),
  });
}

const valueText = ({ name, at: [x, y] }: Handle): string =>
  name === "x1" || name === "x2"
    ? `at ${x.toFixed(2)}, ${y.toFixed(2)}`
    : `length ${Math.hypot(x, y).toFixed(2)}`;

/** `node` does what its handle of the moment does. */
function listen(node: SVGGElement, events: TwoReponsEvents, signal: AbortSignal): void {
  const plane = node.ownerSVGElement as SVGSVGElement;
  const own = () => select<SVGGElement, Handle>(node).datum();
  onGrip(node, signal);
  onDrag(
    node,
    signal,
    (event) => {
      event.preventDefault();
      node.focus({ preventScroll: true });
    },
    (event) => {
      const { data, scale } = own();
      // Not beyond what can be reached again.
      const most = data.half / 1.1;
      const keep = (value: number) => Math.min(most, Math.max(-most, value));
      const [x, y] = scale.from(placeOn(plane, event));
      moveTo(own(), [keep(x), keep(y)], events);
    },
  );
  onKey(node, signal, ({ key, shiftKey }) => {
    const arrow = ARROWS[key];
    if (arrow) nudge(own(), arrow, shiftKey ? 5 : 1, events);
    return arrow !== undefined;
  });
}

export function drawHandles(
  layer: Layer,
  data: TwoReponsData,
  scale: Scale,
  events: TwoReponsEvents,
  signal: AbortSignal,
): void {
  layer
    .selectAll<SVGGElement, Handle>("g")
    .data(handlesOf(data, scale))
    .join((enter) => {
      const g = enter
        .append("g")
        .attr("class", ({ name, far }) => `handle ${name}${far ? " far" : ""}`);
      g.append("circle").attr("class", "reach");
      g.append("circle").attr("class", "ring");
      g.filter(({ far }) => !far)
        .attr("tabindex", 0)
        .attr("role", "slider")
        .attr("aria-label", ({ name }) => NAMES[name])
        .attr("aria-valuemin", 0);
      g.filter(({ far }) => far).attr("aria-hidden", "true");
      return g.each(function () {
        listen(this, events, signal);
      });
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
}
