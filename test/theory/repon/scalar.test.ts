import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { matrix } from "../../../src/theory/repon/matrix";
import { project, turned } from "../../../src/theory/repon/measure";
import { follow } from "../../../src/theory/repon/reduced";
import { conserved, scalarAt, scalarSlope } from "../../../src/theory/repon/scalar";
import { RUNS, rates } from "./draws";

const starts = fc.record({
  a2: fc.double({ min: -3, max: 3, noNaN: true }),
  c: fc.double({ min: -3, max: 3, noNaN: true }),
});

describe("Eq. (9) and (10)", () => {
  test.prop([starts, rates, fc.double({ min: 0, max: 5, noNaN: true })], RUNS)(
    "The closed form keeps C and obeys Eq. (9)",
    (start, both, t) => {
      const now = scalarAt(start, both, t);
      const scale = start.a2 ** 2 / both.etaA + start.c ** 2 / both.etaX;
      expect([conserved(now, both)]).toBeAllclose([conserved(start, both)], {
        atol: 1e-13 * scale,
      });
      const h = 1e-6;
      const later = scalarAt(now, both, h);
      const slope = scalarSlope(now, both);
      // The second derivative times h / 2; the fastest rate here is 180, its square 32,400.
      expect([(later.a2 - now.a2) / h, (later.c - now.c) / h]).toBeAllclose([slope.a2, slope.c], {
        atol: 0.2,
      });
    },
  );

  test.prop([starts, rates], RUNS)(
    "It is the integrated Eq. (7) where r0 is an eigenvector of A0^T A0, and r does not turn",
    ({ a2, c }, both) => {
      // The second axis is twice as stiff, and rotated by 30 degrees.
      const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
      const A = matrix([
        [a2 * cos, a2 * sin],
        [-2 * sin, 2 * cos],
      ]);
      const r = Float64Array.of(c * cos, c * sin);
      const { at } = follow({ A, r }, both, 1, { tolerance: 1e-10 });
      for (const t of [0.01, 0.2, 1]) {
        const now = at(t);
        const exact = scalarAt({ a2, c }, both, t);
        expect([now.r[0], now.r[1]]).toBeAllclose([exact.c * cos, exact.c * sin], { atol: 1e-7 });
        if (Math.abs(exact.c) < 1e-3) continue;
        expect([project(now).a2]).toBeAllclose([Math.abs(exact.a2)], { atol: 1e-5 });
        expect([turned(now.r, r)]).toBeAllclose([0], { atol: 1e-5 });
      }
    },
  );

  test("ends on an axis of the hyperbola: C > 0 at c = 0, C < 0 at a2 = 0, C = 0 at both", () => {
    const both = { etaX: 2, etaA: 3 };
    for (const [a2, c] of [
      [2, 0.5],
      [-2, -0.5],
      [1, 2],
      [-1, 2],
    ]) {
      const C = conserved({ a2, c }, both);
      const end = scalarAt({ a2, c }, both, Infinity);
      const expected =
        C > 0 ? [Math.sign(a2) * Math.sqrt(6 * C), 0] : [0, Math.sign(c) * Math.sqrt(-2 * C)];
      expect([end.a2, end.c]).toBeAllclose(expected, { atol: 1e-14 });
    }
    const critical = { etaX: 2, etaA: 1 };
    expect(scalarAt({ a2: 1, c: 1 }, critical, Infinity)).toEqual({ a2: 0, c: 0 });
    expect(scalarAt({ a2: 1, c: 1 }, critical, 1).c).toBeCloseTo(1 / Math.sqrt(5), 14);
  });

  test("has no NaN at rates 0, at ratios of 1e12 and at no coordinate", () => {
    for (const etaX of [0, 1, 1e12])
      for (const etaA of [0, 1, 1e12])
        for (const a2 of [0, 1])
          for (const c of [0, 1])
            for (const t of [0, 1, 1e300, Infinity]) {
              const now = scalarAt({ a2, c }, { etaX, etaA }, t);
              expect(now.a2).toBeGreaterThanOrEqual(0);
              expect(now.a2).toBeLessThanOrEqual(1);
              expect(now.c).toBeGreaterThanOrEqual(0);
              expect(now.c).toBeLessThanOrEqual(1);
            }
  });

  test("A small angle is not lost, and opposite directions are pi apart", () => {
    expect(turned(Float64Array.of(1, 1e-9), Float64Array.of(2, 0))).toBeCloseTo(1e-9, 20);
    expect(turned(Float64Array.of(-1, 0), Float64Array.of(1, 0))).toBeCloseTo(Math.PI, 14);
  });
});
