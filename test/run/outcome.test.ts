import { expect, test } from "vitest";
import { type Progress, progress, START } from "../../src/run/outcome";

/** What Table 4 knows after these [train, test] accuracies at steps 0, 1, 2, ... */
const after = (...accuracies: readonly (readonly [number, number])[]): Progress =>
  accuracies.reduce((at, [train, test], step) => progress(at, step, train, test), START);

/** 630 of 700 pairs: the very number that Table 4 says must be exceeded. */
const LINE = 630 / 700;
const ABOVE = 631 / 700;

test("an accuracy of exactly 0.9 is not learnt, and one pair more is", () => {
  expect(LINE).toBe(0.9);
  expect(after([LINE, LINE])).toEqual({ step: 0, train: null, test: null, fellBack: false });
  expect(after([LINE, LINE], [ABOVE, LINE])).toMatchObject({ train: 1, test: null });
  expect(after([LINE, LINE], [LINE, ABOVE])).toMatchObject({ train: null, test: 1 });
});

test("the first crossing counts, whatever comes after", () => {
  const at = after([0.5, 0.5], [0.95, 0.5], [0.8, 0.95], [0.99, 0.99], [1, 1]);
  expect(at).toEqual({ step: 4, train: 1, test: 2, fellBack: false });
});

test("a test accuracy that is back at exactly 0.9 has fallen back, and may come again", () => {
  expect(after([1, ABOVE], [1, LINE]).fellBack).toBe(true);
  expect(after([1, ABOVE], [1, ABOVE]).fellBack).toBe(false);
  expect(after([1, ABOVE], [1, LINE], [1, ABOVE]).fellBack).toBe(false);
  // What has never crossed cannot fall back.
  expect(after([1, LINE], [1, 0.5]).fellBack).toBe(false);
});
