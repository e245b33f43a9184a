import { describe, expect, test } from "vitest";
import {
  fitBoundary,
  fitForetells,
  information,
  penalised,
  type Vector,
} from "../../../src/theory/boundary/logistic";
import type { Point } from "../../../src/theory/boundary/points";
import { uniform } from "../../../src/theory/random";

/** A 9 x 9 grid, three replicas a cell, drawn from a logistic law whose line has slope 1.5. */
const TRUE: Vector = [3, 3, -2];
const drawn = (seed: number): Point[] =>
  Array.from({ length: 243 }, (_, i) => {
    const x = -5 + Math.floor(i / 27) / 2;
    const y = -5 + (Math.floor(i / 3) % 9) / 2;
    const p = 1 / (1 + Math.exp(-(TRUE[0] + TRUE[1] * x + TRUE[2] * y)));
    return { x, y, learnt: uniform(seed, "embedding", i) < p };
  });

const fitted = (points: readonly Point[]) => {
  const fit = fitBoundary(points);
  if (!fit) throw new Error("there is no boundary");
  return fit;
};

const logit = (share: number) => Math.log(share / (1 - share));

describe("the fitted boundary", () => {
  test("of as many places as coefficients adds half a success and half a failure to each", () => {
    // Three places, three coefficients: Firth's estimate has this closed form.
    const counts = [
      { x: 0, y: 0, learnt: 2, of: 9 },
      { x: 1, y: 0, learnt: 6, of: 9 },
      { x: 0, y: 1, learnt: 0, of: 9 },
    ];
    const points = counts.flatMap(({ x, y, learnt, of }) =>
      Array.from({ length: of }, (_, i) => ({ x, y, learnt: i < learnt })),
    );
    const [a, b, c] = counts.map(({ learnt, of }) => logit((learnt + 0.5) / (of + 1)));
    const { coefficients, slope } = fitted(points);
    expect(coefficients).toBeAllclose([a, b - a, c - a], { atol: 1e-7 });
    expect(slope).toBeCloseTo(-(b - a) / (c - a), 6);
  });

  test("is a stationary point and a maximum of the penalised likelihood", () => {
    const points = drawn(1);
    const { coefficients } = fitted(points);
    const top = penalised(points, coefficients);
    const step = 1e-4;
    for (let i = 0; i < 3; i++) {
      const at = (by: number) =>
        penalised(points, coefficients.map((b, j) => (i === j ? b + by : b)) as unknown as Vector);
      // Central difference of a sum of some 200 terms: rounding is near 1e-13 / 1e-4.
      expect(Math.abs(at(step) - at(-step)) / (2 * step)).toBeLessThan(1e-5);
      expect(at(0.05)).toBeLessThan(top);
      expect(at(-0.05)).toBeLessThan(top);
    }
  });

  test("has the inverse of the log-likelihood's numerical Hessian as covariance", () => {
    const points = drawn(2);
    const { coefficients, covariance } = fitted(points);
    const loglik = (b: readonly number[]) =>
      points.reduce((sum, { x, y, learnt }) => {
        const t = b[0] + b[1] * x + b[2] * y;
        return sum - Math.log1p(Math.exp(learnt ? -t : t));
      }, 0);
    const h = 1e-3;
    const hessian = [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => {
        const at = (si: number, sj: number) =>
          loglik(coefficients.map((b, k) => b + h * ((k === i ? si : 0) + (k === j ? sj : 0))));
        return (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h * h);
      }),
    );
    // Fourth derivatives times h^2, relative to entries up to some hundreds.
    const tolerance = { rtol: 1e-4, atol: 1e-4 };
    for (const [i, row] of information(points, coefficients).entries())
      expect(row).toBeAllclose(
        hessian[i].map((v) => -v),
        tolerance,
      );
    const product = covariance.map((row) =>
      [0, 1, 2].map((j) => row.reduce((sum, v, k) => sum + v * -hessian[k][j], 0)),
    );
    for (const [i, row] of product.entries())
      expect(row).toBeAllclose(
        [0, 1, 2].map((j) => Number(i === j)),
        { atol: 2e-3 },
      );
  });

  test("has a standard error that is the spread of slopes over drawn grids", () => {
    const fits = Array.from({ length: 300 }, (_, seed) => fitted(drawn(seed)));
    const mean = fits.reduce((sum, { slope }) => sum + slope, 0) / fits.length;
    const spread = Math.sqrt(
      fits.reduce((sum, { slope }) => sum + (slope - mean) ** 2, 0) / (fits.length - 1),
    );
    const claimed = fits.reduce((sum, each) => sum + each.standardError, 0) / fits.length;
    // The spread of 300 draws is itself known to 1 / sqrt(600) = 4 %, four of which are 16 %.
    expect(Math.abs(claimed / spread - 1)).toBeLessThan(0.16);
    expect(Math.abs(mean - 1.5)).toBeLessThan(4 * (spread / Math.sqrt(300)) + 0.02);
  });

  test("is no more certain of its slope when every seed of a cell says the same again", () => {
    const points = drawn(7);
    const again = [...points, ...points, ...points];
    // Firth's pull is a third as strong, which moves the estimate by less than its bias of some hundredths.
    expect(fitted(again).standardError / fitted(points).standardError).toBeCloseTo(1, 1);
  });

  test("has the slope's spread when whole cells, all of whose seeds agree, are drawn", () => {
    const one = (seed: number) => {
      const cells = drawn(seed).filter((_, i) => i % 3 === 0);
      return fitted([...cells, ...cells, ...cells]);
    };
    const fits = Array.from({ length: 300 }, (_, seed) => one(seed));
    const mean = fits.reduce((sum, { slope }) => sum + slope, 0) / fits.length;
    const spread = Math.sqrt(
      fits.reduce((sum, { slope }) => sum + (slope - mean) ** 2, 0) / (fits.length - 1),
    );
    const middle = fits.map(({ standardError }) => standardError).sort((a, b) => a - b)[150];
    // A jackknife errs upwards; errors of one draw are skewed. Seeds taken as independent give 0.58 of it.
    expect(middle / spread).toBeGreaterThan(0.75);
    expect(middle / spread).toBeLessThan(1.35);
  });

  test("is finite where a line separates the cells without exception", () => {
    const points = drawn(3).map(({ x, y }) => ({ x, y, learnt: y < x + 1.2 }));
    const fit = fitted(points);
    expect(fit.right).toBe(fit.of);
    expect(fit.learntAbove).toBe(false);
    expect(Math.abs(fit.slope - 1)).toBeLessThan(0.1);
    expect(fit.intercept).toBeGreaterThan(1);
    expect(fit.intercept).toBeLessThan(1.5);
    expect(fit.standardError).toBeGreaterThan(0);
    expect(fit.standardError).toBeLessThan(0.3);
  });

  test("does not change when axes are shifted, and turns with them when they are swapped", () => {
    const points = drawn(4);
    const here = fitted(points);
    const shifted = fitted(points.map((p) => ({ ...p, x: p.x + 40, y: p.y - 7 })));
    expect(shifted.slope).toBeCloseTo(here.slope, 6);
    expect(shifted.standardError).toBeCloseTo(here.standardError, 6);
    const swapped = fitted(points.map((p) => ({ ...p, x: p.y, y: p.x })));
    expect(swapped.slope).toBeCloseTo(1 / here.slope, 6);
  });

  test("counts as right what its own rule foretells", () => {
    const points = drawn(5);
    const fit = fitted(points);
    expect(fit.right).toBe(points.filter((p) => fitForetells(fit, p) === p.learnt).length);
    const above = { x: 0, y: fit.intercept + 0.1 };
    expect(fitForetells(fit, above)).toBe(fit.learntAbove);
  });

  test("is none where one side is empty or all points lie on a line", () => {
    const points = drawn(6);
    expect(fitBoundary([])).toBeNull();
    expect(fitBoundary(points.map((p) => ({ ...p, learnt: true })))).toBeNull();
    expect(fitBoundary(points.map((p) => ({ ...p, learnt: false })))).toBeNull();
    expect(fitBoundary(points.map((p) => ({ ...p, x: 1 })))).toBeNull();
  });
});
