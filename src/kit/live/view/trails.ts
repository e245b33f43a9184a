/**
 * @file The way each repon came: thin and pale where old, wide and strong where new.
 *
 * Shapes: S snapshots, n elements.
 */
import type { Palette } from "../../draw/palette";

export interface Trails {
  /** Ascending steps of the snapshots. [S] */
  readonly steps: ArrayLike<number>;
  /** Coordinates at each. [S, n, 2] */
  readonly positions: ArrayLike<number>;
}

export interface TrailScene {
  readonly n: number;
  readonly step: number;
  /** Where the repons are now, in pixels. [n] */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly colours: readonly string[];
  /** Elements whose trails stand out; the others fade. Empty: all alike. */
  readonly emphasised: ReadonlySet<number>;
  readonly palette: Palette;
}

/** Widths and strengths in which a trail is drawn, oldest first. */
const AGES = 9;
const WIDTH = { old: 0.75, new: 2.75 };
const ALPHA = { old: 0.08, new: 0.6 };
/** Points nearer than this to the last one drawn are left out, px. */
const RESOLUTION = 1.25;

/** Age of a step on the log axis of the curves: 0 at the start, 1 now. */
const youth = (step: number, now: number): number =>
  now > 0 ? Math.min(1, Math.log1p(step) / Math.log1p(now)) : 1;

/** Index of the last snapshot of each age; ages may be empty. [AGES] */
function ageEnds({ steps }: Trails, now: number): Int32Array {
  const ends = new Int32Array(AGES);
  for (let s = 0; s < steps.length; s++) {
    if (steps[s] > now) break;
    ends[Math.min(AGES - 1, Math.floor(youth(steps[s], now) * AGES))] = s;
  }
  for (let age = 1; age < AGES; age++) ends[age] = Math.max(ends[age], ends[age - 1]);
  return ends;
}

/** Adds snapshots `from`..`to` of element i to the current path, and its present place at the end. */
function tracePart(
  context: CanvasRenderingContext2D,
  { positions }: Trails,
  scene: TrailScene,
  i: number,
  from: number,
  to: number,
  last: boolean,
): void {
  const { n, toX, toY } = scene;
  let x = toX(positions[(from * n + i) * 2]);
  let y = toY(positions[(from * n + i) * 2 + 1]);
  context.moveTo(x, y);
  for (let s = from + 1; s <= to; s++) {
    const u = toX(positions[(s * n + i) * 2]);
    const v = toY(positions[(s * n + i) * 2 + 1]);
    if (s < to && Math.abs(u - x) + Math.abs(v - y) < RESOLUTION) continue;
    context.lineTo(u, v);
    x = u;
    y = v;
  }
  if (last) context.lineTo(scene.x[i], scene.y[i]);
}

function byColour({ n, colours, emphasised }: TrailScene): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    const key = `${emphasised.has(i) ? "+" : "-"}${colours[i]}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return groups;
}

const between = ({ old, new: young }: typeof WIDTH, t: number): number => old + (young - old) * t;

export function drawTrails(
  context: CanvasRenderingContext2D,
  trails: Trails,
  scene: TrailScene,
): void {
  if (trails.steps.length === 0) return;
  const { palette, emphasised } = scene;
  const ends = ageEnds(trails, scene.step);
  const thinnest = palette.stroke > 1 ? 2 : 0;
  context.lineJoin = "round";
  context.lineCap = "butt";
  for (const [key, elements] of byColour(scene)) {
    const plain = emphasised.size === 0;
    const strength = plain ? 1 : key[0] === "+" ? 1.5 : 0.3;
    context.strokeStyle = key.slice(1);
    for (let age = 0; age < AGES; age++) {
      const from = age === 0 ? 0 : ends[age - 1];
      const last = age === AGES - 1;
      if (from === ends[age] && !last) continue;
      const t = age / (AGES - 1);
      context.globalAlpha = Math.min(1, strength * between(ALPHA, t ** 1.5));
      context.lineWidth = Math.max(thinnest, between(WIDTH, t) * palette.stroke);
      context.beginPath();
      for (const i of elements) tracePart(context, trails, scene, i, from, ends[age], last);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** The snapshots of decades 1, 10, 100, ... before now: marks of time along one trail. */
export function decades({ steps }: Trails, now: number): { snapshot: number; power: number }[] {
  const marks: { snapshot: number; power: number }[] = [];
  let s = 0;
  for (let power = 0; 10 ** power < now; power++) {
    while (s < steps.length && steps[s] < 10 ** power) s++;
    if (s === steps.length || steps[s] > now) break;
    if (steps[s] < 10 ** (power + 0.5)) marks.push({ snapshot: s, power });
  }
  return marks;
}
