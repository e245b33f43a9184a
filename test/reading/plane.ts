/**
 * @file Reading a picture as a reader does: where a mark is on the page, and what the ticks beside it
 * say that place is worth. Nothing here knows how a picture computes its places.
 *
 * Places are CSS pixels of the page, x to the right and y down.
 */
import { expect } from "vitest";
import type { Stand } from "../stand";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A tick's letters stand around its place: half a line's unevenness of ascent and descent, px. */
export const LETTERS = 3;
/** Paths are written with one decimal; lengths along them are single precision, px. */
export const INK = 0.3;

/** Middle of what is drawn of an element. */
export function middleOf(element: Element): Place {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Where a point of an element's own coordinates is on the page. */
export function onPage(element: SVGGraphicsElement, point: Place): Place {
  const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(
    element.getScreenCTM() as DOMMatrix,
  );
  return { x, y };
}

/** Places at even lengths along a path, first and last included. [count] */
export function wayOf(path: SVGGeometryElement, count = 200): Place[] {
  const length = path.getTotalLength();
  return Array.from({ length: count }, (_, i) =>
    onPage(path, path.getPointAtLength((i * length) / (count - 1))),
  );
}

/** Place of the way where it is nearest to x (or y) = `at`. */
export function crossing(way: readonly Place[], along: "x" | "y", at: number): Place {
  return way.reduce((best, each) =>
    Math.abs(each[along] - at) < Math.abs(best[along] - at) ? each : best,
  );
}

/** What a tick says: "10^{−4}", "1,000", "−2.5", "90°", "× 4". */
export function numberOf(caption: string): number {
  const [, base, power] = /^10\^\{(−?)(\d+)\}$/.exec(caption) ?? [];
  if (power !== undefined) return 10 ** Number(`${base === "−" ? "-" : ""}${power}`);
  return Number(caption.replace("−", "-").replace(/[°×,\s]/g, "") || Number.NaN);
}

export interface Axis {
  /** Where a value belongs, px. */
  readonly at: (value: number) => number;
  /** What a place is worth. */
  readonly value: (px: number) => number;
}

const SCALES = {
  linear: { to: (value: number) => value, from: (at: number) => at },
  log: { to: Math.log10, from: (at: number) => 10 ** at },
} as const;

/**
 * The axis that these ticks make. Fails unless there are two or more, larger values stand further
 * right (or further up), and all of them lie on one `scale`.
 */
export function axisOf(
  ticks: readonly SVGTextElement[],
  along: "x" | "y",
  scale: keyof typeof SCALES = "linear",
): Axis {
  expect(ticks.length).toBeGreaterThan(1);
  const { to, from } = SCALES[scale];
  const marks = ticks
    .map((tick) => ({
      value: to(numberOf(tick.dataset.caption ?? tick.textContent ?? "")),
      px: middleOf(tick)[along],
    }))
    .sort((a, b) => a.value - b.value);
  const [low, high] = [marks[0], marks[marks.length - 1]];
  const pitch = (high.px - low.px) / (high.value - low.value);
  expect(Math.sign(pitch)).toBe(along === "x" ? 1 : -1);
  for (const { value, px } of marks)
    expect(Math.abs(low.px + pitch * (value - low.value) - px)).toBeLessThan(LETTERS);
  return {
    at: (value) => low.px + pitch * (to(value) - low.value),
    value: (px) => from(low.value + (px - low.px) / pitch),
  };
}

/** The ticks of a picture, told apart by where they are: in one row below, or in a column beside. */
export function ticksOf(stand: Stand, selector: string) {
  const all = [...stand.root.querySelectorAll<SVGTextElement>(selector)].filter(
    ({ dataset }) => !Number.isNaN(numberOf(dataset.caption ?? "")),
  );
  const bottoms = all.map((tick) => tick.getBoundingClientRect().bottom);
  const foot = Math.max(...bottoms);
  return {
    below: all.filter((_, i) => foot - bottoms[i] < LETTERS),
    beside: all.filter((_, i) => foot - bottoms[i] >= LETTERS),
  };
}

/** Expects `place` to be where the axes have (x, y), within `within` px. */
export function expectAt(
  place: Place,
  [x, y]: readonly [Axis, Axis],
  [u, v]: readonly [number, number],
  within = LETTERS,
): void {
  expect([place.x - x.at(u), place.y - y.at(v)]).toBeAllclose([0, 0], { atol: within });
}

/** Axes of a plane with its origin in the middle of `box` and `span` over the shorter side, y up. */
export function axisAround(box: Element, span: number): readonly [Axis, Axis] {
  const { width, height } = box.getBoundingClientRect();
  const unit = Math.min(width, height) / span;
  const { x, y } = middleOf(box);
  return [
    { at: (u) => x + unit * u, value: (px) => (px - x) / unit },
    { at: (v) => y - unit * v, value: (px) => (y - px) / unit },
  ];
}
