/**
 * @file Chapter 2’s guesses: curves that others have drawn stand at their shares, and pairs that a reader names
 * are marked, by press, stroke and key.
 */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import {
  type SampleMatrixData,
  sampleMatrix,
} from "../../../../src/chapters/data/view/sampleMatrix";
import { axisOf, endsOf, expectPlaces, heightAt, heightsAt, ticksOf } from "../../../reading/axes";
import { makeStand, pixel, press } from "../../../stand";
import { bounded } from "../figures/bound";

const stand = makeStand(520, 440);

const FRACTIONS = [0, 0.25, 1];
const nothing = { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} };

test("curves of a room go through their shares, and their half lies between two of them", () => {
  const view = stand.mount(
    boundChart,
    {
      ...bounded,
      guesses: {
        fractions: FRACTIONS,
        guessed: {
          own: null,
          open: false,
          room: [
            [0.2, 0.5, 1],
            [0.4, 0.9, 0.95],
          ],
          spread: { low: [0.3, 0.5, 0.9], median: [0.4, 0.6, 0.95], high: [0.5, 0.8, 1] },
        },
      },
    },
    nothing,
  );
  const ticks = ticksOf(stand);
  const [x, y] = [axisOf(ticks.x, "root", 1), axisOf(ticks.y, "linear", -1)];
  const [first, second] = stand.root.querySelectorAll(".guesses .room");
  expectPlaces(
    endsOf(first).map((at) => at.y),
    [y(0.2), y(1)],
  );
  expectPlaces([heightAt(first, x(0.25)), heightAt(second, x(0.25))], [y(0.5), y(0.9)]);
  expectPlaces([heightAt(stand.find(".guesses .median"), x(0.25))], [y(0.6)]);
  // A quarter of 1 is half of the axis; a quarter of that between the first two points.
  const half = heightsAt(stand.find(".guesses .half"), x(0.0625));
  expectPlaces(half, [y(0.65), y(0.4)]);
  view.destroy();
});

const N = 6;
const sample = (marked: readonly number[], marking = true): SampleMatrixData => ({
  n: N,
  order: [5, 4, 3, 2, 1, 0],
  status: Array.from({ length: N * N }, (_, pair) => (pair % 7 === 0 ? "known" : "guessed")),
  p: Float64Array.from({ length: N * N }, (_, pair) => (pair % 7 === 0 ? 1 : Number.NaN)),
  contradicting: [],
  editable: false,
  marked,
  marking,
  summary: "A sample.",
});

/** A matrix that keeps what is named in it. */
function name(first: readonly number[] = []) {
  const told: number[] = [];
  let marked = [...first];
  const view = sampleMatrix(stand.root, {
    onFlip: () => {},
    onMark(pair) {
      told.push(pair);
      marked = marked.includes(pair) ? marked.filter((each) => each !== pair) : [...marked, pair];
      view.update(sample(marked));
    },
  });
  view.update(sample(marked));
  const canvas = stand.find("canvas") as HTMLCanvasElement;
  const cell = canvas.getBoundingClientRect().width / N;
  const middle = (row: number, column: number) => ({
    x: (column + 0.5) * cell,
    y: (row + 0.5) * cell,
  });
  return { view, told, canvas, middle };
}

test("a pair that is pressed is named, once pressed again it is not; what is known stays", async () => {
  const { view, told, canvas, middle } = name();
  // Rows and columns count down from 5: row 1, column 3 is the pair (4, 2).
  const pair = 4 * N + 2;
  const before = pixel(canvas, middle(1, 3).x, middle(1, 3).y);
  await userEvent.click(canvas, { position: middle(1, 3) });
  expect(told).toEqual([pair]);
  const dot = pixel(canvas, middle(1, 3).x, middle(1, 3).y);
  expect(dot).not.toEqual(before);
  expect(pixel(canvas, middle(3, 1).x, middle(3, 1).y)).toEqual(before);
  await userEvent.click(canvas, { position: middle(1, 3) });
  expect(told).toEqual([pair, pair]);
  await userEvent.click(canvas, { position: middle(2, 2) });
  expect(told).toHaveLength(2);
  view.destroy();
});

test("a stroke names each pair that it passes once, and keys name the one at the cursor", async () => {
  const { view, told, canvas, middle } = name();
  await userEvent.dragAndDrop(canvas, canvas, {
    sourcePosition: middle(0, 1),
    targetPosition: middle(0, 3),
    steps: 30,
  });
  expect(told).toEqual([5 * N + 4, 5 * N + 3, 5 * N + 2]);
  canvas.focus();
  press(canvas, "ArrowDown");
  press(canvas, "Enter");
  expect(told.at(-1)).toBe(4 * N + 2);
  expect(stand.caption).toBe("R(4, 2) follows, you say; press to take it back");
  view.destroy();
});
