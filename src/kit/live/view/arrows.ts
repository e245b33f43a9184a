/**
 * @file Where each repon is pulled: arrows of a round number of steps at the present pull.
 */
import type { Palette } from "../../draw/palette";

export interface Arrows {
  /** Displacement per step in data coordinates. [n, 2] */
  readonly vectors: ArrayLike<number>;
}

/** Longest arrow aimed at, px. */
const LONGEST = 64;
/** Below this no arrow is drawn, px. */
const SHORTEST = 3;
/** A vanishing pull must look small in the end. */
const MOST_STEPS = 10_000;

/** The largest 1, 2 or 5 times a power of ten of steps that keeps arrows under `LONGEST` px. */
export function arrowSteps(longestPerStep: number): number {
  if (!(longestPerStep > 0)) return 1;
  const most = Math.min(MOST_STEPS, LONGEST / longestPerStep);
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
}

/** Draws them from (x, y) [n]; `unit` pixels per data unit. Returns the number of steps they stand for. */
export function drawArrows(
  context: CanvasRenderingContext2D,
  { vectors }: Arrows,
  at: { readonly x: Float64Array; readonly y: Float64Array; readonly radius: number },
  unit: { readonly x: number; readonly y: number },
  palette: Palette,
): number {
  const n = at.x.length;
  let longest = 0;
  for (let i = 0; i < n; i++)
    longest = Math.max(longest, Math.hypot(vectors[2 * i] * unit.x, vectors[2 * i + 1] * unit.y));
  const steps = arrowSteps(longest);
  const head = 5 * palette.size;
  context.beginPath();
  for (let i = 0; i < n; i++) {
    const u = vectors[2 * i] * unit.x * steps;
    const v = -vectors[2 * i + 1] * unit.y * steps;
    const full = Math.hypot(u, v);
    const length = Math.min(full, 1.5 * LONGEST);
    if (length < SHORTEST) continue;
    const [c, s] = [u / full, v / full];
    const from = at.radius + 1;
    const tipX = at.x[i] + c * (from + length);
    const tipY = at.y[i] + s * (from + length);
    context.moveTo(at.x[i] + c * from, at.y[i] + s * from);
    context.lineTo(tipX, tipY);
    context.moveTo(tipX - head * (c - 0.6 * s), tipY - head * (s + 0.6 * c));
    context.lineTo(tipX, tipY);
    context.lineTo(tipX - head * (c + 0.6 * s), tipY - head * (s - 0.6 * c));
  }
  context.strokeStyle = palette.colour.ink;
  context.globalAlpha = 0.75;
  context.lineWidth = 1.5 * palette.stroke;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.stroke();
  context.globalAlpha = 1;
  return steps;
}
