import { expect, test } from "vitest";
import { describe } from "../../../../src/kit/live/model/verdict";
import { START } from "../../../../src/run/outcome";

test.each([
  [1099, "generalisation", "gap 999 < 1,000"],
  [1100, "grokking", "gap 1,000 ≥ 1,000"],
])("train above 0.9 at 100 and test at %i is %s: %s", (test, phase, words) => {
  const found = describe({ ...START, step: 2000, train: 100, test }, 100_000);
  expect(found.phase).toBe(phase);
  expect(found.detail).toContain(words);
});

test("a run that waits for its test accuracy is called so after 1000 steps, not before", () => {
  const title = (step: number) => describe({ ...START, step, train: 100 }, 100_000).title;
  expect(title(1099)).toBe("It fits what it was shown");
  expect(title(1100)).toBe("Grokking or memorisation");
});

test("a horizon below Table 4's 100,000 steps is named as the run's own", () => {
  const detail = (horizon: number) => describe({ ...START, step: horizon }, horizon).detail;
  expect(detail(99_999)).toContain("by step 99,999, where this run ends");
  expect(detail(100_000)).toContain("in 100,000 steps");
});
