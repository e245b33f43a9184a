import { expect, test } from "vitest";
import {
  exactLog,
  gaussian,
  integer,
  normalQuantile,
  permutation,
  threefry,
  uniform,
} from "../../src/theory/random";

/** Standard errors that a correct generator exceeds once in about 16,000 looks. */
const FOUR_SIGMA = 4;

test("Threefry-2x32-20 gives the known answers of Random123", () => {
  // kat_vectors of Random123 1.14, lines "threefry2x32 20": counter, key, output.
  const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, "0"));
  expect(hex(threefry(0, 0, 0, 0))).toEqual(["6b200159", "99ba4efe"]);
  expect(hex(threefry(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff))).toEqual([
    "1cb996fc",
    "bb002be7",
  ]);
  expect(hex(threefry(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3))).toEqual([
    "c4923a9c",
    "483df7a0",
  ]);
});

test("a draw depends on its seed, stream, index and lane, and on nothing else", () => {
  const draws = [
    uniform(1, "split", 5),
    uniform(2, "split", 5),
    uniform(1, "batch", 5),
    uniform(1, "split", 6),
    uniform(1, "split", 5, 1),
  ];
  expect(new Set(draws).size).toBe(draws.length);
  uniform(9, "relation", 9);
  expect(uniform(1, "split", 5)).toBe(draws[0]);
});

test("uniform draws have mean 1/2 and variance 1/12", () => {
  const count = 20_000;
  const draws = Array.from({ length: count }, (_, i) => uniform(3, "split", i));
  const mean = draws.reduce((sum, u) => sum + u, 0) / count;
  const variance = draws.reduce((sum, u) => sum + (u - 0.5) ** 2, 0) / count;
  expect(Math.abs(mean - 0.5)).toBeLessThan(FOUR_SIGMA * Math.sqrt(1 / 12 / count));
  // Var((u - 1/2)^2) = 1/80 - 1/144 = 1/180.
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(FOUR_SIGMA * Math.sqrt(1 / 180 / count));
});

test("the integer draws of a die are equally frequent", () => {
  const count = 12_000;
  const seen = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) seen[integer(4, "relation", i, 6)]++;
  const spread = Math.sqrt((count * 5) / 36);
  for (const times of seen) expect(Math.abs(times - count / 6)).toBeLessThan(FOUR_SIGMA * spread);
});

test("every permutation of three elements is equally frequent", () => {
  const count = 6000;
  const seen = new Map<string, number>();
  for (let lane = 0; lane < count; lane++) {
    const key = permutation(5, "batch", 3, lane).join("");
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(["012", "021", "102", "120", "201", "210"]);
  const spread = Math.sqrt((count * 5) / 36);
  for (const times of seen.values())
    expect(Math.abs(times - count / 6)).toBeLessThan(FOUR_SIGMA * spread);
});

test("the logarithm made of + - * / agrees with the platform's to rounding", () => {
  // Both are good to about one unit in the last place; near 1 that is an absolute matter.
  for (const x of [1e-300, 1e-16, 0.1, 0.7, Math.SQRT1_2, 1, 1.5, Math.E, 1e9])
    expect(Math.abs(exactLog(x) - Math.log(x))).toBeLessThan(4e-16 * (1 + Math.abs(Math.log(x))));
});

test("the normal quantile inverts the integral of the bell curve", () => {
  /** Trapezoid rule for the distribution function; error below 1e-9 with this step. */
  const distribution = (z: number) => {
    const step = 1e-4;
    const count = Math.round(Math.abs(z) / step);
    const h = z / count;
    let sum = (1 + Math.exp((-z * z) / 2)) / 2;
    for (let i = 1; i < count; i++) sum += Math.exp((-h * h * i * i) / 2);
    return 0.5 + (sum * h) / Math.sqrt(2 * Math.PI);
  };
  // The slope of the quantile is 1 / density, at most 7500 here: 1e-9 * 7500.
  for (const z of [-4, -2.5, -1, -0.3, 0.2, 0.9, 1.7, 3.3])
    expect(Math.abs(normalQuantile(distribution(z)) - z)).toBeLessThan(1e-5);
  expect(normalQuantile(0.5)).toBe(0);
  // scipy.special.ndtri(1e-12) = -7.034483825301131
  expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301131, 12);
});

test("Gaussian draws have mean 0, variance 1 and no fourth cumulant", () => {
  const count = 20_000;
  const draws = Array.from({ length: count }, (_, i) => gaussian(6, "embedding", i));
  const moment = (k: number) => draws.reduce((sum, z) => sum + z ** k, 0) / count;
  expect(Math.abs(moment(1))).toBeLessThan(FOUR_SIGMA / Math.sqrt(count));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(FOUR_SIGMA * Math.sqrt(2 / count));
  // Var(z^4) = 105 - 9 = 96.
  expect(Math.abs(moment(4) - 3)).toBeLessThan(FOUR_SIGMA * Math.sqrt(96 / count));
});
