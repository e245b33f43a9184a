import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeKeeper } from "../../../../src/kit/study/model/kept";
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
  return { kept: makeKeeper(shelf)(NAMED, () => {}), written, cleared };
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

test("what was written is not written again, and no timer is left", async () => {
  const { kept, written } = setUp();
  kept.put(0, standing(10, false));
  kept.write();
  expect(written).toEqual([[0]]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(vi.getTimerCount()).toBe(0);
  kept.put(1, standing(10, false));
  kept.write();
  kept.write();
  await vi.advanceTimersByTimeAsync(10_000);
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

describe("a batch that is refused", () => {
  function refusing() {
    const shelf = { open: false, written: new Map<number, number>() };
    const told: (string | null)[] = [];
    const keep = makeKeeper({
      read: async () => {
        throw new Error("no room");
      },
      write: async (_, standings) => {
        if (!shelf.open) throw new Error("no room");
        for (const [replica, { progress }] of standings) shelf.written.set(replica, progress.step);
      },
      clear: async () => {},
    });
    return { shelf, told, keep, kept: keep(NAMED, (problem) => told.push(problem)) };
  }

  test("is written with the next one that is granted, in the last state of each", async () => {
    const { shelf, told, kept } = refusing();
    kept.put(0, standing(10, false));
    kept.put(1, standing(10, false));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toEqual(["no room"]);
    shelf.open = true;
    kept.put(1, standing(20, false));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([...shelf.written].sort()).toEqual([
      [0, 10],
      [1, 20],
    ]);
    expect(told).toEqual(["no room", null]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is there when its experiment is opened again, with the reason", async () => {
    const { kept, keep } = refusing();
    kept.put(2, standing(30, false));
    kept.write();
    await vi.advanceTimersByTimeAsync(10_000);
    const { standings, problem } = await keep({ ...NAMED, name: "again" }, () => {}).read();
    expect([...standings].map(([replica, { progress }]) => [replica, progress.step])).toEqual([
      [2, 30],
    ]);
    expect(problem).toBe("no room");
  });

  test("is forgotten with all else", async () => {
    const { shelf, kept } = refusing();
    kept.put(0, standing(10, false));
    kept.write();
    await kept.clear();
    await vi.advanceTimersByTimeAsync(10_000);
    shelf.open = true;
    kept.put(1, standing(10, false));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([...shelf.written.keys()]).toEqual([1]);
  });
});

test("a write that is never answered is the only one, and what comes meanwhile waits", async () => {
  let asked = 0;
  const kept = makeKeeper({
    read: async () => new Map(),
    write: () => {
      asked += 1;
      return new Promise(() => {});
    },
    clear: async () => {},
  })(NAMED, () => {});
  for (let step = 10; step < 50; step += 10) {
    kept.put(0, standing(step, false));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(asked).toBe(1);
});
