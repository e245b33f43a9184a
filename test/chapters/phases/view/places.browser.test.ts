/**
 * @file A phase diagram beyond its cells' places: seeds within a cell, the column and row of 0, rules of
 * every slope, and moving them.
 */
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  type Place as Cell,
  type PhaseGridData,
  phaseGrid,
} from "../../../../src/chapters/phases/view/grid";
import type { Replica } from "../../../../src/chapters/phases/view/gridCells";
import type { RuleLine } from "../../../../src/chapters/phases/view/gridLines";
import { PHASES, type Phase } from "../../../../src/theory/phase";
import {
  type Axis,
  axisOf,
  crossing,
  INK,
  LETTERS,
  middleOf,
  numberOf,
  type Place,
  ticksOf,
  wayOf,
} from "../../../reading/plane";
import { makeStand, pixel } from "../../../stand";

const stand = makeStand(600, 600);

// A pointer reaches what is in the window.
beforeEach(() => page.viewport(800, 700));

/** Colours of the phases in palette.css. */
const COLOURS: Readonly<Record<Phase, readonly number[]>> = {
  generalisation: [0x2f, 0x9e, 0x5f],
  grokking: [0xe5, 0xb8, 0x00],
  memorisation: [0x6f, 0x3f, 0xa0],
  confusion: [0x4b, 0x4b, 0x52],
};

const decided = (phase: Phase, changes: Partial<Extract<Replica, { kind: "decided" }>> = {}) =>
  ({ kind: "decided", phase, fellBack: false, diverged: false, wrong: false, ...changes }) as const;

const RATES = [1e-4, 1e-3, 1e-2, 1e-1];
const LOG = { name: "rate", values: RATES, log: true };

/** All cells confused, but for those that are given by column and row. */
function grid(
  changes: Partial<PhaseGridData> = {},
  special: Readonly<Record<string, readonly Replica[]>> = {},
): PhaseGridData {
  const { x = LOG, y = LOG } = changes;
  return {
    name: "A made-up plane",
    x,
    y,
    cells: x.values.flatMap((_, column) =>
      y.values.map((_, row) => special[`${column} ${row}`] ?? [decided("confusion")]),
    ),
    lines: [],
    steps: [],
    stepsChosen: false,
    aside: false,
    below: true,
    cursor: { column: 0, row: 0, seed: 0 },
    reading: () => "",
    ...changes,
  };
}

const line = (x: number, y: number, at: number, reach: RuleLine["reach"] = null): RuleLine => ({
  id: "ratio",
  label: ["a rule"],
  chosen: true,
  reach,
  x,
  y,
  at,
});

const ticks = () => ticksOf(stand, ".tick");
const axes = (): readonly [Axis, Axis] => {
  const { below, beside } = ticks();
  return [axisOf(below, "x", "log"), axisOf(beside, "y", "log")];
};

/** Frame of the cell whose values those ticks name: cells are a decade broad and high. */
function cellAt(column: number, row: number) {
  const [x, y] = axes();
  const decade = { x: x.at(1e-2) - x.at(1e-3), y: y.at(1e-3) - y.at(1e-2) };
  return {
    left: x.at(RATES[column]) - decade.x / 2,
    top: y.at(RATES[row]) - decade.y / 2,
    ...{ width: decade.x, height: decade.y },
  };
}

/** Colour on the page. */
function colourAt({ x, y }: Place): readonly number[] {
  const canvas = stand.find("canvas") as HTMLCanvasElement;
  const { left, top } = canvas.getBoundingClientRect();
  return pixel(canvas, x - left, y - top).slice(0, 3);
}

const phaseAt = (place: Place): string | undefined =>
  PHASES.find((phase) => COLOURS[phase].join() === colourAt(place).join());

/** Where the shares of a cell are by rows from the upper left, and a place in each that has no letter. */
function sharesOf(column: number, row: number, rows: readonly number[]): Place[] {
  const { left, top, width, height } = cellAt(column, row);
  return rows.flatMap((count, j) =>
    Array.from({ length: count }, (_, i) => ({
      x: left + ((i + 0.5) * width) / count,
      y: top + ((j + 0.15) * height) / rows.length,
    })),
  );
}

test.each([
  ["three side by side", [3]],
  ["four in a square", [2, 2]],
  ["nine in a square", [3, 3, 3]],
  ["eight in a square whose last row has two", [3, 3, 2]],
] as const)("Seeds of a cell go from the left to the right, then down: %s", async (_, rows) => {
  const count = rows.reduce<number>((sum, each) => sum + each, 0);
  // No two neighbours alike, and no symmetry.
  const phases = Array.from({ length: count }, (_, i) => PHASES[(i + (i > 4 ? 1 : 0)) % 4]);
  const opened: Cell[] = [];
  const data = grid({}, { "2 1": phases.map((phase) => decided(phase)) });
  const view = stand.mount(phaseGrid, data, { onOpen: (place) => opened.push(place) });
  const shares = sharesOf(2, 1, rows);
  expect(shares.map(phaseAt)).toEqual(phases);
  const box = stand.svg.getBoundingClientRect();
  for (const share of shares)
    stand.point(stand.svg, "click", share.x - box.left, share.y - box.top);
  expect(opened).toEqual(phases.map((_, seed) => ({ column: 2, row: 1, seed })));
  view.destroy();
});

test("A cell in training fills from its foot", () => {
  const view = stand.mount(phaseGrid, grid({}, { "1 2": [{ kind: "training", share: 0.3 }] }), {});
  const { left, top, width, height } = cellAt(1, 2);
  const at = (share: number) => colourAt({ x: left + width / 2, y: top + (1 - share) * height });
  // --rule below, --grid above.
  expect([at(0.1), at(0.25)]).toEqual(Array(2).fill([0xe4, 0xe2, 0xdc]));
  expect([at(0.35), at(0.6), at(0.9)]).toEqual(Array(3).fill([0xef, 0xed, 0xe7]));
  view.destroy();
});

test("A notch at the upper edge tells that it fell back, a ring at the lower one a wrong rule", () => {
  const view = stand.mount(phaseGrid, grid(), {});
  const differing = (changes: Parameters<typeof decided>[1]) => {
    view.update(grid({}, { "1 2": [decided("generalisation")] }));
    const { left, top, width, height } = cellAt(1, 2);
    const rows = Array.from({ length: 40 }, (_, j) => top + ((j + 0.5) * height) / 40);
    const read = () => rows.map((y) => colourAt({ x: left + width / 2, y }).join());
    const plain = read();
    view.update(grid({}, { "1 2": [decided("generalisation", changes)] }));
    return read().flatMap((colour, j) => (colour === plain[j] ? [] : [(j + 0.5) / 40]));
  };
  const notch = differing({ fellBack: true });
  const ring = differing({ wrong: true });
  expect(notch.length).toBeGreaterThan(0);
  expect(ring.length).toBeGreaterThan(0);
  expect(Math.max(...notch)).toBeLessThan(0.25);
  expect(Math.min(...ring)).toBeGreaterThan(0.75);
  view.destroy();
});

test("The column and the row of 0 stand at the left and at the foot, apart, under their own word", () => {
  const opened: Cell[] = [];
  const axis = { ...LOG, values: [0, ...RATES], zero: "none" };
  const special = { "0 3": [decided("generalisation")], "3 0": [decided("memorisation")] };
  const data = grid({ x: axis, y: axis, lines: [line(1, 1, -4.5)] }, special);
  const view = stand.mount(phaseGrid, data, { onOpen: (place) => opened.push(place) });
  const [x, y] = axes();
  const words = [...stand.root.querySelectorAll<SVGTextElement>(".tick")].filter(
    ({ dataset }) => dataset.caption === "none",
  );
  expect(words).toHaveLength(2);
  const [below, beside] = words.map(middleOf).sort((a, b) => b.y - a.y);
  const decade = { x: x.at(1e-2) - x.at(1e-3), y: y.at(1e-3) - y.at(1e-2) };
  // A cell and a third from the first rate: there is a gap.
  expect((x.at(1e-4) - below.x) / decade.x).toBeCloseTo(1.35, 1);
  expect((beside.y - y.at(1e-4)) / decade.y).toBeCloseTo(1.35, 1);
  const left = { x: below.x, y: y.at(1e-2) - 0.35 * decade.y };
  const foot = { x: x.at(1e-2), y: beside.y - 0.35 * decade.y };
  expect(phaseAt(left)).toBe("generalisation");
  expect(phaseAt(foot)).toBe("memorisation");
  const gap = { x: x.at(1e-4) - (decade.x * 1.35) / 2, y: left.y };
  expect(colourAt(gap)).toEqual([0, 0, 0]);
  const box = stand.svg.getBoundingClientRect();
  for (const place of [left, foot, gap])
    stand.point(stand.svg, "click", place.x - box.left, place.y - box.top);
  expect(opened).toEqual([
    { column: 0, row: 3, seed: 0 },
    { column: 3, row: 0, seed: 0 },
  ]);
  view.destroy();
});

test("A sloping line does not enter the column of 0, a level one does", () => {
  const axis = { ...LOG, values: [0, ...RATES], zero: "none" };
  const view = stand.mount(phaseGrid, grid({ x: axis, lines: [line(1, 1, -6)] }), {});
  const [x] = axes();
  const decade = x.at(1e-2) - x.at(1e-3);
  const way = () => wayOf(stand.find(".ratio .line") as SVGPathElement, 500);
  const leftmost = () => Math.min(...way().map((place) => place.x));
  expect(leftmost()).toBeGreaterThan(x.at(1e-4) - decade / 2 - LETTERS);
  view.update(grid({ x: axis, lines: [line(0, 1, -2.5)] }));
  expect([leftmost()]).toBeAllclose([x.at(1e-4) - 1.85 * decade], { atol: LETTERS });
  view.destroy();
});

test.each([
  ["the ratio rule below the middle", 1, -1, 1.4],
  ["the ratio rule above the middle", 1, -1, -1.4],
  ["the ratio rule, signs reversed", -1, 1, 1.4],
  ["the product rule, low", 1, 1, -6.6],
  ["the product rule, high", 1, 1, -3.2],
  ["a steep rising line", 2, -1, -2.3],
  ["a flat falling line", 1, 2, -7.1],
  ["one encoder rate for all", 1, 0, -1.7],
  ["one decoder rate for all", 0, 1, -3.2],
] as const)("On the line of %s x X + y Y stays, from edge to edge of the cells", (_, u, v, at) => {
  const view = stand.mount(phaseGrid, grid({ lines: [line(u, v, at)] }), {});
  const [x, y] = axes();
  const [left, right] = [x.at(10 ** -4.5), x.at(10 ** -0.5)];
  const [bottom, top] = [y.at(10 ** -4.5), y.at(10 ** -0.5)];
  for (const part of ["casing", "line"]) {
    const way = wayOf(stand.find(`.ratio .${part}`) as SVGPathElement);
    // Letters leave 3 px of a decade's 120 open.
    const read = 3 / 100;
    for (const place of way) {
      const value = u * Math.log10(x.value(place.x)) + v * Math.log10(y.value(place.y));
      expect(Math.abs(value - at)).toBeLessThan(read * (Math.abs(u) + Math.abs(v)));
      expect(place.x).toBeGreaterThan(left - LETTERS);
      expect(place.x).toBeLessThan(right + LETTERS);
      expect(place.y).toBeGreaterThan(top - LETTERS);
      expect(place.y).toBeLessThan(bottom + LETTERS);
    }
    for (const end of [way[0], way[way.length - 1]]) {
      const off = [end.x - left, right - end.x, end.y - top, bottom - end.y].map(Math.abs);
      expect(Math.min(...off)).toBeLessThan(LETTERS);
    }
    expect(Math.hypot(way[0].x - way[199].x, way[0].y - way[199].y)).toBeGreaterThan(50);
  }
  view.destroy();
});

test("A line that misses all cells is not drawn", () => {
  const view = stand.mount(phaseGrid, grid({ lines: [line(1, 1, -9.5)] }), {});
  expect(stand.root.querySelectorAll(".ratio")).toHaveLength(0);
  view.update(grid({ lines: [line(1, -1, 4.5)] }));
  expect(stand.root.querySelectorAll(".ratio")).toHaveLength(0);
  view.update(grid({ lines: [line(1, -1, 3.5)] }));
  const way = wayOf(stand.find(".ratio .line") as SVGPathElement);
  const [x, y] = axes();
  // Only the corner at the lower right is left of it.
  for (const place of way) {
    expect(x.value(place.x)).toBeGreaterThan(0.05);
    expect(y.value(place.y)).toBeLessThan(2e-4);
  }
  view.destroy();
});

test("Where cells skip a decade a line bends and is right at every tick", () => {
  const uneven = { ...LOG, values: [1e-4, 1e-3, 1e-1, 1] };
  const view = stand.mount(phaseGrid, grid({ x: uneven, lines: [line(1, -1, 0.5)] }), {});
  const { below, beside } = ticks();
  const y = axisOf(beside, "y", "log");
  const way = wayOf(stand.find(".ratio .line") as SVGPathElement, 2000);
  // decoder rate = encoder rate / 10^0.5; that of the last column is above all cells.
  const read = below
    .slice(1, 3)
    .map((tick) => [
      numberOf(tick.dataset.caption ?? ""),
      Math.log10(y.value(crossing(way, "x", middleOf(tick).x).y)),
    ]);
  expect(read.map(([rate]) => rate)).toEqual([1e-3, 1e-1]);
  expect(read.map(([, height]) => height)).toBeAllclose([-3.5, -1.5], { atol: 0.05 });
  view.destroy();
});

test("Steps stand at the height of each column's own rate, and are left out where there is none", () => {
  const view = stand.mount(phaseGrid, grid({ steps: [-1.5, null, -3.25, -2] }), {});
  const [x, y] = axes();
  const way = wayOf(stand.find(".steps .line") as SVGPathElement, 600);
  const decade = x.at(1e-2) - x.at(1e-3);
  for (const [rate, height] of [
    [1e-4, -1.5],
    [1e-2, -3.25],
    [1e-1, -2],
  ] as const) {
    const over = way.filter((place) => Math.abs(place.x - x.at(rate)) < 0.4 * decade);
    expect(over.length).toBeGreaterThan(50);
    for (const place of over) expect(Math.abs(place.y - y.at(10 ** height))).toBeLessThan(LETTERS);
  }
  expect(way.filter((place) => Math.abs(place.x - x.at(1e-3)) < 0.4 * decade)).toEqual([]);
  view.destroy();
});

test.each([
  ["ratio", 1, -1, 0.5, [0.6, 0.5]],
  ["ratio with signs reversed", -1, 1, 0.5, [0.5, -0.4]],
  ["product", 1, 1, -5, [0.7, 0.4]],
  ["encoder rate", 1, 0, -2.4, [-0.8, 0.6]],
  ["decoder rate", 0, 1, -2.4, [0.4, -0.9]],
] as const)("The line of one %s goes where it is dragged", async (_, u, v, at, by) => {
  const slid: number[] = [];
  let now = at as number;
  const draw = () => grid({ lines: [line(u, v, now, [-9, 9])] });
  const view = stand.mount(phaseGrid, draw(), {
    onSlide: (_line, to) => {
      slid.push(to);
      now = to;
      view.update(draw());
    },
  });
  const [x, y] = axes();
  const decade = { x: x.at(1e-2) - x.at(1e-3), y: y.at(1e-3) - y.at(1e-2) };
  const grip = () => wayOf(stand.find(".movable .line") as SVGPathElement, 500);
  const from = grip()[250];
  const to = { x: from.x + by[0] * decade.x, y: from.y - by[1] * decade.y };
  const box = stand.svg.getBoundingClientRect();
  await userEvent.dragAndDrop(stand.svg, stand.svg, {
    sourcePosition: { x: from.x - box.left, y: from.y - box.top },
    targetPosition: { x: to.x - box.left, y: to.y - box.top },
  });
  expect(slid.length).toBeGreaterThan(0);
  // A pixel is 1/120 of a decade, the letters of two ticks leave 3 px open.
  expect([now]).toBeAllclose([at + u * by[0] + v * by[1]], { atol: 0.04 });
  // It is under the pointer. Places on it are 1 px apart.
  const off = grip().map((place) => Math.hypot(place.x - to.x, place.y - to.y));
  expect(Math.min(...off)).toBeLessThan(2 + INK);
  view.destroy();
});
