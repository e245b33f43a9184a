import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { heaps } from "../../src/theory/heaps";

/** Flood fill over all pairs: the slow way to the same number. */
function flooded(points: readonly (readonly number[])[], share: number): number {
  const mean = points[0].map((_, k) => points.reduce((sum, p) => sum + p[k], 0) / points.length);
  const square = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, x, k) => sum + (x - q[k]) ** 2, 0);
  const spread = points.reduce((sum, p) => sum + square(p, mean), 0) / points.length;
  const left = new Set(points.keys());
  let count = 0;
  for (const start of points.keys()) {
    if (!left.delete(start)) continue;
    count++;
    const open = [start];
    for (const i of open)
      for (const j of [...left])
        if (square(points[i], points[j]) <= share ** 2 * spread && left.delete(j)) open.push(j);
  }
  return count;
}

const around = (x: number, y: number, count: number) =>
  Array.from({ length: count }, (_, i) => [x + 0.01 * Math.cos(i), y + 0.01 * Math.sin(i)]);

describe("heaps", () => {
  test("three heaps are three, one is one, and points far apart are each their own", () => {
    const three = [...around(0, 0, 10), ...around(5, 0, 10), ...around(0, 5, 10)];
    expect(heaps(three.flat(), 2)).toBe(3);
    expect(heaps([1, 1, 1, 1, 1, 1], 2)).toBe(1);
    expect(heaps([0, 0, 1, 0, 0, 1, 1, 1], 2)).toBe(4);
  });

  property.prop([
    fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 2,
      maxLength: 30,
    }),
  ])("are those of a flood fill", (points) => {
    expect(heaps(points.flat(), 2)).toBe(flooded(points, 0.2));
  });
});
