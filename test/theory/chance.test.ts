import { expect, test } from "vitest";
import { chanceOf, luck, shareRight } from "../../src/theory/chance";

test("the better constant answer is the more frequent one, and no where both are", () => {
  expect(chanceOf(Uint8Array.of(1, 1, 1, 0))).toEqual({ answer: "yes", accuracy: 0.75 });
  expect(chanceOf(Uint8Array.of(0, 1, 0, 0))).toEqual({ answer: "no", accuracy: 0.75 });
  expect(chanceOf(Uint8Array.of(0, 1, 1, 0))).toEqual({ answer: "no", accuracy: 0.5 });
});

test("a constant answer is counted on one side of the split", () => {
  const [truth, mask] = [Uint8Array.of(1, 1, 0, 1, 0), Uint8Array.of(1, 0, 0, 1, 1)];
  expect(shareRight(truth, mask, 1, "yes")).toBeCloseTo(2 / 3, 12);
  expect(shareRight(truth, mask, 0, "yes")).toBe(1 / 2);
  expect(shareRight(truth, mask, 1, "no")).toBeCloseTo(1 / 3, 12);
});

// 0.9 itself is not above 0.9: of ten pairs all have to be right.
test.each([
  [1, 0.5, 0.5],
  [4, 0.5, 1 / 16],
  [10, 0.5, 1 / 1024],
  [11, 0.5, 12 / 2048],
  [20, 0.8, 0.8 ** 20 + 20 * 0.8 ** 19 * 0.2],
  [7, 1, 1],
])(
  "%i answers, each right with probability %d, are above 0.9 with probability %d",
  (pairs, accuracy, wanted) => {
    expect(luck(pairs, accuracy)).toBeCloseTo(wanted, 12);
  },
);

test("where a constant answer is above 0.9, luck is more likely than not however many pairs there are", () => {
  for (const pairs of [11, 101, 3600]) expect(luck(pairs, 0.92)).toBeGreaterThan(0.5);
  expect(luck(3600, 0.88)).toBeLessThan(0.01);
});
