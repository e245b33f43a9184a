/**
 * @file What lies behind the repons: a quiet grid, and marks of time on a trail that stands out.
 */
import { ticks } from "d3";
import type { Palette } from "../../draw/palette";
import type { Box, Projection } from "../../draw/projection";
import { decades, type TrailScene, type Trails } from "./trails";

export interface Paper extends Box {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Marks of time nearer than this to each other are left out, px. */
const APART = 22;

const powerOfTen = (power: number): string => (power === 0 ? "1" : `10${SUPERSCRIPTS[power]}`);

/** Draws lines at round values; returns the distance between two of them. */
export function drawGrid(
  { context, palette, width, height }: Paper,
  { toX, toY, bounds }: Projection,
  kind: "plane" | "step",
): number {
  const rows = ticks(bounds.y0, bounds.y1, 6);
  const powers = Array.from({ length: 8 }, (_, power) => power);
  const columns =
    kind === "step" ? powers.map((power) => 10 ** power) : ticks(bounds.x0, bounds.x1, 6);
  context.beginPath();
  for (const x of columns) {
    context.moveTo(toX(x), 0);
    context.lineTo(toX(x), height);
  }
  for (const y of rows) {
    context.moveTo(0, toY(y));
    context.lineTo(width, toY(y));
  }
  context.strokeStyle = palette.colour.ink;
  context.globalAlpha = palette.dark ? 0.09 : 0.06;
  context.lineWidth = palette.stroke;
  context.stroke();
  context.globalAlpha = 1;
  if (kind === "step") {
    context.fillStyle = palette.colour.muted;
    context.font = `${12.5 * palette.size}px ${palette.font}`;
    context.textAlign = "left";
    for (const power of powers)
      if (toX(10 ** power) < width - 84 * palette.size)
        context.fillText(powerOfTen(power), toX(10 ** power) + 4, height - 10);
  }
  return rows.length > 1 ? rows[1] - rows[0] : bounds.y1 - bounds.y0;
}

/** Marks of 1, 10, 100, ... steps on the trails that stand out, newest first. */
export function drawDecades(
  { context, palette }: Paper,
  trails: Trails,
  { n, step, toX, toY, x, y, colours, emphasised }: TrailScene,
): void {
  context.font = `600 ${11 * palette.size}px ${palette.font}`;
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const i of emphasised) {
    let last: readonly [number, number] = [x[i], y[i]];
    for (const { snapshot, power } of decades(trails, step).reverse()) {
      const px = toX(trails.positions[(snapshot * n + i) * 2]);
      const py = toY(trails.positions[(snapshot * n + i) * 2 + 1]);
      if (Math.hypot(px - last[0], py - last[1]) < APART * palette.size) continue;
      last = [px, py];
      context.beginPath();
      context.arc(px, py, 2.75 * palette.size, 0, 2 * Math.PI);
      context.fillStyle = palette.colour.panel;
      context.strokeStyle = colours[i];
      context.lineWidth = 1.5 * palette.stroke;
      context.fill();
      context.stroke();
      context.strokeStyle = palette.colour.panel;
      context.lineWidth = 3 * palette.size;
      context.strokeText(powerOfTen(power), px + 5, py - 4);
      context.fillStyle = palette.colour.ink;
      context.fillText(powerOfTen(power), px + 5, py - 4);
    }
  }
}
