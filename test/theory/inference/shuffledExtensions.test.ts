import { describe, expect, test } from "vitest";
import { exchangesFor, sampleExtensions } from "../../../src/theory/inference/shuffledExtensions";
import { uniform } from "../../../src/theory/random";

/** A strict order on m elements from its pairs x < y, which must be closed. */
function orderOf(m: number, pairs: readonly (readonly [number, number])[]): Uint8Array {
  const less = new Uint8Array(m * m);
  for (const [x, y] of pairs) less[x * m + y] = 1;
  return less;
}

/** All orders of the elements that respect `less`, as texts. */
function extensions(m: number, less: Uint8Array, placed: readonly number[] = []): string[] {
  if (placed.length === m) return [placed.join()];
  return Array.from({ length: m }, (_, x) => x)
    .filter((x) => !placed.includes(x))
    .filter((x) =>
      Array.from({ length: m }, (_, y) => y).every((y) => !less[y * m + x] || placed.includes(y)),
    )
    .flatMap((x) => extensions(m, less, [...placed, x]));
}

/** Total variation that the start may be off by, as the sampler promises. */
const OFF = 1e-3;

/**
 * The extension that sampling starts from. Element 0 must be below all others: then a draw of 0 moves
 * nothing, neither by an exchange (of the first two) nor by a reinsertion (of the first), so whatever is
 * sampled after the random draws have run out is where they have led.
 */
function startOf(m: number, less: Uint8Array, seed: number): string {
  let draws = 0;
  const random = exchangesFor(m, OFF);
  const draw = () => (draws++ < random ? uniform(seed, "inference", draws) : 0);
  const { rank } = sampleExtensions(m, less, draw);
  return Array.from({ length: m }, (_, place) => {
    const here = Array.from({ length: m }, (_, x) => rank[x * m + place]);
    const x = here.findIndex((share) => share > 0.5);
    // A thousand equal shares of 1/1000, summed.
    expect(here[x]).toBeCloseTo(1, 9);
    return x;
  }).join();
}

describe("the extension that sampling starts from", () => {
  const SEEDS = 1500;
  test.each([
    ["any order of four above one", 5, []],
    [
      "a fork: 1 below 2 and 3, and 4 beside them",
      5,
      [
        [1, 2],
        [1, 3],
      ],
    ],
    [
      "two chains of two",
      5,
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ] as const)("is uniform over all of them: %s", (_, m, pairs) => {
    const bottom = Array.from({ length: m - 1 }, (_, x) => [0, x + 1] as const);
    const less = orderOf(m, [...bottom, ...pairs]);
    const all = extensions(m, less);
    const counts = new Map(all.map((order) => [order, 0]));
    for (let seed = 0; seed < SEEDS; seed++) {
      const order = startOf(m, less, seed);
      expect(counts.has(order)).toBe(true);
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const p = 1 / all.length;
    const error = Math.sqrt((p * (1 - p)) / SEEDS);
    // At most 24 shares: 4.5 standard errors leave a chance of 2e-4 that one is off.
    for (const count of counts.values())
      expect(Math.abs(count / SEEDS - p)).toBeLessThan(4.5 * error + OFF);
  });
});

test("a share of 1/2 is off by no more than a thousand draws that are half worth it would be", () => {
  const [m, runs] = [4, 100];
  const nothing = new Uint8Array(m * m);
  let squares = 0;
  for (let run = 0; run < runs; run++) {
    let draws = 0;
    const { before } = sampleExtensions(m, nothing, () => uniform(run, "inference", draws++));
    squares += (before[1] - 1 / 2) ** 2 / runs;
  }
  // The spread of 100 values is itself known to a share 1 / sqrt(200): four of these.
  const most = Math.sqrt((1 / 4) * (2 / 1000)) * (1 + 4 / Math.sqrt(200));
  expect(Math.sqrt(squares)).toBeLessThan(most);
});
