/**
 * @file The relation matrix in a browser: x goes down, y goes right, and what is drawn, named and
 * pressed in a cell is that pair. The relation is x < y or a single pair: nothing here is symmetric.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Mounted } from "../../../../src/kit/draw/view";
import { type MatrixData, matrix, type Pair } from "../../../../src/kit/live/view/matrix";
import {
  type At,
  boxOf,
  type Colour,
  distance,
  drag,
  middle,
  readCanvas,
  still,
  turnWheel,
} from "../../../reading/pixels";
import { makeScribe, type Scribe } from "../../../reading/writing";
import { makeStand, press } from "../../../stand";

const stand = makeStand(460, 420);

const n = 6;
const pairs = Array.from({ length: n * n }, (_, k): Pair => ({ x: Math.floor(k / n), y: k % n }));
const isPair = (of: Pair) => (pair: Pair) => pair.x === of.x && pair.y === of.y;
const less = ({ x, y }: Pair) => x < y;

/** R, trained on and P, each where `of` holds. */
const data = (of: {
  readonly truth?: (pair: Pair) => boolean;
  readonly held?: (pair: Pair) => boolean;
  readonly prediction?: (pair: Pair) => number;
  readonly show?: MatrixData["show"];
  readonly order?: readonly number[];
  readonly highlighted?: readonly number[];
}): MatrixData => ({
  n,
  labels: ["a", "b", "c", "d", "e", "f"],
  truth: pairs.map((pair) => (of.truth?.(pair) ? 1 : 0)),
  mask: pairs.map((pair) => (of.held?.(pair) ? 0 : 1)),
  prediction: of.prediction ? pairs.map(of.prediction) : null,
  show: of.show ?? "truth",
  order: of.order ?? null,
  highlighted: of.highlighted ?? [],
});

const ORDERS = [
  ["as elements come", [0, 1, 2, 3, 4, 5]],
  // No turn of it is its own inverse: rows and columns of elements and places are told apart.
  ["sorted", [2, 4, 0, 5, 1, 3]],
] as const;

let view: Mounted<MatrixData>;
let scribe: Scribe;
let hovered: (Pair | null)[];
let picked: Pair[];
beforeEach(() => {
  [hovered, picked] = [[], []];
  scribe = makeScribe(true);
  view = matrix(stand.root, {
    onHover: (pair) => hovered.push(pair),
    onPick: (pair) => picked.push(pair),
  });
});
afterEach(() => {
  view.destroy();
  scribe.stop();
});

const canvases = () => [...stand.root.querySelectorAll("canvas")];
const cells = () => readCanvas(canvases()[0], stand.root);
const over = () => canvases()[1];

/** The square of all cells, whatever is painted on the lower canvas, and the middles of its cells. */
function square() {
  const painted = cells().where(([, , , a]) => a > 0);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of painted) {
    [left, right] = [Math.min(left, x - 0.5), Math.max(right, x + 0.5)];
    [top, bottom] = [Math.min(top, y - 0.5), Math.max(bottom, y + 0.5)];
  }
  expect(right - left).toBe(bottom - top);
  const cell = (right - left) / n;
  /** Row and column are counted from the upper left. */
  const at = (row: number, column: number): At => ({
    x: left + (column + 0.5) * cell,
    y: top + (row + 0.5) * cell,
  });
  return { left, top, cell, at };
}

/** Blue of 1, red of an error, orange of a held-out pair's frame: each far from the others and from grey. */
const isBlue = ([r, , b]: Colour) => b - r > 60;
const isRed = ([r, g, b, a]: Colour) => a > 200 && r - g > 60 && r - b > 20;

const pointAt = ({ x, y }: At, kind: string) => stand.point(over(), kind, x, y);

describe.each(ORDERS)("%s", (_, order) => {
  test("a single pair (x, y) is in the row of x, counted from the top, and the column of y, from the left", () => {
    view.update(data({ order }));
    const { at: cellAt } = square();
    for (const [row, column] of [
      [0, 4],
      [4, 0],
      [1, 3],
      [5, 2],
    ]) {
      const pair = { x: order[row], y: order[column] };
      view.update(data({ truth: isPair(pair), order }));
      const at = middle(cells().where(isBlue));
      // Cells are whole pixels, with a gap of one between them.
      expect(distance(at, cellAt(row, column))).toBeLessThan(1.5);
      pointAt(at, "pointermove");
      pointAt(at, "click");
      expect(hovered.at(-1)).toEqual(pair);
      expect(picked.at(-1)).toEqual(pair);
      const { labels } = data({});
      expect(stand.find(".reading").textContent).toMatch(
        new RegExp(`^R\\(${labels[pair.x]}, ${labels[pair.y]}\\) = 1`),
      );
    }
  });

  test("x < y is blue in exactly the cells whose pair has it", () => {
    view.update(data({ order }));
    const { at: cellAt } = square();
    view.update(data({ truth: less, order }));
    const seen = cells();
    for (let row = 0; row < n; row++)
      for (let column = 0; column < n; column++)
        expect(isBlue(seen.colour(cellAt(row, column)))).toBe(order[row] < order[column]);
  });

  test("rows are named at the left, columns above, each at its middle", () => {
    view.update(data({ order }));
    const { at: cellAt, left, top } = square();
    view.update(data({ truth: less, order }));
    const { labels } = data({});
    const box = boxOf(over(), stand.root);
    const words = scribe.on(over()).map((word) => ({
      ...word,
      x: word.x + box.left,
      y: word.y + box.top,
    }));
    const beside = words.filter(({ x }) => x < left).sort((a, b) => a.y - b.y);
    const above = words.filter(({ y }) => y < top).sort((a, b) => a.x - b.x);
    expect(beside.map(({ text }) => text)).toEqual(order.map((x) => labels[x]));
    expect(above.map(({ text }) => text)).toEqual(order.map((y) => labels[y]));
    for (const [i, { y }] of beside.entries()) expect(Math.abs(y - cellAt(i, 0).y)).toBeLessThan(1);
    for (const [i, { x }] of above.entries()) expect(Math.abs(x - cellAt(0, i).x)).toBeLessThan(1);
  });

  test("a prediction is at its cell, an error at its own, and a frame around a held-out pair alone", () => {
    view.update(data({ order }));
    const { at: cellAt } = square();
    const [likely, held] = [
      { x: order[1], y: order[4] },
      { x: order[5], y: order[2] },
    ];
    const of = {
      truth: () => false,
      held: isPair(held),
      prediction: (pair: Pair) => (isPair(likely)(pair) ? 0.9 : 0),
      order,
    };
    view.update(data({ ...of, show: "prediction" }));
    expect(distance(middle(cells().where(isBlue)), cellAt(1, 4))).toBeLessThan(1.5);
    // P is 0 there and its frame is not blue: red plus green over twice blue.
    const orange = ([r, , b, a]: Colour) => a > 200 && r - b > 50;
    expect(distance(middle(cells().where(orange)), cellAt(5, 2))).toBeLessThan(1.5);
    expect(orange(cells().colour(cellAt(5, 2)))).toBe(false);
    view.update(data({ ...of, held: () => false, show: "errors" }));
    expect(cells().where(isBlue)).toHaveLength(0);
    expect(distance(middle(cells().where(isRed)), cellAt(1, 4))).toBeLessThan(1.5);
    // What is predicted rightly is no error.
    view.update(data({ ...of, truth: isPair(likely), held: () => false, show: "errors" }));
    expect(cells().where(isRed)).toHaveLength(0);
    view.update(data({ ...of, held: () => false, show: "truth" }));
    expect(cells().where(isBlue)).toHaveLength(0);
  });

  test("rows and columns of highlighted elements stay, everything else is paled", () => {
    view.update(data({ order }));
    const { at: cellAt } = square();
    const lit: readonly number[] = [order[1], order[4]];
    view.update(data({ truth: less, order, highlighted: lit }));
    const veil = readCanvas(over(), stand.root);
    for (let row = 0; row < n; row++)
      for (let column = 0; column < n; column++) {
        const [, , , a] = veil.colour(cellAt(row, column));
        const clear = lit.includes(order[row]) || lit.includes(order[column]);
        expect(a > 100).toBe(!clear);
      }
  });

  test("the frame and the lit row and column are those of the cell pointed at", () => {
    view.update(data({ order }));
    const { at: cellAt, left, top } = square();
    view.update(data({ truth: less, order }));
    pointAt(cellAt(1, 4), "pointermove");
    expect(hovered.at(-1)).toEqual({ x: order[1], y: order[4] });
    const veil = readCanvas(over(), stand.root);
    expect(veil.colour(cellAt(1, 0))[3]).toBe(0);
    expect(veil.colour(cellAt(0, 4))[3]).toBe(0);
    expect(veil.colour(cellAt(4, 1))[3]).toBeGreaterThan(100);
    const ink = veil.where(([r, g, b, a]) => a > 200 && r + g + b < 150);
    const frame = ink.filter(({ x, y }) => x > left && y > top);
    // Four sides of a cell; the veil around it is pale.
    expect(frame.length).toBeGreaterThan(100);
    expect(distance(middle(frame), cellAt(1, 4))).toBeLessThan(2);
  });

  test("arrow keys go to the cell below and to the one at the right", () => {
    view.update(data({ order }));
    const { at: cellAt } = square();
    view.update(data({ truth: less, order }));
    for (const key of [
      "ArrowDown",
      "ArrowDown",
      "ArrowRight",
      "ArrowRight",
      "ArrowRight",
      "ArrowUp",
    ])
      press(over(), key);
    // The first press enters the matrix at its upper left.
    expect(hovered.at(-1)).toEqual({ x: order[0], y: order[3] });
    pointAt(cellAt(0, 3), "pointermove");
    expect(hovered).toHaveLength(6);
  });

  test("zoomed and moved, what is pressed is what is seen there", async () => {
    view.update(data({ order }));
    const { left, cell } = square();
    const pair = { x: order[1], y: order[3] };
    view.update(data({ truth: isPair(pair), order }));
    const before = middle(cells().where(isBlue));
    // A mouse is at whole pixels.
    const held = { x: Math.round(before.x), y: Math.round(before.y) };
    turnWheel(over(), held, -250, stand.root);
    await still(() => String(cells().where(isBlue).length));
    const size = cells().where(isBlue).length;
    expect(size).toBeGreaterThan(1.5 * cell ** 2);
    expect(distance(middle(cells().where(isBlue)), before)).toBeLessThan(2);
    drag(over(), held, 24, -17, stand.root);
    await still(() => JSON.stringify(middle(cells().where(isBlue))));
    const after = middle(cells().where(isBlue));
    expect([after.x, after.y]).toBeAllclose([before.x + 24, before.y - 17], { atol: 2 });
    pointAt(after, "pointermove");
    pointAt(after, "click");
    expect([hovered.at(-1), picked]).toEqual([pair, [pair]]);
    // Its name has come along: a row's at its height.
    const box = boxOf(over(), stand.root);
    const { labels } = data({});
    const row = scribe
      .on(over())
      .find(({ text, x }) => text === labels[pair.x] && x + box.left < left);
    expect(Math.abs((row?.y ?? Number.NaN) + box.top - after.y)).toBeLessThan(2);
  });
});
