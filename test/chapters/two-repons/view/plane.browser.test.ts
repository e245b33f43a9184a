/**
 * @file The plane of two repons: its origin is in the middle, x to the right, y up, equal units; angles
 * turn counterclockwise. What is taken hold of follows the pointer.
 */
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { twoReponsData } from "../../../../src/chapters/two-repons/model/pictures";
import { twoRepons } from "../../../../src/chapters/two-repons/view/plane";
import type {
  TwoReponsData,
  TwoReponsEvents,
} from "../../../../src/chapters/two-repons/view/planeHandles";
import {
  type Axis,
  axisAround,
  expectAt,
  INK,
  middleOf,
  type Place,
  wayOf,
} from "../../../reading/plane";
import { frame, makeStand, press } from "../../../stand";
import { stateOf } from "../figures/twoRepons";

const stand = makeStand(520, 420);

// A pointer reaches what is in the window.
beforeEach(() => page.viewport(800, 700));

type XY = readonly [x: number, y: number];

const HALF = 2;
const DEGREE = Math.PI / 180;
const ANGLE = 30 * DEGREE;
const [STIFF, SOFT] = [1.5, 0.6];
/** Ends of the axes of A0, turned from right and up by 30 degrees: cos 30 = 0.8660, sin 30 = 1/2. */
const ENDS = {
  stiff: [1.29904, 0.75],
  soft: [-0.3, 0.51962],
  "stiff.far": [-1.29904, -0.75],
  "soft.far": [0.3, -0.51962],
} as const;

/** D(x) - y at x, for A0 = diag(stiff, soft) R(angle)^T and b - y = (0.6, -0.3). */
const miss = ([x, y]: XY): XY => [1.29904 * x + 0.75 * y + 0.6, -0.3 * x + 0.51962 * y - 0.3];
const potential = (at: XY): number => (miss(at)[0] ** 2 + miss(at)[1] ** 2) / 2;

/** A^T A and A^T (b - y) as products of the rows above. */
const bowl = {
  spring: {
    rows: 2,
    columns: 2,
    values: Float64Array.of(
      1.29904 ** 2 + 0.3 ** 2,
      1.29904 * 0.75 - 0.3 * 0.51962,
      1.29904 * 0.75 - 0.3 * 0.51962,
      0.75 ** 2 + 0.51962 ** 2,
    ),
  },
  pull: Float64Array.of(1.29904 * 0.6 + 0.3 * 0.3, 0.75 * 0.6 - 0.51962 * 0.3),
};

const data: TwoReponsData = {
  half: HALF,
  starts: [
    [1.2, 0.5],
    [-0.4, -0.9],
  ],
  axes: { angle: ANGLE, stiff: STIFF, soft: SOFT },
  x1: Float64Array.of(1.2, 0.5, 1.0, 0.9, 0.7, 1.3),
  x2: Float64Array.of(-0.4, -0.9, -0.8, -0.6, -1.4, -0.2),
  now: 1,
  bowl,
  strength: 0.5,
  gauge: { length: 0.8, stiffness: 0.4 },
  straight: 0.4,
  summary: "two repons",
};

/** From -2 to 2 over the picture's height, the shorter of its sides. */
let axes: readonly [Axis, Axis];
beforeEach(() => {
  axes = axisAround(stand.root, 2 * HALF);
});

/** The picture, grown to the whole of the stand. */
async function show(shown: TwoReponsData, events: TwoReponsEvents = {}) {
  const view = stand.mount(twoRepons, shown, events);
  // The first frame tells the size once the caption is gone, the second draws.
  for (let i = 0; i < 3; i++) await frame();
  return view;
}

const handle = (name: string) =>
  stand.find(`.handle.${name}${name.includes("far") ? "" : ":not(.far)"}`);
const ringOf = (name: string) => middleOf(handle(name).querySelector(".ring") as Element);
const ways = (selector: string) =>
  [...stand.root.querySelectorAll<SVGPathElement>(selector)].map((path) => wayOf(path));
const ends = (way: readonly Place[]) => [way[0], way[way.length - 1]] as const;

test("Repons, discs and handles stand at their coordinates, x to the right and y up", async () => {
  const view = await show(data);
  expectAt(ringOf("x1"), axes, [1.2, 0.5], INK);
  expectAt(ringOf("x2"), axes, [-0.4, -0.9], INK);
  const discs = [...stand.root.querySelectorAll(".discs circle")].map(middleOf);
  expect(discs).toHaveLength(2);
  expectAt(discs[0], axes, [1.0, 0.9], INK);
  expectAt(discs[1], axes, [-0.8, -0.6], INK);
  view.destroy();
});

test("Each repon's way begins at its start, is at its disc now, and goes on to its end", async () => {
  const view = await show(data);
  const [past, rest] = [ways(".paths .past"), ways(".paths .rest")];
  for (const [i, places] of [
    [0, [1.2, 0.5, 1.0, 0.9, 0.7, 1.3]],
    [1, [-0.4, -0.9, -0.8, -0.6, -1.4, -0.2]],
  ] as const) {
    const [start, now] = ends(past[i]);
    expectAt(start, axes, [places[0], places[1]], INK);
    expectAt(now, axes, [places[2], places[3]], INK);
    const [from, to] = ends(rest[i]);
    expectAt(from, axes, [places[2], places[3]], INK);
    expectAt(to, axes, [places[4], places[5]], INK);
  }
  const [spring] = ways(".spring");
  expectAt(ends(spring)[0], axes, [1.0, 0.9], INK);
  expectAt(ends(spring)[1], axes, [-0.8, -0.6], INK);
  view.destroy();
});

test("A motion of the sandbox begins at r0, where the handles are", async () => {
  const view = await show(twoReponsData(stateOf({}, 0.4)));
  // The home of chapter 4, in a plane of -2 to 2.
  for (const [i, name, at] of [
    [0, "x1", [0.75, 0.35]],
    [1, "x2", [-0.75, -0.35]],
  ] as const) {
    expectAt(ringOf(name), axes, at, INK);
    expectAt(ends(ways(".paths .past")[i])[0], axes, at, INK);
  }
  view.destroy();
});

test("The ends of both axes are on the ellipse of A0, whose stiff axis is turned counterclockwise", async () => {
  const view = await show(data);
  const ellipse = wayOf(stand.find(".ellipse ellipse") as SVGEllipseElement, 2000);
  const named = Object.entries(ENDS);
  for (const [name, at] of named) {
    const place = ringOf(name);
    expectAt(place, axes, at, INK);
    const off = ellipse.map(({ x, y }) => Math.hypot(x - place.x, y - place.y));
    // 2000 places around it are 0.4 px apart.
    expect(Math.min(...off)).toBeLessThan(0.4);
  }
  // Furthest from the middle along the stiff axis, nearest along the soft one.
  const far = ellipse.map(({ x, y }) => Math.hypot(axes[0].value(x), axes[1].value(y)));
  expect([Math.max(...far), Math.min(...far)]).toBeAllclose([STIFF, SOFT], { atol: 0.01 });
  const cross = ways(".ellipse path")[0].map(
    ({ x, y }): XY => [axes[0].value(x), axes[1].value(y)],
  );
  for (const [x, y] of cross) {
    const along = x * Math.cos(ANGLE) + y * Math.sin(ANGLE);
    const across = -x * Math.sin(ANGLE) + y * Math.cos(ANGLE);
    expect(Math.min(Math.abs(along), Math.abs(across))).toBeLessThan(0.01);
  }
  view.destroy();
});

test("Along every level line half of |A x + b - y|^2 stays, and it grows outwards", async () => {
  const view = await show(data);
  const levels = [...stand.root.querySelectorAll<SVGEllipseElement>(".levels ellipse")];
  expect(levels.length).toBeGreaterThan(5);
  const [x, y] = axes;
  const values = levels.map((level) => {
    const along = wayOf(level, 90).map((at) => potential([x.value(at.x), y.value(at.y)]));
    const mean = along.reduce((sum, each) => sum + each, 0) / along.length;
    // Five digits of cos 30 and single precision of lengths.
    expect(along).toBeAllclose(Array(90).fill(mean), { rtol: 1e-3, atol: 1e-4 });
    return mean;
  });
  // Evenly spaced in what the decoder feels, the root of it; a spring of 1 has one each 0.13 half.
  const felt = values.map((value) => Math.sqrt(2 * value));
  expect(felt).toBeAllclose(
    felt.map((_, i) => (i + 1) * 0.13 * HALF),
    { rtol: 2e-3 },
  );
  view.destroy();
});

test("By Eq. (8) the repons would stop on their first line, each on its own side of the middle", async () => {
  const view = await show(data);
  const [way] = ways(".straight");
  const mid: XY = [0.4, -0.2];
  const length = Math.hypot(1.6, 1.4);
  const [ux, uy] = [1.6 / length, 1.4 / length];
  const [first, second] = ends(way);
  expectAt(first, axes, [1.2, 0.5], INK);
  expectAt(second, axes, [mid[0] - 0.4 * ux, mid[1] - 0.4 * uy], INK);
  // The stroke jumps from x1's stop to x2's start.
  const at = (x: number, y: number) =>
    Math.min(...way.map((each) => Math.hypot(each.x - axes[0].at(x), each.y - axes[1].at(y))));
  expect(at(mid[0] + 0.4 * ux, mid[1] + 0.4 * uy)).toBeLessThan(1);
  expect(at(-0.4, -0.9)).toBeLessThan(1);
  expect(at(mid[0], mid[1])).toBeGreaterThan(30);
  view.destroy();
});

test("Words stand beyond what they name, seen from the middle", async () => {
  const view = await show(data);
  const words = [...stand.root.querySelectorAll<SVGTextElement>(".words text")];
  const all = { x_1: [1.2, 0.5], x_2: [-0.4, -0.9], stiff: ENDS.stiff, soft: ENDS.soft } as const;
  expect(words.map(({ dataset }) => dataset.caption).sort()).toEqual(Object.keys(all).sort());
  for (const [text, [x, y]] of Object.entries(all)) {
    const word = words.find(({ dataset }) => dataset.caption === text);
    const at = middleOf(word as SVGTextElement);
    const length = Math.hypot(x, y);
    const away: XY = [at.x - axes[0].at(x), axes[1].at(y) - at.y];
    // 24 px in the direction of (x, y), within half of a letter's height.
    expect(away).toBeAllclose([(24 * x) / length, (24 * y) / length], { atol: 7 });
  }
  view.destroy();
});

/** Mounts the plane; what the reader does comes back as new data. */
async function live() {
  const said: unknown[][] = [];
  let now = data;
  const events: TwoReponsEvents = {
    onRepon(which, at) {
      said.push([which, ...at]);
      const starts = [...now.starts] as [XY, XY];
      starts[which - 1] = at;
      now = { ...now, starts };
      view.update(now);
    },
    onAxis(which, { angle, length }) {
      said.push([which, angle, length]);
      now = { ...now, axes: { ...now.axes, angle, [which]: length } };
      view.update(now);
    },
  };
  const view = await show(data, events);
  return { view, said };
}

async function drag(name: string, [x, y]: XY): Promise<void> {
  const box = stand.svg.getBoundingClientRect();
  const from = ringOf(name);
  await userEvent.dragAndDrop(stand.svg, stand.svg, {
    sourcePosition: { x: from.x - box.left, y: from.y - box.top },
    targetPosition: { x: axes[0].at(x) - box.left, y: axes[1].at(y) - box.top },
  });
}

/** A pointer is on whole pixels, 1/105 of a unit each. */
const PIXEL = 1 / 105;

test("A repon dragged right and up reports larger x and y, left and down smaller ones", async () => {
  const { view, said } = await live();
  await drag("x1", [1.6, 1.1]);
  expect(said.at(-1)).toEqual([1, expect.closeTo(1.6, 1), expect.closeTo(1.1, 1)]);
  await drag("x2", [-1.3, -1.5]);
  expect(said.at(-1)?.slice(0, 1)).toEqual([2]);
  expect(said.at(-1)?.slice(1)).toBeAllclose([-1.3, -1.5], { atol: PIXEL });
  expectAt(ringOf("x1"), axes, [1.6, 1.1], 1);
  expectAt(ringOf("x2"), axes, [-1.3, -1.5], 1);
  view.destroy();
});

test.each([
  ["stiff", [0.5, 1.2], [67.38, 1.3]],
  ["stiff.far", [-0.5, -1.2], [67.38, 1.3]],
  ["soft", [-0.8, 0.6], [53.13, 1]],
  ["soft.far", [0.8, -0.6], [53.13, 1]],
  ["stiff", [0.8, -0.6], [-36.87, 1]],
] as const)(
  "The end of %s goes where it is dragged, %j: degrees and length %j",
  async (name, to, [degrees, length]) => {
    const { view, said } = await live();
    await drag(name, to);
    const [which, angle, reached] = said.at(-1) as [string, number, number];
    expect(which).toBe(name.replace(".far", ""));
    expect([reached]).toBeAllclose([length], { atol: PIXEL });
    // A turn is told up to whole ones; a pixel at this length is 0.5 degrees.
    const turn = (angle / DEGREE - degrees + 540) % 360;
    expect([turn]).toBeAllclose([180], { atol: 0.6 });
    expectAt(ringOf(name), axes, to, 1);
    view.destroy();
  },
);

test("Arrow keys move a repon the way they point", async () => {
  const { view } = await live();
  for (const [name, from] of [
    ["x1", [1.2, 0.5]],
    ["x2", [-0.4, -0.9]],
  ] as const)
    for (const [key, dx, dy] of [
      ["ArrowRight", 1, 0],
      ["ArrowUp", 0, 1],
      ["ArrowLeft", -1, 0],
      ["ArrowDown", 0, -1],
    ] as const) {
      const before = ringOf(name);
      press(handle(name), key);
      const after = ringOf(name);
      // One key is a fortieth of the plane's half.
      const step = (HALF / 40) * (axes[0].at(1) - axes[0].at(0));
      expect([after.x - before.x, before.y - after.y]).toBeAllclose([step * dx, step * dy], {
        atol: INK,
      });
      if (key === "ArrowDown") expectAt(after, axes, from, INK);
    }
  view.destroy();
});

test("Left turns an axis counterclockwise by five degrees, right clockwise, up makes it longer", async () => {
  const { view } = await live();
  const direction = (name: string) => {
    const { x, y } = ringOf(name);
    return Math.atan2(axes[1].value(y), axes[0].value(x)) / DEGREE;
  };
  press(handle("stiff"), "ArrowLeft");
  // Both turn: they stay at a right angle. Tenths of a pixel at 60 px are tenths of a degree.
  expect([direction("stiff"), direction("soft")]).toBeAllclose([35, 125], { atol: 0.3 });
  press(handle("soft"), "ArrowRight");
  press(handle("soft"), "ArrowRight");
  expect([direction("stiff"), direction("soft")]).toBeAllclose([25, 115], { atol: 0.3 });
  press(handle("soft"), "ArrowUp");
  const { x, y } = ringOf("soft");
  expect([Math.hypot(axes[0].value(x), axes[1].value(y))]).toBeAllclose([SOFT + HALF / 40], {
    atol: 0.003,
  });
  view.destroy();
});

test("The gauge's bars are as long as length and stiffness are of their ticks, and say how much", async () => {
  const view = await show(data);
  const tick = Number(stand.find(".gauge path")?.getAttribute("d")?.slice(1).split(",")[0]);
  for (const [kind, value] of [
    ["length", 0.8],
    ["stiffness", 0.4],
  ] as const) {
    const bar = stand.find(`.gauge .${kind}`);
    const one = tick - Number(bar?.getAttribute("x"));
    expect(Number(bar?.getAttribute("width")) / one).toBeCloseTo(value, 6);
  }
  const told = () =>
    [...stand.root.querySelectorAll(".gauge text")].map((text) => text.textContent);
  expect(told()).toEqual(["length 0.80", "stiffness 0.40"]);
  view.update({ ...data, gauge: null });
  expect(told()).toEqual([]);
  view.destroy();
});
