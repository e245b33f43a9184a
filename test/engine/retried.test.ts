import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retried } from "../../src/engine/retried";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what has loaded is loaded once; what has failed is tried anew, and not at every call", async () => {
  let there = false;
  let tries = 0;
  const load = retried(async () => {
    tries += 1;
    if (!there) throw new Error("it is not there");
    return tries;
  });
  for (const _ of [1, 2, 3]) await expect(load()).rejects.toThrow("it is not there");
  expect(tries).toBe(1);
  there = true;
  await vi.advanceTimersByTimeAsync(2000);
  expect(await load()).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await load()).toBe(2);
});
