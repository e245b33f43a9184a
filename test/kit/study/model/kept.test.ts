import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keptOf } from "../../../../src/kit/study/model/kept";
import type { Shelf } from "../../../../src/kit/study/model/shelf";
import { NAMED, standing } from "./handPool";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const written: number[][] = [];
  const cleared: string[] = [];
  const shelf: Shelf = {
    read: async () => new Map(),
    write: async (_, standings) => {
      written.push([...standings.keys()]);
    },
    clear: async (study) => {
      cleared.push(study);
    },
  };
  return { kept: keptOf(NAMED, shelf, () => {}), written, cleared };
}

test("what comes within a pause is written together, once, in its last state", () => {
  const { kept, written } = setUp();
  kept.put(2, standing(10, false));
  kept.put(0, standing(10, false));
  kept.put(2, standing(20, false));
  expect(written).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([[2, 0]]);
});

test("what was written is not written again, and no timer is left", () => {
  const { kept, written } = setUp();
  kept.put(0, standing(10, false));
  kept.write();
  expect(written).toEqual([[0]]);
  expect(vi.getTimerCount()).toBe(0);
  kept.put(1, standing(10, false));
  kept.write();
  kept.write();
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([[0], [1]]);
});

test("what waits when all is forgotten is forgotten too", async () => {
  const { kept, written, cleared } = setUp();
  kept.put(0, standing(10, false));
  await kept.clear();
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([]);
  expect(cleared).toHaveLength(1);
});
