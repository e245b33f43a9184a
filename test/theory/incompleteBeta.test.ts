import { describe, expect, test } from "vitest";
import { incompleteBeta } from "../../src/theory/incompleteBeta";

/** By the midpoint rule in t = sin^2(angle), which takes the ends' square roots away. */
function byQuadrature(x: number, a: number, b: number): number {
  const points = 20_000;
  const integral = (end: number) => {
    let sum = 0;
    for (let i = 0; i < points; i++) {
      const angle = (end * (i + 0.5)) / points;
      sum += Math.sin(angle) ** (2 * a - 1) * Math.cos(angle) ** (2 * b - 1);
    }
    return (sum * end) / points;
  };
  return integral(Math.asin(Math.sqrt(x))) / integral(Math.PI / 2);
}

describe("the incomplete beta function", () => {
  test.each([
    [0.3, 0.5, 0.5],
    [0.3, 1, 0.5],
    [0.7, 0.5, 1],
    [0.5, 1, 1],
    [0.2, 2.5, 4],
    [0.9, 10, 0.5],
    [0.05, 1, 24.5],
    [0.6, 25, 25.5],
  ])("I_%s(%s, %s) is the integral it stands for", (x, a, b) => {
    // The midpoint rule's error at 20,000 points is of order 1e-9.
    expect(incompleteBeta(x, a, b)).toBeCloseTo(byQuadrature(x, a, b), 7);
  });

  test("is 0 and 1 at the ends and symmetric", () => {
    expect(incompleteBeta(0, 2, 3.5)).toBe(0);
    expect(incompleteBeta(1, 2, 3.5)).toBe(1);
    expect(incompleteBeta(0.3, 2, 3.5) + incompleteBeta(0.7, 3.5, 2)).toBeCloseTo(1, 13);
  });
});
