/**
 * @file Latent space in a browser: repons, field, arrows, trails and labels stand where their
 * numbers say, as the picture opens and after the reader has zoomed and moved it.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Bounds } from "../../../../src/kit/draw/projection";
import type { Mounted } from "../../../../src/kit/draw/view";
import type { Field } from "../../../../src/kit/live/view/field";
import { type LatentData, latent } from "../../../../src/kit/live/view/latent";
import {
  type At,
  boxOf,
  type Colour,
  distance,
  drag,
  middle,
  middleOf,
  readCanvas,
  share,
  still,
  turnWheel,
} from "../../../reading/pixels";
import { makeScribe, type Scribe } from "../../../reading/writing";
import { makeStand } from "../../../stand";

// Wider than high, so that nothing fits after a quarter turn.
const stand = makeStand(520, 400);

/** Cells of the field of known values: 5 columns and 3 rows, each 1 wide and 1.2 high. */
const COLUMNS = 5;
const ROWS = 3;
const BOUNDS: Bounds = { x0: -1, x1: 4, y0: -0.6, y1: 3 };
const cellAt = (column: number, row: number): At => ({ x: column - 0.5, y: 1.2 * row });
/** Rises from column to column and, faster, from row to row; nowhere one half. */
const CELLS = Array.from({ length: ROWS * COLUMNS }, (_, k) => ({
  at: cellAt(k % COLUMNS, Math.floor(k / COLUMNS)),
  p: 0.08 + (0.8 * k) / (ROWS * COLUMNS - 1),
}));

/** Repons at the middles of four cells; no mirror or turn takes the four onto themselves. */
const PLACES = [cellAt(0, 0), cellAt(4, 0), cellAt(1, 2), cellAt(3, 1)];
const flat = (places: readonly At[]) => Float32Array.from(places.flatMap(({ x, y }) => [x, y]));

const plain: LatentData = {
  step: 1000,
  positions: flat(PLACES),
  labels: ["a", "b", "c", "d"],
  grouping: { kind: "classes", of: Uint8Array.of(0, 1, 2, 3), count: 4 },
  x: "plane",
  captions: ["E_1", "E_2"],
  trails: null,
  field: null,
  arrows: null,
  pinned: null,
  hovered: [],
  sight: { zoom: 1, across: 0.5, down: 0.5 },
};

const fieldOf = (p: (at: At) => number, cols = COLUMNS, rows = ROWS): Field => ({
  cols,
  rows,
  values: Float32Array.from({ length: cols * rows }, (_, k) => {
    const [i, j] = [k % cols, Math.floor(k / cols)];
    return p({
      x: BOUNDS.x0 + ((i + 0.5) / cols) * (BOUNDS.x1 - BOUNDS.x0),
      y: BOUNDS.y0 + ((j + 0.5) / rows) * (BOUNDS.y1 - BOUNDS.y0),
    });
  }),
  bounds: BOUNDS,
  caption: "P",
});

/** Nodes are drawn in any order; the labels say whose they are. */
const discs = (): At[] =>
  [...stand.root.querySelectorAll(".disc")]
    .map((node) => ({ node, index: Number((node as unknown as { __data__: number }).__data__) }))
    .sort((a, b) => a.index - b.index)
    .map(({ node }) => middleOf(node, stand.root));

/** From data to the screen, as two repons far from each other say. */
function frameOf(places: readonly At[] = PLACES) {
  const shown = discs();
  const unit = distance(shown[1], shown[0]) / distance(places[1], places[0]);
  const at = ({ x, y }: At): At => ({
    x: shown[0].x + unit * (x - places[0].x),
    y: shown[0].y - unit * (y - places[0].y),
  });
  return { unit, at, shown };
}

const canvas = () => stand.find("canvas") as HTMLCanvasElement;
const paper = () => readCanvas(canvas(), stand.root);
const inside = ({ x, y }: At): boolean => {
  const { left, right, top, bottom } = boxOf(canvas(), stand.root);
  return x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1;
};
const rest = () =>
  still(() => [...stand.root.querySelectorAll(".disc")].map((node) => node.outerHTML).join());

/** Anything but the grid, whose lines are at most a tenth opaque, a fifth where two cross. */
const drawn = ([, , , a]: Colour) => a > 0.2 * 255;

let view: Mounted<LatentData>;
let scribe: Scribe;
let extents: Bounds[];
beforeEach(() => {
  extents = [];
  scribe = makeScribe(true);
  view = latent(stand.root, { onExtent: (bounds) => extents.push(bounds) });
});
afterEach(() => {
  view.destroy();
  scribe.stop();
});

/** What the reader does before looking, and how much larger a unit is then at least. */
const looks = [
  ["as it opens", 1, async () => {}],
  [
    "zoomed and moved",
    1.2,
    async () => {
      turnWheel(stand.svg, { x: 190, y: 120 }, -200, stand.root);
      drag(stand.svg, { x: 260, y: 200 }, 45, -30, stand.root);
      await rest();
    },
  ],
] as const;

describe.each(looks)("%s", (_, larger, look) => {
  /** Draws `data` and lets the reader look; returns the frame. */
  async function show(data: LatentData) {
    view.update(data);
    await rest();
    const before = frameOf().unit;
    await look();
    const frame = frameOf();
    expect(frame.unit / before).toBeGreaterThanOrEqual(larger);
    return frame;
  }

  test("the first coordinate of a repon is to the right, the second up, in equal units", async () => {
    const { at, shown, unit } = await show({ ...plain, pinned: 2 });
    expect(shown).toHaveLength(PLACES.length);
    expect(unit).toBeGreaterThan(50);
    // Places are written with two decimals.
    for (const [i, place] of PLACES.entries())
      expect(distance(shown[i], at(place))).toBeLessThan(0.05);
    expect(distance(middleOf(stand.find(".ring"), stand.root), shown[2])).toBeLessThan(0.05);
  });

  test("a label stands by the repon of its element", async () => {
    const { shown } = await show(plain);
    const labels = [...stand.root.querySelectorAll(".tag")].map((node) => ({
      text: node.textContent,
      at: middleOf(node, stand.root),
    }));
    expect(labels.map(({ text }) => text)).toEqual(plain.labels);
    const near = labels.flatMap(({ at }, i) => (inside(shown[i]) ? [{ at, i }] : []));
    expect(near.length).toBeGreaterThan(1);
    for (const { at, i } of near) {
      const nearest = [...shown.keys()].sort(
        (a, b) => distance(shown[a], at) - distance(shown[b], at),
      );
      expect(nearest[0]).toBe(i);
      expect(distance(shown[i], at)).toBeLessThan(40);
    }
  });

  test("the field has in each cell's middle, and under a repon there, the value of that cell", async () => {
    const colourOf = async (p: number): Promise<Colour> => {
      view.update({ ...plain, field: fieldOf(() => p) });
      await rest();
      const { x, y } = discs()[0];
      return paper().colour({ x: x + 3, y: y + 3 });
    };
    const [no, yes] = [await colourOf(0), await colourOf(1)];
    const values = Float32Array.from(CELLS, ({ p }) => p);
    const { at } = await show({ ...plain, field: { ...fieldOf(() => 0), values } });
    const seen = paper();
    const inView = CELLS.filter((cell) => inside(at(cell.at)));
    // Zoomed in by 1.3 there are about 15 / 1.3 ** 2 left.
    expect(inView.length).toBeGreaterThan(6);
    const read = inView.map((cell) => {
      const { x, y } = at(cell.at);
      // A line of the grid may run through a middle, but only through two of four places around it.
      const around = [
        [-3, -3],
        [-3, 3],
        [3, -3],
        [3, 3],
      ].map(([dx, dy]) => share(seen.colour({ x: x + dx, y: y + dy }), no, yes));
      around.sort((a, b) => a - b);
      return (around[1] + around[2]) / 2;
    });
    // 256 colours, 34 % of the way to blue: a level of red is 1/80; and three pixels off the middle.
    expect(read).toBeAllclose(
      inView.map(({ p }) => p),
      { atol: 2 / 80 },
    );
  });

  test("the contour runs where P is one half", async () => {
    // An odds of one half on the line x + 2 y = 3; linear in x and y, so that interpolation is exact.
    const p = ({ x, y }: At) => 1 / (1 + Math.exp(-1.5 * (x + 2 * y - 3)));
    const { at, unit } = await show({ ...plain, field: fieldOf(p, 11, 7) });
    // What is bluer than a probability of 1 is the contour.
    const seen = paper();
    const corner = [at({ x: 3.9, y: 2.9 }), at({ x: 2.5, y: 2.4 }), at({ x: 1, y: 2.2 })].find(
      inside,
    );
    const blue = ([r, , b]: Colour) => b - r;
    const most = blue(seen.colour(corner as At));
    const contour = seen.where((colour) => blue(colour) > most + 25);
    expect(contour.length).toBeGreaterThan(150);
    const origin = at({ x: 0, y: 0 });
    const off = contour.map((pixel) => {
      const [x, y] = [(pixel.x - origin.x) / unit, (origin.y - pixel.y) / unit];
      return (Math.abs(x + 2 * y - 3) / Math.sqrt(5)) * unit;
    });
    // Half a line of 1.25 px and half a pixel's diagonal.
    expect(Math.max(...off)).toBeLessThan(1.25 / 2 + Math.SQRT1_2 + 0.2);
  });

  test("an arrow points the way a step moves its repon, and is as long as the steps it stands for", async () => {
    const vectors = flat([
      { x: 0.004, y: 0 },
      { x: -0.001, y: 0.003 },
      { x: -0.0015, y: -0.0035 },
      { x: 0.002, y: -0.001 },
    ]);
    const { shown } = await show({ ...plain, arrows: { vectors } });
    const steps = Number(
      stand
        .find(".key-arrows")
        .textContent?.match(/^[\d\s, {2}]+/)?.[0]
        .replace(/\D/g, ""),
    );
    expect(steps).toBeGreaterThan(1);
    const ink = paper().where(drawn);
    const radius = Number(stand.find(".disc").getAttribute("r"));
    // A tenth of the steps: so little that the view stays where it is.
    const part = 0.1 * steps;
    const moved = plain.positions as Float32Array;
    view.update({ ...plain, positions: moved.map((value, k) => value + part * vectors[k]) });
    await rest();
    const after = discs();
    const whole = shown.map((from, i) => ({
      x: 10 * (after[i].x - from.x),
      y: 10 * (after[i].y - from.y),
    }));
    let checked = 0;
    for (const [i, from] of shown.entries()) {
      const length = Math.hypot(whole[i].x, whole[i].y);
      const [c, s] = [whole[i].x / length, whole[i].y / length];
      const tip = { x: from.x + c * (radius + 1 + length), y: from.y + s * (radius + 1 + length) };
      if (!inside(from) || !inside(tip)) continue;
      checked += 1;
      const mine = ink
        .filter((pixel) => shown.every((other) => distance(pixel, from) <= distance(pixel, other)))
        .map(({ x, y }) => ({
          ahead: (x - from.x) * c + (y - from.y) * s,
          aside: (y - from.y) * c - (x - from.x) * s,
        }));
      expect(mine.length).toBeGreaterThan(20);
      // A head of 5 px lies up to 3 px to either side, and ends are round.
      const slack = 1.5;
      expect(Math.max(...mine.map(({ aside }) => Math.abs(aside)))).toBeLessThan(3 + slack);
      expect(Math.min(...mine.map(({ ahead }) => ahead))).toBeGreaterThan(radius - slack);
      const end = Math.max(...mine.map(({ ahead }) => ahead));
      expect(Math.abs(end - (radius + 1 + length))).toBeLessThan(slack);
      // The head is what is wide.
      const wide = mine.filter(({ aside }) => Math.abs(aside) > 1.75);
      expect(wide.length).toBeGreaterThan(3);
      expect(Math.min(...wide.map(({ ahead }) => ahead))).toBeGreaterThan(end - 5 - slack);
    }
    expect(checked).toBeGreaterThan(1);
  });

  test("a trail goes through the places of its snapshots and grows from old to new", async () => {
    const way = [
      { x: 0.2, y: 0.4 },
      { x: 0.2, y: 2 },
      { x: 2, y: 2 },
      { x: 2, y: 0.6 },
    ];
    const places = [way[3], ...PLACES.slice(1)];
    const trails = {
      steps: [1, 10, 100],
      positions: flat(way.slice(0, 3).flatMap((at) => [at, ...PLACES.slice(1)])),
    };
    view.update({ ...plain, positions: flat(places), trails, hovered: [0] });
    await rest();
    await look();
    const { at } = frameOf(places);
    const seen = paper();
    const strength = (from: At, to: At): number => {
      const [a, b] = [at(from), at(to)];
      const { x, y } = middle([a, b]);
      expect(inside({ x, y })).toBe(true);
      const upright = Math.abs(a.x - b.x) < Math.abs(a.y - b.y);
      const across = [-2, -1, 0, 1, 2].map((by) =>
        seen.colour(upright ? { x: x + by, y } : { x, y: y + by }),
      );
      return across.reduce((sum, [, , , alpha]) => sum + alpha, 0);
    };
    const legs = way.slice(1).map((to, i) => strength(way[i], to));
    // A full line of the grid nearby adds at most 16.
    expect(legs[0]).toBeGreaterThan(40);
    expect(legs[1]).toBeGreaterThan(1.3 * legs[0]);
    expect(legs[2]).toBeGreaterThan(1.3 * legs[1]);
    // What was not travelled: the other way around the rectangle.
    const empty = strength({ x: 0.6, y: 0.4 }, { x: 1.6, y: 0.6 });
    expect(empty).toBeLessThan(legs[0] / 2);
    // Marks of time, each up and to the right of where the repon was then.
    const marks = scribe.on(canvas());
    expect(marks.map(({ text }) => text)).toEqual(["10²", "10¹", "1"]);
    for (const [i, { x, y }] of [...marks].reverse().entries())
      expect(distance({ x, y }, at(way[i]))).toBeLessThan(Math.hypot(5, 4) + 0.1);
  });

  test("the part of the plane it asks a field for is the part in view", async () => {
    const { at } = await show(plain);
    const { x0, x1, y0, y1 } = extents.at(-1) as Bounds;
    const [low, high] = [at({ x: x0, y: y0 }), at({ x: x1, y: y1 })];
    const { left, right, top, bottom } = paper();
    // It asks again once a border has moved by 0.3 % of the height.
    const slack = 0.003 * (bottom - top) + 0.1;
    expect([low.x, low.y, high.x, high.y]).toBeAllclose([left, bottom, right, top], {
      atol: slack,
    });
  });
});

test("a wheel keeps what is under the pointer there, a drag takes the repons along", async () => {
  view.update(plain);
  await rest();
  const before = discs();
  // A mouse is at whole pixels.
  const held = { x: 300, y: 160 };
  turnWheel(stand.svg, held, -300, stand.root);
  await rest();
  const zoomed = discs();
  const factor = distance(zoomed[0], zoomed[1]) / distance(before[0], before[1]);
  expect(factor).toBeGreaterThan(1.3);
  for (const [i, { x, y }] of before.entries()) {
    const away = { x: held.x + factor * (x - held.x), y: held.y + factor * (y - held.y) };
    expect(distance(zoomed[i], away)).toBeLessThan(0.05);
  }
  drag(stand.svg, { x: 100, y: 100 }, 37, -21, stand.root);
  await rest();
  for (const [i, { x, y }] of discs().entries())
    expect([x, y]).toBeAllclose([zoomed[i].x + 37, zoomed[i].y - 21], { atol: 0.05 });
});

test("what is pressed after a zoom and a move is the repon that stands there", async () => {
  view.destroy();
  const onPin = vi.fn();
  view = latent(stand.root, { onPin });
  view.update(plain);
  await rest();
  await looks[1][2]();
  const seen = discs().flatMap((at, i) => (inside(at) ? [{ at, i }] : []));
  expect(seen.length).toBeGreaterThan(1);
  for (const { at } of seen) stand.point(stand.svg, "click", at.x, at.y);
  expect(onPin.mock.calls.flat()).toEqual(seen.map(({ i }) => i));
});

test("when repons go far the view follows them and stays upright", async () => {
  view.update(plain);
  await rest();
  const far = PLACES.map(({ x, y }) => ({ x: 6 * x + 20, y: 6 * y - 9 }));
  view.update({ ...plain, positions: flat(far) });
  await rest();
  const { at, shown } = frameOf(far);
  for (const [i, place] of far.entries()) {
    expect(inside(shown[i])).toBe(true);
    expect(distance(shown[i], at(place))).toBeLessThan(0.05);
  }
});

describe("one dimension against steps", () => {
  const values = [-1, 0.5, 2];
  /** What each was at steps 1, 10 and 100. */
  const past = [
    [0.2, -0.4, -0.8],
    [0, 0.1, 0.3],
    [0.4, 1.5, 1.8],
  ];
  const data: LatentData = {
    ...plain,
    x: "step",
    labels: ["a", "b", "c"],
    grouping: { kind: "classes", of: Uint8Array.of(0, 1, 2), count: 3 },
    captions: ["step", "E"],
    positions: Float32Array.from(values.flatMap((value) => [1000, value])),
    trails: {
      steps: [1, 10, 100],
      positions: Float32Array.from(
        [0, 1, 2].flatMap((s) => past.flatMap((of) => [10 ** s, of[s]])),
      ),
    },
  };
  const toY = () => {
    const shown = discs();
    const unit = (shown[0].y - shown[2].y) / (values[2] - values[0]);
    return { unit, y: (value: number) => shown[0].y - unit * (value - values[0]) };
  };
  /** Left of its words, 4 px, is the line of a power of ten. */
  const decades = () => {
    const marks = scribe.on(canvas());
    return new Map(marks.map(({ text, x }) => [text, x - 4]));
  };

  test("steps go to the right on a log axis, values up, and all repons stand at the shown step", async () => {
    view.update(data);
    await rest();
    const shown = discs();
    const { y, unit } = toY();
    expect(unit).toBeGreaterThan(20);
    expect(shown[1].y).toBeCloseTo(y(values[1]), 1);
    for (const { x } of shown) expect(x).toBeCloseTo(shown[0].x, 1);
    const at = decades();
    const [one, ten, hundred] = ["1", "10¹", "10²"].map((text) => at.get(text) as number);
    expect(one).toBeGreaterThan(0);
    expect(ten - one).toBeGreaterThan(60);
    expect(hundred - ten).toBeCloseTo(ten - one, 1);
    // Three decades from 1 to the shown step.
    expect(shown[0].x - one).toBeCloseTo(3 * (ten - one), 1);
    // Columns of labels to the right, in the order of the values.
    const labels = [...stand.root.querySelectorAll(".tag")].map((node) =>
      middleOf(node, stand.root),
    );
    for (const label of labels) expect(label.x).toBeGreaterThan(shown[0].x);
    expect(labels[0].y).toBeGreaterThan(labels[1].y);
    expect(labels[1].y).toBeGreaterThan(labels[2].y);
  });

  test("a trail is at each step where the repon was", async () => {
    view.update(data);
    await rest();
    const { y } = toY();
    const at = decades();
    const seen = paper();
    for (const [text, s] of [
      ["10¹", 1],
      ["10²", 2],
    ] as const)
      for (const of of past) {
        // Two pixels beside the line of the grid.
        const x = (at.get(text) as number) - 2;
        const column = Array.from({ length: Math.floor(seen.bottom) }, (_, row) => row)
          // More than a line of the grid.
          .filter((row) => seen.colour({ x, y: row })[3] > 0.1 * 255)
          .map((row) => Math.abs(row + 0.5 - y(of[s])));
        expect(Math.min(...column)).toBeLessThan(2.5);
      }
  });

  test("the field is high where the values are that have it", async () => {
    const bounds = { x0: 1, x1: 1000, y0: -1.5, y1: 2.5 };
    const field = (values: readonly number[]): Field => ({
      cols: 1,
      rows: 4,
      values: Float32Array.from(values),
      bounds,
      caption: "P",
    });
    const read = async (values: readonly number[], value: number): Promise<Colour> => {
      view.update({ ...data, trails: null, field: field(values) });
      await rest();
      // Between 10 and 100, where there is no line of the grid.
      const x = ((decades().get("10¹") as number) + (decades().get("10²") as number)) / 2;
      return paper().colour({ x, y: toY().y(value) + 3 });
    };
    const [no, yes] = [await read([0, 0, 0, 0], -1), await read([1, 1, 1, 1], -1)];
    const p = [0.1, 0.3, 0.75, 0.95];
    const seen: number[] = [];
    for (const value of [-1, 0, 1, 2]) seen.push(share(await read(p, value), no, yes));
    // Three pixels off the middle of a cell of about sixty, between rows that differ by up to 0.45.
    expect(seen).toBeAllclose(p, { atol: 0.05 });
  });
});
