import { describe, expect, test } from "vitest";
import { infer } from "../../../src/theory/inference/infer";
import { UNKNOWN } from "../../../src/theory/inference/sample";

const [N, K] = [12, 3];
/** Pairs known to be in different classes: a wheel's rim of five, and two spokes that join it late. */
const APART = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 0],
  [5, 0],
  [5, 2],
  [6, 5],
] as const;

/** P(x and y in one class) over all partitions into exactly K classes that keep those pairs apart. */
function byEnumeration(): Float64Array {
  const together = new Float64Array(N * N);
  let all = 0;
  const of: number[] = [];
  const place = (x: number, used: number): void => {
    if (x === N) {
      if (used < K) return;
      all += 1;
      for (let a = 0; a < N; a++)
        for (let b = 0; b < N; b++) if (of[a] === of[b]) together[a * N + b] += 1;
      return;
    }
    for (let label = 0; label <= Math.min(used, K - 1); label++) {
      of[x] = label;
      const clash = APART.some(([a, b]) => Math.max(a, b) === x && of[a] === of[b]);
      if (!clash) place(x + 1, Math.max(used, label + 1));
    }
  };
  place(0, 0);
  return together.map((count) => count / all);
}

/** p of a sample that knows those pairs alone, by draws numbered `index`. */
function sampled(index: number) {
  const value = new Uint8Array(N * N).fill(UNKNOWN);
  for (const [a, b] of APART) value[a * N + b] = 0;
  const prior = { class: "equivalence", classes: K, side: new Uint8Array(N) } as const;
  const found = infer(prior, { n: N, value }, 0, index);
  if (found.kind === "inconsistent" || !found.p) throw new Error("the sample has members");
  return found;
}

describe("an equivalence with too many members to list", () => {
  const RUNS = 60;
  const runs = Array.from({ length: RUNS }, (_, index) => sampled(index));
  const expected = byEnumeration();
  const values = (pair: number) => runs.map(({ p }) => p?.[pair] ?? Number.NaN);
  const meanOf = (of: readonly number[]) => of.reduce((sum, p) => sum + p, 0) / of.length;
  const spreadOf = (of: readonly number[]) => {
    const mean = meanOf(of);
    return Math.sqrt(of.reduce((sum, p) => sum + (p - mean) ** 2, 0) / (of.length - 1));
  };

  test("is drawn from, not counted", () => {
    expect(runs.every(({ exact }) => !exact)).toBe(true);
  });

  test("the mean share over many draws is that of all its members", () => {
    for (let a = 0; a < N; a++)
      for (let b = a + 1; b < N; b++) {
        const of = values(a * N + b);
        const error = spreadOf(of) / Math.sqrt(RUNS);
        // 66 pairs are compared: five standard errors leave a chance of some 1e-4 (t, 59 degrees).
        expect(Math.abs(meanOf(of) - expected[a * N + b])).toBeLessThan(5 * error + 1e-9);
      }
  });

  test("a share of one third has the standard error 0.016 that is promised", () => {
    // Elements 10 and 11 are free: by symmetry they are together as often as any two such.
    const spread = spreadOf(values(10 * N + 11));
    // The spread of 60 values is itself known to a share 1 / sqrt(2 * 59) = 9 %: four of these.
    expect(spread).toBeLessThan(0.016 * 1.37);
    expect(spread).toBeGreaterThan(0.016 / 1.6); // Far more draws than promised would cost time.
  });
});
