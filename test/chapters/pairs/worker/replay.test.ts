import { expect, test } from "vitest";
import { makeReplay } from "../../../../src/chapters/pairs/worker/replay";
import { referenceEngine } from "../../../../src/engine/reference/reference";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";

const TINY: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1 };

test("waypoints ascend from 0, at most 30 % apart, and each is there at its own step", async () => {
  const replay = await makeReplay(referenceEngine, TINY, async () => {});
  await replay.at(300);
  const steps = replay.waypoints(300).map(({ step }) => step);
  expect(steps[0]).toBe(0);
  // The next one, rounded up to a whole step, would be beyond.
  expect(Math.ceil(1.3 * steps[steps.length - 1])).toBeGreaterThan(300);
  steps.slice(1).forEach((step, i) => {
    expect(step).toBeGreaterThan(steps[i]);
    expect(step - 1).toBeLessThan(Math.max(1.3 * steps[i], steps[i] + 1));
  });
  for (const step of steps) {
    expect(replay.waypoints(step).at(-1)?.step).toBe(step);
    expect(replay.waypoints(step - 1).some((each) => each.step === step)).toBe(false);
  }
});
