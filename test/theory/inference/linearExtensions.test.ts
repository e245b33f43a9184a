import { describe, expect, test } from "vitest";
import { countExtensions, type Shares } from "../../../src/theory/inference/linearExtensions";
import { exchangesFor, sampleExtensions } from "../../../src/theory/inference/shuffledExtensions";
import { uniform } from "../../../src/theory/random";
import { closeTransitively } from "../../../src/theory/relation";

/** A random partial order: each pair x < y is comparable with the given chance, then closed. */
function randomOrder(m: number, seed: number, share: number): Uint8Array {
  const less = new Uint8Array(m * m);
  for (let x = 0; x < m; x++)
    for (let y = x + 1; y < m; y++)
      if (uniform(seed, "mask", x * m + y) < share) less[x * m + y] = 1;
  return closeTransitively(m, less);
}

/** All linear extensions, as the element at each position. */
function extensions(m: number, less: Uint8Array, placed: readonly number[] = []): number[][] {
  if (placed.length === m) return [[...placed]];
  return Array.from({ length: m }, (_, x) => x)
    .filter((x) => !placed.includes(x))
    .filter((x) => placed.filter((y) => less[y * m + x]).length === before(m, less, x))
    .flatMap((x) => extensions(m, less, [...placed, x]));
}

const before = (m: number, less: Uint8Array, x: number): number =>
  Array.from({ length: m }, (_, y) => less[y * m + x]).reduce((sum, bit) => sum + bit, 0);

const sharesOf = (m: number, all: readonly number[][]): Shares => {
  const shares = { before: new Float64Array(m * m), rank: new Float64Array(m * m) };
  for (const order of all)
    for (let i = 0; i < m; i++) {
      shares.rank[order[i] * m + i] += 1 / all.length;
      for (let j = i + 1; j < m; j++) shares.before[order[i] * m + order[j]] += 1 / all.length;
    }
  return shares;
};

describe("linear extensions, counted", () => {
  test("shares and ranks are those over all extensions of 7 elements", () => {
    for (let seed = 0; seed < 8; seed++) {
      const m = 7;
      const less = randomOrder(m, seed, 0.25);
      const counted = countExtensions(m, less, 1000);
      const expected = sharesOf(m, extensions(m, less));
      // Sums of at most 7! terms in double precision.
      expect(counted?.before).toBeAllclose(expected.before, { atol: 1e-12 });
      expect(counted?.rank).toBeAllclose(expected.rank, { atol: 1e-12 });
    }
  });

  test("one element beside a chain of 40 falls into each of its 41 gaps alike", () => {
    const m = 41;
    const less = Uint8Array.from({ length: m * m }, (_, pair) => {
      const [x, y] = [Math.floor(pair / m), pair % m];
      return x < y && y < m - 1 ? 1 : 0;
    });
    const shares = countExtensions(m, less, 1000);
    for (let x = 0; x < m - 1; x++) {
      expect(shares?.before[x * m + m - 1]).toBeCloseTo((40 - x) / 41, 12);
      expect(shares?.rank[(m - 1) * m + x]).toBeCloseTo(1 / 41, 12);
    }
  });

  test("more ideals than allowed gives null", () => {
    const nothing = new Uint8Array(100);
    expect(countExtensions(10, nothing, 1023)).toBeNull();
    expect(countExtensions(10, nothing, 1024)).not.toBeNull();
  });
});

describe("linear extensions, sampled", () => {
  test("the mean over 30 runs is the counted share", () => {
    const [m, runs] = [12, 30];
    const less = randomOrder(m, 3, 0.12);
    const counted = countExtensions(m, less, 10_000) as Shares;
    const sums = new Float64Array(m * m);
    const squares = new Float64Array(m * m);
    for (let run = 0; run < runs; run++) {
      let draws = 0;
      const sampled = sampleExtensions(m, less, () => uniform(run, "inference", draws++));
      sampled.before.forEach((p, pair) => {
        sums[pair] += p / runs;
        squares[pair] += (p * p) / runs;
      });
    }
    sums.forEach((p, pair) => {
      const error = Math.sqrt(Math.max(0, squares[pair] - p * p) / (runs - 1));
      // 66 pairs are compared: five standard errors leave a chance of about 1e-3 (t, 29 degrees).
      expect(Math.abs(p - counted.before[pair])).toBeLessThan(5 * error + 1e-9);
    });
  });

  test.each([
    ["no relation at all", 0],
    ["a sparse order", 0.3],
  ])("the start is as close to uniform as Bubley and Dyer's bound says: %s", (_, share) => {
    const m = 5;
    const less = randomOrder(m, 1, share);
    const all = extensions(m, less).map((order) => order.join());
    const K = (m ** 3 - m) / 6;
    const off = 0.05;
    let at = new Map([[all[0], 1]]);
    for (let t = 0; t < exchangesFor(m, off); t++) {
      const next = new Map<string, number>();
      const add = (order: string, mass: number) => next.set(order, (next.get(order) ?? 0) + mass);
      for (const [order, mass] of at) {
        add(order, mass / 2);
        for (let i = 1; i < m; i++) {
          const swapped = order.split(",");
          [swapped[i - 1], swapped[i]] = [swapped[i], swapped[i - 1]];
          const to = swapped.join();
          add(all.includes(to) ? to : order, (mass / 2) * ((i * (m - i)) / K));
        }
      }
      at = next;
    }
    const distance = all.reduce((sum, o) => sum + Math.abs((at.get(o) ?? 0) - 1 / all.length), 0);
    expect(distance / 2).toBeLessThan(off);
  });
});
