/**
 * @file How a test reads a picture as its reader does: values from the ticks of an axis, and where
 * marks, lines and bands stand. All places are pixels of the page, x to the right and y downwards.
 */
import { expect } from "vitest";
import type { Stand } from "../stand";

export interface At {
  readonly x: number;
  readonly y: number;
}

export interface Tick {
  readonly value: number;
  readonly at: number;
}

/** What of a value is proportional to the way along the axis. */
const SCALES = { linear: (value: number) => value, root: Math.sqrt, log: Math.log10 };

/** Paths are rounded to a tenth of a pixel and read at steps of about one: within this, px. */
const PIXEL = 1;

export function middleOf(node: Element): At {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Left, right, top and bottom. */
export function edgesOf(node: Element): number[] {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return [left, right, top, bottom];
}

/** Expects the same places, one by one. */
export const expectPlaces = (places: readonly number[], expected: readonly number[]): void => {
  expect(places).toBeAllclose(expected, { atol: PIXEL });
};

/** Number in the caption of a tick: "0.05", "1,000", "n^2 = 900". */
const numberIn = (caption: string): number =>
  Number((caption.split("=").at(-1) ?? "").replaceAll(",", ""));

/**
 * Ticks of the axes that `drawAxes` draws: those under the chart stand where their numbers do, those
 * beside it at the line across that is nearest to their number.
 */
export function ticksOf(stand: Stand): { readonly x: Tick[]; readonly y: Tick[] } {
  const frame = stand.find(".grid path").getBoundingClientRect();
  const across = [...stand.root.querySelectorAll(".grid line")].map((line) => middleOf(line).y);
  const ticks = { x: [] as Tick[], y: [] as Tick[] };
  for (const text of stand.root.querySelectorAll<SVGTextElement>(".grid text")) {
    const value = numberIn(text.dataset.caption ?? "");
    const { x, y } = middleOf(text);
    if (text.getBoundingClientRect().right > frame.left) ticks.x.push({ value, at: x });
    else
      ticks.y.push({
        value,
        at: across.reduce((best, at) => (Math.abs(at - y) < Math.abs(best - y) ? at : best)),
      });
  }
  return ticks;
}

/**
 * Where a value stands by the ticks of its axis. Expects at least two, and that all of them lie on
 * `scale`, in pixels that grow with the value (`+1`, to the right) or fall (`-1`, upwards).
 */
export function axisOf(
  ticks: readonly Tick[],
  scale: keyof typeof SCALES,
  sense: 1 | -1,
): (value: number) => number {
  const way = SCALES[scale];
  const [first, last] = [...ticks].sort((a, b) => a.value - b.value).filter(isEnd);
  expect(ticks.length).toBeGreaterThan(1);
  expect(Math.sign(last.at - first.at)).toBe(sense);
  const perWay = (last.at - first.at) / (way(last.value) - way(first.value));
  const at = (value: number) => first.at + perWay * (way(value) - way(first.value));
  expectPlaces(
    ticks.map((tick) => tick.at),
    ticks.map(({ value }) => at(value)),
  );
  return at;
}

const isEnd = (_: unknown, i: number, { length }: readonly unknown[]) =>
  i === 0 || i === length - 1;

/** Points along a path, about one for each pixel, ends included. */
export function pointsOf(node: Element): At[] {
  const path = node as SVGPathElement;
  const length = path.getTotalLength();
  const matrix = path.getScreenCTM() as DOMMatrix;
  const count = Math.ceil(length);
  return Array.from({ length: count + 1 }, (_, i) =>
    path.getPointAtLength((i / count) * length).matrixTransform(matrix),
  );
}

/** First and last point of a path. */
export function endsOf(node: Element): readonly [At, At] {
  const points = pointsOf(node);
  return [points[0], points[points.length - 1]];
}

/** Heights at which a path passes `x`, from the top down. */
export function heightsAt(node: Element, x: number): number[] {
  const points = pointsOf(node);
  const heights = points.slice(1).flatMap((to, i) => {
    const from = points[i];
    if (from.x > x === to.x > x) return [];
    return [from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)];
  });
  return heights.sort((a, b) => a - b);
}

/** Height of a line at `x`. Expects that it passes there once. */
export function heightAt(node: Element, x: number): number {
  const heights = heightsAt(node, x);
  expect(heights).toHaveLength(1);
  return heights[0];
}

/** A pointer or mouse event on `node` at a place of the page. */
export function pointAt(stand: Stand, node: Element, kind: string, { x, y }: At): void {
  const { left, top } = stand.root.getBoundingClientRect();
  stand.point(node, kind, x - left, y - top);
}

/** Expects letters that are neither mirrored nor on their head, and nothing turned by a style. */
export function expectUpright(stand: Stand): void {
  const drawn = [...stand.root.querySelectorAll<HTMLElement | SVGElement>("svg, canvas")];
  expect(drawn).not.toHaveLength(0);
  for (const node of drawn)
    for (let up: Element | null = node; up; up = up.parentElement) {
      const { transform, scale, rotate } = getComputedStyle(up);
      expect([transform, scale, rotate]).toEqual(["none", "none", "none"]);
    }
  for (const text of stand.root.querySelectorAll<SVGTextElement>("svg text")) {
    const { a, b, c, d } = text.getScreenCTM() as DOMMatrix;
    expect(Math.min(a, d)).toBeGreaterThan(0);
    expect([b, c]).toEqual([0, 0]);
  }
}
