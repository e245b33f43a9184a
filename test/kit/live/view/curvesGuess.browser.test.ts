/**
 * @file Guesses at a step over the curves: each stands at its step, can be moved by pointer and keys, and what
 * a room expected is read back from where it is drawn.
 */
import { expect, test, vi } from "vitest";
import { curves } from "../../../../src/kit/live/view/curves";
import type { CurvesData } from "../../../../src/kit/live/view/curvesLayout";
import { guessesOf, holdOf, slide } from "../../../reading/guesses";
import { makeStand, press } from "../../../stand";
import { accuracy } from "../figures/curves";

const stand = makeStand(640, 360);
const END = 100_000;
const ROOM = [30, 100, 340, 1000, 30_000];

const guessed = (own: number | null, open = true): CurvesData => ({
  ...accuracy,
  end: END,
  guessed: {
    own: own === null ? null : [own],
    open,
    room: ROOM.map((step) => [step]),
    spread: { low: [100], median: [340], high: [1000] },
  },
});

/** The step of a place by the powers of ten under the axis. */
function stepAt(x: number): number {
  const ticks = [...stand.root.querySelectorAll<SVGTextElement>(".grid text")].filter((text) =>
    text.dataset.caption?.startsWith("10^"),
  );
  const middle = (text: Element) => {
    const { left, right } = text.getBoundingClientRect();
    return (left + right) / 2;
  };
  const [one, last] = [middle(ticks[0]), middle(ticks[ticks.length - 1])];
  return 10 ** (((x - one) / (last - one)) * (ticks.length - 1));
}

test("the guesses of a room stand at their steps, half of them in the band about the median", () => {
  const view = stand.mount(curves, guessed(420), {});
  const { room, half, median, own } = guessesOf(stand.root);
  expect(room).toHaveLength(ROOM.length);
  room.forEach(({ left }, i) => {
    expect(stepAt(left) / ROOM[i]).toBeCloseTo(1, 1);
  });
  expect(stepAt(half?.left ?? 0) / 100).toBeCloseTo(1, 1);
  expect(stepAt(half?.right ?? 0) / 1000).toBeCloseTo(1, 1);
  expect(stepAt(median?.left ?? 0) / 340).toBeCloseTo(1, 1);
  expect(stepAt(own?.left ?? 0) / 420).toBeCloseTo(1, 1);
  view.destroy();
});

test("one's own follows the pointer along the axis, and says its step", () => {
  const onGuess = vi.fn<(step: number) => void>();
  const onScrub = vi.fn();
  const view = stand.mount(curves, guessed(420), { onGuess, onScrub });
  const hold = holdOf(stand.root);
  expect(hold.getAttribute("aria-valuetext")).toBe("step 420");
  const { x } = slide(hold, 80);
  expect(onGuess).toHaveBeenCalledOnce();
  const [step] = onGuess.mock.calls[0];
  expect(step / stepAt(x)).toBeCloseTo(1, 1);
  expect(onScrub).not.toHaveBeenCalled();
  view.destroy();
});

test("keys move it: arrows a little, pages by two, the ends to the ends", () => {
  const told: number[] = [];
  const view = curves(stand.root, {
    onGuess(step) {
      told.push(step);
      view.update(guessed(step));
    },
  });
  view.update(guessed(400));
  for (const key of [
    "ArrowRight",
    "ArrowLeft",
    "PageUp",
    "PageDown",
    "Home",
    "ArrowLeft",
    "ArrowRight",
    "End",
  ])
    press(holdOf(stand.root), key);
  expect(told).toEqual([420, 400, 800, 400, 1, 1, 2, END]);
  expect(press(holdOf(stand.root), "q")).toBe(true);
  view.destroy();
});

test("once revealed it stays where it was and cannot be moved; what never comes stands at the end", () => {
  const view = stand.mount(curves, guessed(420, false), {});
  expect(stand.root.querySelector(".guess-hold")).toBeNull();
  expect(stepAt(guessesOf(stand.root).own?.left ?? 0) / 420).toBeCloseTo(1, 1);
  view.update(guessed(Infinity, false));
  expect(stepAt(guessesOf(stand.root).own?.left ?? 0) / END).toBeCloseTo(1, 1);
  expect(stand.texts(".guesses text")).toEqual(["you: never"]);
  view.update(accuracy);
  expect(stand.root.querySelector(".guesses")).toBeNull();
  view.destroy();
});
