import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { ClassName } from "../../src/theory/className";
import { describe as describeClass, sizeOf } from "../../src/theory/descriptionLength";
import {
  criticalFraction,
  fixedBits,
  guessedAccuracy,
  inferableFraction,
  samplesForAccuracy,
  samplesForFraction,
} from "../../src/theory/information";

const bits = fc.double({ min: 1.5, max: 1e9, noNaN: true });
const share = fc.double({ min: 1e-6, max: 0.999, noNaN: true });

describe("Eq. (1) and (2)", () => {
  test("Eq. (1) is the mean number of buckets hit, by listing all throws of 4 balls into 3", () => {
    let hit = 0;
    for (let code = 0; code < 3 ** 4; code++)
      hit += new Set([1, 3, 9, 27].map((place) => Math.floor(code / place) % 3)).size;
    expect(fixedBits(3, 4)).toBeCloseTo(hit / 3 ** 4, 12);
  });

  test("no sample gives nothing; a description of one bit is fixed by one sample", () => {
    expect(inferableFraction(47, 0)).toBe(0);
    expect(inferableFraction(1, 0)).toBe(0);
    expect(inferableFraction(1, 1)).toBe(1);
  });

  test("few samples of a long description keep all their digits: f = m / b", () => {
    // The next term of the series is smaller by m / b = 3e-15.
    expect([inferableFraction(1e15, 3)]).toBeAllclose([3e-15], { rtol: 1e-14 });
  });

  property.prop([bits, share])("the inverse of Eq. (2) undoes it", (b, f) => {
    // Conditioning: near f = 1 a rounding error of f grows by 1 / (1 - f) <= 1000.
    expect(inferableFraction(b, samplesForFraction(b, f))).toBeCloseTo(f, 10);
  });
});

describe("Eq. (3)", () => {
  property.prop([bits, share])("is the fraction at which Eq. (2) reaches the accuracy", (b, a) => {
    expect(inferableFraction(b, 900 * criticalFraction(a, b, 900))).toBeCloseTo(a, 10);
  });

  // Values for n = 30, accuracy 0.9 from the project's statement of the science.
  test.each<[string, ClassName, number, number]>([
    ["modulo 3", "equivalence", 3, 0.1204],
    ["modulo 5", "equivalence", 5, 0.177],
    ["greater-than", "total-order", 2, 0.299],
    ["complete bipartite", "complete-bipartite", 2, 0.076],
  ])("gives the reference for %s", (_, name, classes, reference) => {
    const b = describeClass(name, sizeOf(30, classes)).paper;
    // One unit of the last digit quoted: bipartite is 0.07547, which was rounded twice.
    const digits = String(reference).length - 2;
    expect(Math.abs(criticalFraction(0.9, b, 900) - reference)).toBeLessThan(10 ** -digits);
  });
});

describe("Eq. (4)", () => {
  test("is the better guess at no samples and 1 at many", () => {
    expect(guessedAccuracy(47.5, 0, 1 / 3)).toBeCloseTo(2 / 3, 15);
    expect(guessedAccuracy(47.5, 1e6, 1 / 3)).toBe(1);
  });

  property.prop([
    bits,
    fc.integer({ min: 0, max: 2000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])("is Eq. (2) plus the guess for the rest", (b, m, p) => {
    const f = inferableFraction(b, m);
    expect(guessedAccuracy(b, m, p)).toBeCloseTo(f + Math.max(p, 1 - p) * (1 - f), 12);
  });

  property.prop([bits, share, fc.double({ min: 0.01, max: 0.99, noNaN: true })])(
    "its inverse undoes it, and is 0 where the guess suffices",
    (b, a, p) => {
      const m = samplesForAccuracy(b, a, p);
      if (a <= Math.max(p, 1 - p)) expect(m).toBe(0);
      else expect(guessedAccuracy(b, m, p)).toBeCloseTo(a, 10);
    },
  );
});
