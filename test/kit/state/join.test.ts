import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { join } from "../../../src/kit/state/join";

test("Joined stores give the same object until one changes, and tell of each change", () => {
  const a = createStore(() => ({ n: 1 }));
  const b = createStore(() => ({ n: 2 }));
  const both = join({ a, b });
  const before = both.getState();
  expect(both.getState()).toBe(before);
  let told = 0;
  const stop = both.subscribe(() => {
    told += 1;
  });
  b.setState({ n: 3 });
  expect(told).toBe(1);
  expect(both.getState()).toEqual({ a: { n: 1 }, b: { n: 3 } });
  expect(before.b.n).toBe(2);
  stop();
  a.setState({ n: 5 });
  expect(told).toBe(1);
});
