/**
 * @file The axes of Figures 2 and 3: accuracy over training fraction, drawn over the square root of
 * the fraction because the curves bend at its low end. Everything laid over the chart is placed by
 * `toX` and `toY`.
 */
import { ticks } from "d3";
import { drawAxes, type Inside, type Layer, type Tick } from "../../../kit/draw/chart";
import { placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import { grouped } from "../../../theory/grouped";

export interface BoundScale {
  /** What a fraction of 1 is in the unit of the axis: 1, the number of pairs, or their bits. */
  readonly whole: number;
  /** What the axis counts, e.g. "training fraction". */
  readonly caption: string;
  /** Where the axis of shares starts; 0 without it. */
  readonly lowest?: number;
}

export interface BoundAxes extends Inside {
  /** Training fraction in [0, 1] to CSS pixels. */
  readonly toX: (fraction: number) => number;
  readonly fromX: (px: number) => number;
  /** Accuracy, or share of the pairs, in [0, 1] to CSS pixels. */
  readonly toY: (share: number) => number;
  readonly fromY: (py: number) => number;
  readonly below: readonly Tick[];
  readonly beside: readonly Tick[];
  /** Factor on sizes of type. */
  readonly size: number;
}

/** Pixels between two ticks at least. */
const APART = 38;

/** "0.05", "200", "1,000". */
export const amountText = (amount: number): string =>
  amount >= 1000 ? grouped(amount) : String(Number(amount.toPrecision(6)));

/** 1, 2 and 5 of every decade up to `whole`, from the top down as far as there is room. */
function amounts(whole: number, toX: (fraction: number) => number, apart: number): number[] {
  const kept: number[] = [];
  let last = Infinity;
  const top = Math.ceil(Math.log10(whole));
  for (let power = top; power >= top - 4; power--)
    for (const digit of [5, 2, 1]) {
      const amount = digit * 10 ** power;
      if (amount > whole * (1 + 1e-9)) continue;
      const at = toX(amount / whole);
      if (last - at < apart || at - toX(0) < apart) continue;
      kept.push(amount);
      last = at;
    }
  return [...kept, 0];
}

function layOutBound(
  { whole, lowest = 0 }: BoundScale,
  {
    width,
    height,
    size,
  }: { readonly width: number; readonly height: number; readonly size: number },
): BoundAxes {
  const left = 38 * size;
  const right = width - 14 * size;
  const top = 26 * size;
  const bottom = height - 38 * size;
  const toX = (fraction: number) => left + (right - left) * Math.sqrt(Math.max(0, fraction));
  const perShare = (bottom - top) / (1 - lowest);
  const toY = (share: number) => bottom - perShare * (share - lowest);
  return {
    left,
    right,
    top,
    bottom,
    size,
    toX,
    fromX: (px) => Math.min(1, Math.max(0, (px - left) / (right - left))) ** 2,
    toY,
    fromY: (py) => Math.min(1, Math.max(lowest, lowest + (bottom - py) / perShare)),
    below: amounts(whole, toX, APART * size).map((amount) => ({
      at: toX(amount / whole),
      text: amountText(amount),
    })),
    beside: ticks(lowest, 1, 5).map((share) => ({ at: toY(share), text: share.toFixed(1) })),
  };
}

/** Lays the axes out over a stage and draws them, with the caption of the upright one at its top. */
export function drawBoundAxes(
  grid: Layer,
  captions: Layer,
  scale: BoundScale,
  upright: string,
  { width, height, palette: { size } }: Stage,
): BoundAxes {
  const axes = layOutBound(scale, { width, height, size });
  drawAxes(grid, axes, axes.below, axes.beside, size);
  const kind = "axis-caption";
  placeTexts(captions, [
    { kind, text: scale.caption, x: axes.right, y: height - 4, anchor: "end" },
    { kind, text: upright, x: 2, y: 13 * size, anchor: "start" },
  ]);
  return axes;
}
