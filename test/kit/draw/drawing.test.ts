import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { arrowSteps } from "../../../src/kit/live/view/arrows";
import { levelSegments } from "../../../src/kit/live/view/field";
import { linePath } from "../../../src/kit/live/view/linePath";
import { decades } from "../../../src/kit/live/view/trails";

describe("the contour at one half", () => {
  test("of a plane is the straight line where the plane crosses it", () => {
    const [cols, rows] = [8, 6];
    // value = x / 8 at cell centres x = i + 1/2: it is 1/2 at x = 4.
    const values = Float32Array.from({ length: cols * rows }, (_, k) => ((k % cols) + 0.5) / cols);
    const segments = levelSegments({ cols, rows, values }, 0.5);
    expect(segments).toHaveLength(4 * (rows - 1));
    const xs = segments.filter((_, k) => k % 2 === 0);
    expect(xs).toBeAllclose(new Array(xs.length).fill(4), { atol: 1e-6 }); // float32 values
  });

  test("of a disc is a closed line: every end is shared by two segments", () => {
    const size = 24;
    const values = Float32Array.from({ length: size * size }, (_, k) => {
      const r = Math.hypot((k % size) - 11.3, Math.floor(k / size) - 12.1);
      return 1 / (1 + Math.exp(r - 7));
    });
    const segments = levelSegments({ cols: size, rows: size, values }, 0.5);
    const ends = new Map<string, number>();
    for (let k = 0; k < segments.length; k += 2) {
      const end = `${segments[k].toFixed(6)},${segments[k + 1].toFixed(6)}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      // Linear interpolation within a cell errs by less than a tenth of it at this curvature.
      const radius = Math.hypot(segments[k] - 11.8, segments[k + 1] - 12.6);
      expect(Math.abs(radius - 7)).toBeLessThan(0.1);
    }
    expect([...ends.values()].every((count) => count === 2)).toBe(true);
  });

  test("passes between two opposite corners of a saddle without crossing itself", () => {
    const values = Float32Array.of(1, 0, 0, 1);
    expect(levelSegments({ cols: 2, rows: 2, values }, 0.5)).toHaveLength(8);
  });
});

describe("the path of a series", () => {
  property.prop([fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2 })])(
    "reaches the highest and the lowest value of the series",
    (values) => {
      const steps = values.map((_, i) => i + 1);
      const toX = (step: number) => 10 * Math.log10(step);
      const path = linePath(steps, values, toX, (v) => v);
      const ys = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
      // Heights are written to a tenth of a pixel.
      expect(Math.max(...ys)).toBeCloseTo(Math.max(...values), 0);
      expect(Math.min(...ys)).toBeCloseTo(Math.min(...values), 0);
    },
  );

  test("leaves out what is no number", () => {
    const path = linePath(
      [1, 2, 3],
      [1, Number.NaN, 3],
      (step) => step,
      (v) => v,
    );
    expect(path).toBe("M1,1.0L3,3.0");
  });
});

test("arrows stand for a round number of steps and keep under 64 px", () => {
  expect([64, 30, 1, 0.01, 1e-9, 0, Number.NaN].map(arrowSteps)).toEqual([
    1, 2, 50, 5000, 10_000, 1, 1,
  ]);
});

test("marks of time stand at the first snapshots of 1, 10 and 100 steps", () => {
  const steps = [0, 1, 3, 9, 12, 50, 101, 400];
  expect(decades({ steps, positions: [] }, 400)).toEqual([
    { snapshot: 1, power: 0 },
    { snapshot: 4, power: 1 },
    { snapshot: 6, power: 2 },
  ]);
});
