/** @file Guesses at the boundary: a line runs through all places where the rates have its ratio. */
import { expect, test } from "vitest";
import { type PhaseGridData, phaseGrid } from "../../../../src/chapters/phases/view/grid";
import { endsOf } from "../../../reading/axes";
import { guessesOf, holdOf, slide } from "../../../reading/guesses";
import { axisOf, ticksOf } from "../../../reading/plane";
import { makeStand, press } from "../../../stand";
import { plane } from "../figures/grid";

const stand = makeStand(600, 600);

const guessed = (own: number, open = true): PhaseGridData => ({
  ...plane(),
  lines: [],
  guessed: {
    own: [own],
    open,
    room: [[0.01], [1], [100]],
    spread: { low: [0.1], median: [1], high: [10] },
  },
});

function draw(own: number) {
  const told: number[] = [];
  const view = phaseGrid(stand.root, {
    onGuess(ratio) {
      told.push(ratio);
      view.update(guessed(ratio));
    },
  });
  view.update(guessed(own));
  return { view, told };
}

test("at every end of a line the rates have its ratio, and the half lies between two", () => {
  const { view } = draw(10);
  const ticks = ticksOf(stand, ".tick");
  const [x, y] = [axisOf(ticks.below, "x", "log"), axisOf(ticks.beside, "y", "log")];
  const ratio = (at: { readonly x: number; readonly y: number }) => x.value(at.x) / y.value(at.y);
  const ends = (kind: string) =>
    [...stand.root.querySelectorAll(`.guesses .${kind}`)].map((path) => endsOf(path).map(ratio));
  for (const [first, last] of ends("own")) {
    expect(first / 10).toBeCloseTo(1, 1);
    expect(last / 10).toBeCloseTo(1, 1);
  }
  expect(ends("room").map(([first]) => Number(first.toPrecision(1)))).toEqual([0.01, 1, 100]);
  view.destroy();
});

test("one's own follows pointer and keys", () => {
  const { view, told } = draw(1);
  const { own } = guessesOf(stand.root);
  // From corner to corner of nine half-decades.
  const decade = (own?.width ?? 0) / 4.5;
  slide(holdOf(stand.root), decade);
  expect(told[0] / 10).toBeCloseTo(1, 1);
  press(holdOf(stand.root), "PageDown");
  expect(told[1] / (told[0] / 10 ** 0.5)).toBeCloseTo(1, 1);
  view.destroy();
});
