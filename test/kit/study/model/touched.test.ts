import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchTouch } from "../../../../src/kit/study/model/touched";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the page is in use from the first sign until two seconds after the last", () => {
  const page = new EventTarget();
  const told: boolean[] = [];
  const end = watchTouch((touched) => told.push(touched), page);
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([]);
  page.dispatchEvent(new Event("pointermove"));
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(1500);
  page.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(1500);
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([true, false]);
  expect(vi.getTimerCount()).toBe(0);
  page.dispatchEvent(new Event("wheel"));
  expect(told).toEqual([true, false, true]);
  end();
  vi.advanceTimersByTime(5000);
  page.dispatchEvent(new Event("wheel"));
  expect(told).toEqual([true, false, true]);
});
