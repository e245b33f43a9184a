/** @file Guesses at how long a prediction is any good: upright lines at their steps, through all strips. */
import { expect, test } from "vitest";
import { pairTrack } from "../../../../src/chapters/pairs/view/pairTrack";
import type { PairTrackData } from "../../../../src/chapters/pairs/view/pairTrackLayout";
import { expectPlaces, middleOf } from "../../../reading/axes";
import { guessesOf, holdOf, slide } from "../../../reading/guesses";
import { makeStand, press } from "../../../stand";
import { approach } from "../figures/pairs";

const stand = makeStand(520, 460);
const END = 1000;

const guessed = (own: number, open = true): PairTrackData => ({
  ...approach(3),
  guessed: {
    own: [own],
    open,
    room: [[0], [250], [Infinity]],
    spread: { low: [100], median: [250], high: [900] },
  },
});

/** Where so many steps stand, by the ticks under the strips. */
function scale(): (steps: number) => number {
  const tick = (text: string) =>
    middleOf(
      [...stand.root.querySelectorAll(".grid .tick[text-anchor=middle]")].find(
        (node) => node.textContent === text,
      ) ?? stand.root,
    ).x;
  const [zero, end] = [tick("0"), tick("1,000")];
  return (steps) => zero + ((end - zero) * steps) / END;
}

function draw(own: number) {
  const told: number[] = [];
  const view = pairTrack(stand.root, {
    onGuess(steps) {
      told.push(steps);
      view.update(guessed(steps));
    },
  });
  view.update(guessed(own));
  return { view, told, x: scale() };
}

test("each stands at its step; what is not in sight stands at the end", () => {
  const { view, x } = draw(400);
  const { room, half, median, own } = guessesOf(stand.root);
  expectPlaces(
    room.map(({ left }) => left),
    [x(0), x(250), x(END)],
  );
  expectPlaces([half?.left ?? 0, half?.right ?? 0], [x(100), x(900)]);
  expectPlaces([median?.left ?? 0, own?.left ?? 0], [x(250), x(400)]);
  view.destroy();
});

test("one's own follows the pointer and keys along the axis", () => {
  const { view, told, x } = draw(400);
  slide(holdOf(stand.root), x(700) - x(400));
  expect(Math.abs(told[0] - 700)).toBeLessThan(5);
  const before = told[0];
  for (const key of ["ArrowRight", "PageDown", "Home", "ArrowLeft", "End"])
    press(holdOf(stand.root), key);
  expect(told.slice(1)).toEqual([before + 10, before - 90, 0, 0, END]);
  view.destroy();
});

test("while it is made the reading keeps silent about the network", () => {
  const view = stand.mount(pairTrack, guessed(400), {});
  expect(stand.caption).toMatch(/^after 1,000 steps: Eq\. 7 .*; the network is hidden$/);
  expect(stand.svg.getAttribute("aria-label")).toContain("hidden until the guess is revealed");
  expect(stand.svg.getAttribute("aria-label")).not.toContain("off by a factor");
  view.update(guessed(400, false));
  expect(stand.caption).toContain("network");
  expect(stand.caption).not.toContain("hidden");
  view.destroy();
});
