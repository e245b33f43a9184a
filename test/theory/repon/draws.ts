/**
 * @file Random pairs for property tests.
 */
import { fc } from "@fast-check/vitest";
import { drawPair } from "../../../src/theory/repon/probability";
import type { Rates } from "../../../src/theory/repon/reduced";

export const UNIT = { sigmaA: 1, sigmaC: 1 };

/** Gaussian pairs with d from 1 to 4 and o from 1 to 5. */
export const pairs = fc
  .record({
    seed: fc.nat(1e6),
    d: fc.integer({ min: 1, max: 4 }),
    o: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ seed, d, o }) => drawPair(seed, 0, d, o, UNIT));

/** Rates between 0.1 and 10, uniform in the logarithm. */
const rate = fc.double({ min: -1, max: 1, noNaN: true }).map((x) => 10 ** x);
export const rates: fc.Arbitrary<Rates> = fc.record({ etaX: rate, etaA: rate });

export const RUNS = { seed: 5, numRuns: 60 } as const;
