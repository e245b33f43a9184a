import { describe, expect, test } from "vitest";
import { guessOf, describe as row, sizeOf } from "../../../src/theory/descriptionLength";
import {
  type BoundPoint,
  boundCurve,
  maskOrder,
  meanOf,
  sampleSize,
} from "../../../src/theory/inference/bound";
import { priorOf } from "../../../src/theory/inference/prior";
import { guessedAccuracy } from "../../../src/theory/information";
import { makeRelation, type RelationName } from "../../../src/theory/relation";

const n = 30;

function curve(
  name: RelationName,
  fractions: readonly number[],
  masks: number,
  seed = 0,
): BoundPoint[] {
  const relation = makeRelation(name, { n, classes: 3, seed: 0, matrix: new Uint8Array(n * n) });
  const prior = priorOf(name, relation);
  return [...boundCurve({ n, truth: relation.truth, prior, fractions, masks, seed })];
}

function summary(name: RelationName, fraction: number, masks: number) {
  const points = curve(name, [fraction], masks);
  const inferable = meanOf(points.map((point) => point.inferable));
  const bound = meanOf(points.map((point) => point.bound));
  if (inferable?.error == null || bound?.error == null) throw new Error("has a mean");
  return {
    inferable: { mean: inferable.mean, error: inferable.error },
    bound: { mean: bound.mean, error: bound.error },
  };
}

/** Four standard errors of the difference of two Monte Carlo means, and 0.002. */
const near = (a: { mean: number; error: number }, mean: number, error: number): void =>
  expect(Math.abs(a.mean - mean)).toBeLessThan(4 * Math.hypot(a.error, error) + 0.002);

describe("the bound at n = 30", () => {
  // Inferable and bound with standard errors, 200 masks of an independent native reproduction,
  // from the project's statement of the science.
  test.each<[RelationName, number, number, number, number, number]>([
    ["modulo-3", 0.1, 0.823, 0.006, 0.978, 0.001],
    ["greater-than", 0.1, 0.534, 0.004, 0.899, 0.001],
    ["complete-bipartite", 0.05, 0.892, 0.005, 0.946, 0.003],
  ])("%s at fraction %f is the reference", (name, fraction, f, fError, bound, boundError) => {
    const measured = summary(name, fraction, 100);
    near(measured.inferable, f, fError);
    near(measured.bound, bound, boundError);
  });

  // Fractions at which 0.9 of all pairs are inferable, from the same source; 0.0005 is half a unit
  // of their last digit, and the slope there is below 10 (bipartite, the steepest).
  test.each<[RelationName, number]>([
    ["modulo-3", 0.122],
    ["modulo-5", 0.178],
    ["greater-than", 0.289],
    ["complete-bipartite", 0.052],
  ])("0.9 of %s is inferable at fraction %f", (name, fraction) => {
    const { inferable } = summary(name, fraction, 100);
    near(inferable, 0.9, 10 * 0.0005);
  });

  test.each<[RelationName, number, number]>([
    ["modulo-3", 3, 0.1],
    ["modulo-3", 3, 0.3],
    ["greater-than", 2, 0.03],
    ["greater-than", 2, 0.1],
    ["greater-than", 2, 0.3],
  ])("Eq. (4) lies below the bound of %s (k = %i) at fraction %f", (name, k, fraction) => {
    const size = sizeOf(n, k);
    const cls = name === "modulo-3" ? "equivalence" : "total-order";
    const p = guessOf(cls, size)?.p ?? Number.NaN;
    const eq4 = guessedAccuracy(row(cls, size).paper, sampleSize(n, fraction), p);
    const { bound } = summary(name, fraction, 25);
    expect(eq4).toBeLessThan(bound.mean - 4 * bound.error);
  });

  test("a guess about greater-than is worth 0.76 at fraction 0.05 and 0.56 at 0.75, not 2/3", () => {
    const points = curve("greater-than", [0.05, 0.75], 25);
    const guess = (fraction: number) =>
      meanOf(
        points
          .filter((point) => point.fraction === fraction && (point.inferable as number) < 1)
          .map(({ inferable, bound }) => {
            const f = inferable as number;
            return ((bound as number) - f) / (1 - f);
          }),
      );
    // Quoted to two digits, and averaged over masks there as here: four errors and half a unit.
    const [low, high] = [guess(0), guess(1)];
    expect(Math.abs((low?.mean ?? 0) - 0.76)).toBeLessThan(4 * (low?.error ?? 0) + 0.005);
    expect(Math.abs((high?.mean ?? 0) - 0.56)).toBeLessThan(4 * (high?.error ?? 0) + 0.005);
  });
});

describe("a curve", () => {
  test("gives every mask at every fraction once, mask by mask, and never falls with more data", () => {
    const fractions = [0.6, 0.02, 0.2, 0.9];
    const points = curve("modulo-5", fractions, 3);
    expect(points.map((point) => [point.mask, fractions[point.fraction]])).toEqual(
      [0, 1, 2].flatMap((mask) => [0.02, 0.2, 0.6, 0.9].map((fraction) => [mask, fraction])),
    );
    for (let i = 1; i < points.length; i++)
      if (points[i].mask === points[i - 1].mask)
        expect(points[i].inferable).toBeGreaterThanOrEqual(points[i - 1].inferable as number);
  });

  test("does not depend on the other fractions asked for, and is repeatable", () => {
    const [alone] = curve("modulo-5", [0.05], 1, 7);
    const among = curve("modulo-5", [0.02, 0.05], 1, 7)[1];
    expect({ ...among, fraction: 0 }).toEqual(alone);
  });

  test("a sample that no member fits is reported with its contradiction, as are larger ones", () => {
    const relation = makeRelation("greater-than", {
      n,
      classes: 3,
      seed: 0,
      matrix: new Uint8Array(n * n),
    });
    const prior = priorOf("custom", relation, "equivalence", 3);
    const request = { n, truth: relation.truth, prior, fractions: [0.1, 0.5], masks: 1, seed: 0 };
    for (const point of boundCurve(request)) {
      expect(point.contradiction?.length).toBeGreaterThan(0);
      expect(point.inferable).toBeNull();
      expect(point.bound).toBeNull();
    }
  });
});

describe("masks", () => {
  test("every pair is in a mask of m pairs with probability m / N", () => {
    const [size, masks, m] = [4, 4000, 5];
    const counts = new Float64Array(size * size);
    for (let mask = 0; mask < masks; mask++)
      for (const pair of maskOrder(size, 0, mask).subarray(0, m)) counts[pair]++;
    const p = m / size ** 2;
    // Four standard deviations of a binomial count.
    const tolerance = 4 * Math.sqrt(masks * p * (1 - p));
    for (const count of counts) expect(Math.abs(count - masks * p)).toBeLessThan(tolerance);
  });

  test("leave at least one pair known and one not", () => {
    expect(sampleSize(30, 0.0001)).toBe(1);
    expect(sampleSize(30, 0.9999)).toBe(899);
    expect(sampleSize(30, 0.1)).toBe(90);
  });
});

test("the standard error of a mean is that of independent values", () => {
  expect(meanOf([1, 2, 3, 4])).toEqual({ mean: 2.5, error: Math.sqrt(5 / 3 / 4) });
  expect(meanOf([5])).toEqual({ mean: 5, error: null });
  expect(meanOf([])).toBeNull();
  expect(meanOf([1, null])).toBeNull();
});
