/**
 * @file Guesses in the plane of two repons: bars across the line through both starts, as far from its middle
 * as the guess says, to either side.
 */
import { expect, test } from "vitest";
import { twoReponsData } from "../../../../src/chapters/two-repons/model/pictures";
import { twoRepons } from "../../../../src/chapters/two-repons/view/plane";
import type { TwoReponsData } from "../../../../src/chapters/two-repons/view/planeHandles";
import { expectPlaces } from "../../../reading/axes";
import { guessesOf, holdOf, slide } from "../../../reading/guesses";
import { still } from "../../../reading/pixels";
import { makeStand, press } from "../../../stand";
import { stateOf } from "../figures/twoRepons";

const stand = makeStand(520, 420);

/** Two at 3:4, so that places are whole: half their distance is 1. */
const guessed = (own: number, open = true): TwoReponsData => ({
  ...twoReponsData(stateOf({ x1x: 0.6, x1y: 0.8, x2x: -0.6, x2y: -0.8 }, 0)),
  guessed: {
    own: [own],
    open,
    room: [[0.5], [Infinity]],
    spread: { low: [0.5], median: [1], high: [1.5] },
  },
});

async function draw(own: number) {
  const told: number[] = [];
  const view = twoRepons(stand.root, {
    onGuess(distance) {
      told.push(distance);
      view.update(guessed(distance));
    },
  });
  view.update(guessed(own));
  // It is drawn once more where the caption, which is hidden, has given its room.
  await still(() => stand.root.innerHTML);
  const { left, top, width, height } = stand.svg.getBoundingClientRect();
  // The plane reaches from -2 to 2 over the picture's height, the shorter of its sides.
  const unit = height / 4;
  return {
    view,
    told,
    unit,
    x: (u: number) => left + width / 2 + unit * u,
    y: (v: number) => top + height / 2 - unit * v,
  };
}

/** The middles of a path's two bars are as far from the middle of the picture. */
const middles = ({ left, right, top, bottom }: DOMRect) => [(left + right) / 2, (top + bottom) / 2];

test("a guess stands to either side of the middle, across the way between the two", async () => {
  const { view, x, y } = await draw(1.5);
  const { own, room } = guessesOf(stand.root);
  if (!own) throw new Error("nothing is drawn");
  expectPlaces(middles(own), [x(0), y(0)]);
  // Bars of 52 pixels, turned by a quarter from (0.6, 0.8), at 1.5 of it.
  expectPlaces([own.left, own.right], [x(-0.9) - 26 * 0.8, x(0.9) + 26 * 0.8]);
  expectPlaces([own.top, own.bottom], [y(1.2) - 26 * 0.6, y(-1.2) + 26 * 0.6]);
  expectPlaces([room[0].left, room[0].right], [x(-0.3) - 20.8, x(0.3) + 20.8]);
  expect(stand.root.querySelectorAll(".guesses .room")[1].getAttribute("d")).toBe("");
  view.destroy();
});

test("it follows the pointer along that way alone", async () => {
  const { view, told, unit } = await draw(1);
  // Half a unit outwards, up and to the right; then across, which changes nothing.
  slide(holdOf(stand.root), 0.5 * 0.6 * unit, -0.5 * 0.8 * unit);
  expect(told.at(-1)).toBeCloseTo(1.5, 2);
  slide(holdOf(stand.root), 0.2 * 0.8 * unit, 0.2 * 0.6 * unit);
  expect(told.at(-1)).toBeCloseTo(1.5, 2);
  view.destroy();
});

test("keys move it by hundredths, and not to nothing", async () => {
  const { view, told } = await draw(1);
  for (const key of ["ArrowUp", "ArrowLeft", "PageUp", "Home"]) press(holdOf(stand.root), key);
  expect(told).toBeAllclose([1.02, 1, 1.2, 0.01], { atol: 1e-9 });
  view.destroy();
});
