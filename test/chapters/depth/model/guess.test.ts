import { expect, test } from "vitest";
import { BAND_GUESS, bandOff } from "../../../../src/chapters/depth/model/guess";
import { depthStory } from "../../../../src/chapters/depth/model/story";
import type { Guess } from "../../../../src/kit/live/guess/guess";

const at = (medians: readonly number[]) =>
  medians.map((median, x) => ({ x, low: median, median, high: median, count: 1 }));
const band = (from: number, to: number): Guess => ({ kind: "band", values: [from, to] });
const never: Guess = { kind: "never", values: [] };

/** Depths 1 to 3 of six generalise. */
const zone = depthStory(at([0.6, 1, 1, 1, 1, 0.8]), at([0.6, 0.95, 1, 0.91, 0.9, 0.5]), 6);
const none = depthStory(at([0.6, 1]), at([0.6, 0.9]), 2);

test.for([
  [band(1, 3), zone, 0, "right"],
  [band(1, 4), zone, 1, "wrong at 1 of 6 depths"],
  [band(3, 5), zone, 4, "wrong at 4 of 6 depths"],
  [never, zone, 3, "wrong at 3 of 6 depths"],
  [never, none, 0, "right"],
  [band(0, 1), none, 2, "wrong at 2 of 2 depths"],
] as const)("%o is so many depths off", ([guess, story, off, words]) => {
  expect(bandOff(guess, story)).toMatchObject({ off, words });
});

test("what is true is said where the guess is wrong", () => {
  expect(bandOff(never, zone).more).toBe("those that generalise are 1 to 3");
  expect(bandOff(band(0, 1), none).more).toBe("none generalises");
  expect(BAND_GUESS.question.say(band(2, 2))).toBe("depth 2");
});
