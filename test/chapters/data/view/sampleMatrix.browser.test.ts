/**
 * @file One sample of a relation: R(x, y) is painted in the row of x and the column of y, in the colour
 * of how it is known, and is what the pointer and the keys find there.
 */
import { expect, test } from "vitest";
import {
  type SampleMatrixData,
  sampleMatrix,
} from "../../../../src/chapters/data/view/sampleMatrix";
import { expectUpright, pointAt } from "../../../reading/axes";
import { makeStand, pixel, press } from "../../../stand";

const stand = makeStand(300, 340);
const quiet = { onFlip: () => {} };

/** Rows and columns from first to last. */
const ORDER = [2, 0, 3, 1];
const N = ORDER.length;
const pair = (x: number, y: number) => x * N + y;
const fill = <T>(of: (x: number, y: number) => T): T[] =>
  Array.from({ length: N * N }, (_, i) => of(Math.floor(i / N), i % N));

/** x > y; known where x is 2, follows where else y is 0, else to be guessed. */
const known: SampleMatrixData = {
  n: N,
  order: ORDER,
  status: fill((x, y) => (x === 2 ? "known" : y === 0 ? "follows" : "guessed")),
  p: fill((x, y) => (x > y ? 1 : 0)),
  contradicting: [],
  editable: true,
  summary: "",
};

const canvas = () => stand.find("canvas") as HTMLCanvasElement;
const side = () => canvas().getBoundingClientRect().width / N;

/** Colour in the middle of a cell, or at another share of its width and height. */
const paint = (row: number, column: number, share = 0.5) =>
  pixel(canvas(), (column + share) * side(), (row + share) * side()).slice(0, 3);

/** Colour of a name of the palette. */
function colour(name: string): number[] {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const probe = stand.root.appendChild(document.createElement("i"));
  probe.style.color = `var(--${name})`;
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const apart = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((part, i) => part - b[i]));

const HUES = { known: "ink", follows: "class-3", guessed: "class-1" } as const;

/** A cell for each row and column, in reading order. */
const CELLS = ORDER.flatMap((x, row) => ORDER.map((y, column) => ({ x, y, row, column })));

test("Whether R(x, y) is known, follows or is guessed is painted in the row of x and the column of y", () => {
  // All sure: hues are then those of the palette, without a shade.
  const view = stand.mount(sampleMatrix, { ...known, p: fill(() => 1) }, quiet);
  for (const { x, y, row, column } of CELLS)
    expect(paint(row, column)).toEqual(colour(HUES[known.status[pair(x, y)]]));
  // Left of the canvas and on top of it, as it is read.
  const box = canvas().getBoundingClientRect();
  const { left, top } = stand.root.getBoundingClientRect();
  expect([box.left, box.top]).toEqual([left, top]);
  expectUpright(stand);
  view.destroy();
});

test("The one pair that holds is the strong one among the pale, and a probability is a shade between", () => {
  const view = stand.mount(sampleMatrix, known, quiet);
  const strength = (row: number, column: number) => apart(paint(row, column), colour("panel"));
  // Among those that are to be guessed only R(3, 1) and R(3, 2) hold: row 2 and columns 3 and 0.
  const strong = CELLS.filter(
    ({ x, y, row, column }) =>
      known.status[pair(x, y)] === "guessed" &&
      strength(row, column) > 0.9 * apart(colour(HUES.guessed), colour("panel")),
  );
  expect(strong.map(({ row, column }) => [row, column])).toEqual([
    [2, 0],
    [2, 3],
  ]);
  const chance = (p: number) => {
    view.update({ ...known, p: fill((x, y) => (x === 1 && y === 3 ? p : 0)) });
    return strength(3, 2);
  };
  const shades = [0, 0.25, 0.5, 0.75, 1].map(chance);
  shades.slice(1).forEach((shade, i) => {
    expect(shade).toBeGreaterThan(shades[i]);
  });
  // No pair is so unlikely that it could be taken for the ground.
  expect(shades[0]).toBeGreaterThan(10);
  view.destroy();
});

test("What contradicts is outlined, in its own cell alone", () => {
  const view = stand.mount(sampleMatrix, { ...known, contradicting: [pair(3, 0)] }, quiet);
  // A hundredth of a cell from its corner lies on its outline.
  const outlined = CELLS.filter(
    ({ row, column }) => apart(paint(row, column, 0.01), colour("error")) < 1,
  );
  expect(outlined).toEqual([{ x: 3, y: 0, row: 2, column: 1 }]);
  view.destroy();
});

test("The pointer reads the pair that is painted under it, and a press turns it over", () => {
  const flipped: [number, number][] = [];
  const onFlip = (x: number, y: number) => flipped.push([x, y]);
  const view = stand.mount(sampleMatrix, known, { onFlip });
  const { left, top } = canvas().getBoundingClientRect();
  for (const { x, y, row, column } of CELLS) {
    const at = { x: left + (column + 0.4) * side(), y: top + (row + 0.6) * side() };
    pointAt(stand, canvas(), "pointermove", at);
    expect(stand.caption).toMatch(new RegExp(`^R\\(${x}, ${y}\\)`));
    // The outline of what is pointed at is drawn around that very cell.
    expect(apart(paint(row, column, 0.01), colour("ink"))).toBeLessThan(1);
    pointAt(stand, canvas(), "click", at);
    expect(flipped.at(-1)).toEqual([x, y]);
  }
  view.destroy();
});

test("An arrow key moves the outline its own way: down to the next row, right to the next column", () => {
  const view = stand.mount(
    sampleMatrix,
    { ...known, status: fill(() => "guessed" as const) },
    quiet,
  );
  const outlined = () =>
    CELLS.filter(({ row, column }) => apart(paint(row, column, 0.01), colour("ink")) < 1).map(
      ({ row, column }) => [row, column],
    );
  expect(outlined()).toEqual([]);
  for (const [key, row, column] of [
    ["ArrowRight", 0, 0],
    ["ArrowRight", 0, 1],
    ["ArrowDown", 1, 1],
    ["ArrowDown", 2, 1],
    ["ArrowLeft", 2, 0],
    ["ArrowUp", 1, 0],
  ] as const) {
    press(canvas(), key);
    expect(outlined()).toEqual([[row, column]]);
    expect(stand.caption).toMatch(new RegExp(`^R\\(${ORDER[row]}, ${ORDER[column]}\\)`));
  }
  view.destroy();
});
