/**
 * @file Guesses over Figure 4: a band reaches from the column of its first depth to that of its last, and
 * either end can be moved.
 */
import { expect, test } from "vitest";
import { depthChart } from "../../../../src/chapters/depth/view/depthChart";
import type { DepthChartData } from "../../../../src/chapters/depth/view/depthLayout";
import { axisOf, expectPlaces, ticksOf } from "../../../reading/axes";
import { guessesOf, holdOf, slide } from "../../../reading/guesses";
import { makeStand, press } from "../../../stand";
import { laddered } from "../figures/depth";

const stand = makeStand(600, 380);

const guessed = (own: readonly number[] | null, open = true): DepthChartData => ({
  ...laddered,
  guessed: {
    own,
    open,
    room: [
      [0, 4],
      [2, 2],
      [Infinity, Infinity],
    ],
    spread: { low: [0, 2], median: [1, 3], high: [2, 4] },
  },
});

/** A chart that keeps what is guessed on it. */
function draw(own: readonly number[]) {
  const told: (readonly number[])[] = [];
  const view = depthChart(stand.root, {
    onPick: () => {},
    onGuess(ends) {
      told.push(ends);
      view.update(guessed(ends));
    },
  });
  view.update(guessed(own));
  const x = axisOf(ticksOf(stand).x, "linear", 1);
  return { view, told, x, column: x(1) - x(0) };
}

test("a band covers the columns from its first depth to its last, one's own and the room's", () => {
  const { view, x } = draw([1, 3]);
  const { room, own, median, half } = guessesOf(stand.root);
  const ends = (of: DOMRect | undefined) => [of?.left ?? 0, of?.right ?? 0];
  expectPlaces(ends(own), [x(0.5), x(3.5)]);
  expectPlaces(ends(median), [x(0.5), x(3.5)]);
  expectPlaces(ends(room[0]), [x(-0.5), x(4.5)]);
  expectPlaces(ends(room[1]), [x(1.5), x(2.5)]);
  // Half of the room begins at 0 to 2 and ends at 2 to 4.
  expectPlaces(ends(half), [x(-0.5), x(4.5)]);
  // Who expects that no depth generalises has no band.
  expect(stand.root.querySelectorAll(".guesses .room")[2].getAttribute("d")).toBe("");
  view.destroy();
});

test("either end is moved by the pointer, and takes the other along where it would pass it", () => {
  const { view, told, column } = draw([1, 3]);
  slide(holdOf(stand.root, 0), column);
  slide(holdOf(stand.root, 1), 2 * column);
  slide(holdOf(stand.root, 1), -5 * column);
  expect(told).toEqual([
    [2, 3],
    [2, 5],
    [0, 0],
  ]);
  view.destroy();
});

test("and by keys, within the depths that there are", () => {
  const { view, told } = draw([1, 3]);
  const [from, to] = [() => holdOf(stand.root, 0), () => holdOf(stand.root, 1)];
  expect(from().getAttribute("aria-valuetext")).toBe("1 hidden layers");
  press(from(), "ArrowRight");
  press(to(), "End");
  press(to(), "ArrowRight");
  press(from(), "Home");
  expect(told).toEqual([
    [2, 3],
    [2, 5],
    [0, 5],
  ]);
  view.destroy();
});

test("nothing can be moved once it is revealed", () => {
  const view = stand.mount(depthChart, guessed([1, 3], false), { onPick: () => {} });
  expect(stand.root.querySelector(".guess-hold")).toBeNull();
  expect(guessesOf(stand.root).own).toBeDefined();
  view.destroy();
});
