/**
 * @file A brush over the relation matrix in a browser: what mouse, finger and keys go over is painted, no more and no
 * less, and the picture stays where it is. Read back from the pixels that were drawn.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lineOfCells } from "../../../../src/kit/draw/cells";
import type { Mounted } from "../../../../src/kit/draw/view";
import { type MatrixData, matrix } from "../../../../src/kit/live/view/matrix";
import { uniform } from "../../../../src/theory/random";
import { type At, type Colour, drag, readCanvas, still, turnWheel } from "../../../reading/pixels";
import { makeStand } from "../../../stand";

const stand = makeStand(460, 420);

interface Held {
  readonly n: number;
  readonly truth: Uint8Array;
  readonly mask: Uint8Array;
  readonly brush: "truth" | "mask" | null;
}

let view: Mounted<MatrixData>;
let held: Held;
let strokes: { value: 0 | 1; cells: string[] }[];
let rests: number;
let picked: number;

const dataOf = ({ n, truth, mask, brush }: Held): MatrixData => ({
  n,
  truth: truth.slice(),
  mask: brush === "truth" ? null : mask.slice(),
  prediction: null,
  show: "truth",
  labels: Array.from({ length: n }, (_, x) => String(x)),
  order: null,
  highlighted: [],
  brush,
});

function open(n: number, brush: Held["brush"] = "truth"): void {
  held = { n, truth: new Uint8Array(n * n), mask: new Uint8Array(n * n).fill(1), brush };
  view.update(dataOf(held));
  measure();
}

beforeEach(() => {
  [strokes, rests, picked] = [[], 0, 0];
  view = matrix(stand.root, {
    onPaint(pairs, value) {
      strokes.push({ value, cells: pairs.map(({ x, y }) => `${x} ${y}`) });
      const bits = held.brush === "mask" ? held.mask : held.truth;
      for (const { x, y } of pairs) bits[x * held.n + y] = value;
      view.update(dataOf(held));
    },
    onRest: () => {
      rests++;
    },
    onPick: () => {
      picked++;
    },
  });
});
afterEach(() => view.destroy());

const canvases = () => [...stand.root.querySelectorAll("canvas")];
const over = () => canvases()[1];
const paper = () => readCanvas(canvases()[0], stand.root);
const isBlue = ([r, , b]: Colour) => b - r > 60;

/** Upper left corner of all cells, unzoomed, and the width of one. */
let square: { left: number; top: number; cell: number };
function measure(): void {
  const painted = paper().where(([, , , a]) => a > 0);
  const edge = (pick: (a: number, b: number) => number, of: (at: At) => number) =>
    painted.reduce((best, at) => pick(best, of(at)), of(painted[0]));
  const left = edge(Math.min, ({ x }) => x) - 0.5;
  const right = edge(Math.max, ({ x }) => x) + 0.5;
  square = { left, top: edge(Math.min, ({ y }) => y) - 0.5, cell: (right - left) / held.n };
}

/** Middle of a cell of the unzoomed picture. */
const middleOf = (row: number, column: number): At => ({
  x: square.left + (column + 0.5) * square.cell,
  y: square.top + (row + 0.5) * square.cell,
});

/** Pairs that are blue in the picture. */
const blue = () => {
  const seen = paper();
  return Array.from(held.truth.keys()).filter((pair) =>
    isBlue(seen.colour(middleOf(Math.floor(pair / held.n), pair % held.n))),
  );
};

type Kind = "mouse" | "touch";
function pointer(kind: string, at: At, pointerType: Kind = "mouse", pointerId = 1): void {
  const { left, top } = stand.root.getBoundingClientRect();
  const [clientX, clientY] = [left + at.x, top + at.y];
  over().dispatchEvent(
    new PointerEvent(kind, { clientX, clientY, pointerType, pointerId, bubbles: true, button: 0 }),
  );
}

function paintAlong(places: readonly At[], kind: Kind = "mouse"): void {
  pointer("pointerdown", places[0], kind);
  for (const place of places.slice(1)) pointer("pointermove", place, kind);
  pointer("pointerup", places[places.length - 1], kind);
}

const key = (name: string, shiftKey = false, kind = "keydown") =>
  over().dispatchEvent(
    new KeyboardEvent(kind, { key: name, shiftKey, bubbles: true, cancelable: true }),
  );

describe("a line of cells", () => {
  test("has every cell between its ends once, each beside the one before", () => {
    for (let row = -7; row <= 7; row++)
      for (let column = -7; column <= 7; column++) {
        const line = lineOfCells([0, 0], [row, column]);
        expect(line).toHaveLength(Math.max(Math.abs(row), Math.abs(column)) + 1);
        expect(line[0]).toEqual([0, 0]);
        expect(line.at(-1)).toEqual([row, column]);
        for (const [i, [r, c]] of line.entries()) {
          if (i > 0)
            expect(Math.max(Math.abs(r - line[i - 1][0]), Math.abs(c - line[i - 1][1]))).toBe(1);
          // No further from the straight line than half a cell.
          const long = Math.max(Math.abs(row), Math.abs(column));
          if (long > 0) {
            expect(Math.abs(r - (row * i) / long)).toBeLessThanOrEqual(0.5);
            expect(Math.abs(c - (column * i) / long)).toBeLessThanOrEqual(0.5);
          }
        }
      }
  });
});

describe.each(["mouse", "touch"] as const)("by %s", (kind) => {
  beforeEach(() => {
    // A made-up finger has no capture.
    vi.spyOn(Element.prototype, "setPointerCapture").mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("a stroke paints every cell between two of its places, in its row and column", () => {
    open(12);
    paintAlong([middleOf(2, 1), middleOf(2, 9), middleOf(7, 9)], kind);
    const expected = [];
    for (let y = 1; y <= 9; y++) expected.push(2 * 12 + y);
    for (let x = 3; x <= 7; x++) expected.push(x * 12 + 9);
    expect(blue()).toEqual(expected);
    expect(rests).toBe(1);
    expect(picked).toBe(0);
  });

  test("gives what it goes over the value that its first cell had not", () => {
    open(8);
    held.truth.fill(1, 3 * 8, 3 * 8 + 5);
    view.update(dataOf(held));
    paintAlong([middleOf(3, 2), middleOf(3, 7)], kind);
    expect(blue()).toEqual([24, 25]);
    expect(strokes.every(({ value }) => value === 0)).toBe(true);
    paintAlong([middleOf(3, 6), middleOf(3, 0)], kind);
    expect(blue()).toEqual([24, 25, 26, 27, 28, 29, 30]);
  });

  test("a press alone paints its cell", () => {
    open(8);
    paintAlong([middleOf(5, 6)], kind);
    expect(blue()).toEqual([46]);
    expect(rests).toBe(1);
  });

  test("beyond the edge nothing is painted, and the stroke goes on inside", () => {
    open(8);
    const edge = middleOf(0, 7);
    paintAlong([edge, { x: edge.x + 80, y: edge.y }, middleOf(4, 7)], kind);
    expect(blue()).toContain(7);
    expect(blue()).toContain(4 * 8 + 7);
    for (const { cells } of strokes)
      for (const cell of cells) expect(cell).toMatch(/^[0-7] [0-7]$/);
  });
});

test("two fingers zoom and paint nothing", () => {
  vi.spyOn(Element.prototype, "setPointerCapture").mockImplementation(() => {});
  open(8);
  pointer("pointerdown", middleOf(2, 2), "touch", 5);
  pointer("pointerdown", middleOf(5, 5), "touch", 6);
  pointer("pointermove", middleOf(1, 1), "touch", 5);
  pointer("pointermove", middleOf(6, 6), "touch", 6);
  pointer("pointerup", middleOf(1, 1), "touch", 5);
  pointer("pointerup", middleOf(6, 6), "touch", 6);
  expect(strokes).toEqual([]);
  vi.restoreAllMocks();
});

test("under a brush a finger does not scroll; without one it does, and a press picks", () => {
  open(8);
  expect(over().style.touchAction).toBe("none");
  open(8, null);
  expect(over().style.touchAction).toBe("pan-y");
  paintAlong([middleOf(2, 2), middleOf(3, 3)]);
  expect(strokes).toEqual([]);
  pointer("click", middleOf(2, 2));
  expect(picked).toBe(1);
});

test("zoomed, what is painted is what is seen there, and a drag does not move the picture", async () => {
  open(8);
  held.truth[3 * 8 + 4] = 1;
  view.update(dataOf(held));
  const at = middleOf(3, 4);
  const spot = { x: Math.round(at.x), y: Math.round(at.y) };
  turnWheel(over(), spot, -400, stand.root);
  await still(() => String(paper().where(isBlue).length));
  const before = paper().where(isBlue);
  const wide = Math.sqrt(before.length);
  drag(over(), spot, 30, 20, stand.root);
  await still(() => String(paper().where(isBlue).length));
  expect(paper().where(isBlue)).toHaveLength(before.length);
  // The right neighbour is a cell's width on.
  paintAlong([{ x: spot.x + wide, y: spot.y }]);
  expect(held.truth[3 * 8 + 5]).toBe(1);
  expect(held.truth.reduce((a, b) => a + b)).toBe(2);
  expect(paper().where(isBlue).length).toBeGreaterThan(1.7 * before.length);
  // A double press paints twice and does not show all again.
  over().dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  await still(() => String(paper().where(isBlue).length));
  expect(paper().where(isBlue).length).toBeGreaterThan(1.7 * before.length);
});

describe("by keys alone", () => {
  test("any relation on 30 elements is drawn from nothing", () => {
    open(30);
    const target = Uint8Array.from({ length: 900 }, (_, pair) =>
      uniform(7, "relation", pair) < 0.4 ? 1 : 0,
    );
    over().focus();
    key("ArrowRight");
    for (let x = 0; x < 30; x++) {
      // There and back, like a plough.
      for (let i = 0; i < 30; i++) {
        const y = x % 2 === 0 ? i : 29 - i;
        if (target[x * 30 + y] !== held.truth[x * 30 + y]) key(i % 2 === 0 ? " " : "Enter");
        if (i < 29) key(x % 2 === 0 ? "ArrowRight" : "ArrowLeft");
      }
      key("ArrowDown");
    }
    expect(held.truth).toEqual(target);
    expect(blue()).toEqual(Array.from(target.keys()).filter((pair) => target[pair] === 1));
  });

  test("Shift and arrows paint on with the last value, as one stroke", () => {
    open(10);
    over().focus();
    key("ArrowRight");
    key(" ");
    rests = 0;
    for (let i = 0; i < 4; i++) key("ArrowRight", true);
    for (let i = 0; i < 3; i++) key("ArrowDown", true);
    expect(rests).toBe(0);
    key("Shift", false, "keyup");
    expect(rests).toBe(1);
    expect(blue()).toEqual([0, 1, 2, 3, 4, 14, 24, 34]);
    // The other value, once it is used.
    key("Enter");
    key("ArrowUp", true);
    key("Shift", false, "keyup");
    expect(blue()).toEqual([0, 1, 2, 3, 4, 14]);
  });

  test("what the keys do is said", () => {
    open(4);
    expect(over().getAttribute("aria-label")).toMatch(/arrows move, Space flips a cell, Shift/);
  });
});

test("the split is painted by the same brush: what was trained on is held out", () => {
  open(6, "mask");
  paintAlong([middleOf(1, 1), middleOf(1, 3)]);
  expect(Array.from(held.mask.keys()).filter((pair) => held.mask[pair] === 0)).toEqual([7, 8, 9]);
  expect(held.truth.every((bit) => bit === 0)).toBe(true);
  const orange = ([r, , b, a]: Colour) => a > 200 && r - b > 50;
  expect(paper().where(orange).length).toBeGreaterThan(20);
});
