import { expect, test } from "vitest";
import { lastStep, nextMoment } from "../../src/run/standing";
import { type Crossings, decided } from "../../src/theory/phase";

const HORIZON = 50_000;

test("a replica that is right on its test set first lasts a quarter longer than it took to fit", () => {
  expect(lastStep({ train: 4000, test: 100 }, HORIZON, "decided")).toBe(5000);
  expect(lastStep({ train: 100, test: 4000 }, HORIZON, "decided")).toBe(5000);
});

test("no replica ends before Table 4 has decided", () => {
  const steps = [null, 0, 1, 100, 800, 801, 4000, 45_000, HORIZON];
  for (const train of steps)
    for (const test of steps) {
      const crossings: Crossings = { train, test };
      const end = lastStep(crossings, HORIZON, "decided");
      expect(end).toBeLessThanOrEqual(HORIZON);
      const known: Crossings = {
        train: train !== null && train <= end ? train : null,
        test: test !== null && test <= end ? test : null,
      };
      expect(decided(known, end, HORIZON)).toBe(decided(crossings, HORIZON, HORIZON));
    }
});

test("moments are kept at step 0, at every step at first, and then at most 30 % apart", () => {
  const kept = [nextMoment(-1)];
  while (kept[kept.length - 1] < 100_000) kept.push(nextMoment(kept[kept.length - 1]));
  expect(kept.slice(0, 4)).toEqual([0, 1, 2, 3]);
  kept.slice(1).forEach((step, i) => {
    expect(step).toBeGreaterThan(kept[i]);
    // The first whole step that is not below 1.3 times the one before.
    expect(step - 1).toBeLessThan(Math.max(1.3 * kept[i], kept[i] + 1));
  });
});
