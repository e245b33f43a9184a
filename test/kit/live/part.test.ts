/** A part of the page that does not come at first. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually, NotLoaded, part } from "../../../src/kit/live/part";

let online: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", (_: string, listener: () => void) => {
    online = listener;
  });
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("document", { querySelectorAll: () => [] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Fails so many times, then comes. */
function failing(times: number) {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new TypeError("Failed to fetch");
    return "the part";
  });
}

test("says what is the matter, and what the browser said", async () => {
  const error = await part(failing(1)).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(NotLoaded);
  expect((error as NotLoaded).message).toMatch(/did not load/);
  expect((error as NotLoaded).cause).toBeInstanceOf(TypeError);
});

test("comes in the end where nobody waits for it, asked for more and more seldom", async () => {
  const load = failing(3);
  const coming = eventually(load);
  await vi.advanceTimersByTimeAsync(2000 + 4000 + 7999);
  expect(load).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(4);
  expect(await coming).toBe("the part");
});

test("comes at once when the network is back", async () => {
  const load = failing(1);
  const coming = eventually(load);
  await vi.advanceTimersByTimeAsync(10);
  expect(load).toHaveBeenCalledTimes(1);
  online();
  expect(await coming).toBe("the part");
});
