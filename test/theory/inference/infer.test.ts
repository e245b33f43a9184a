import { describe, expect, test } from "vitest";
import { CLASSES, type ClassName } from "../../../src/theory/className";
import { infer } from "../../../src/theory/inference/infer";
import { type Prior, SILENT } from "../../../src/theory/inference/prior";
import { restrict, type Sample, UNKNOWN } from "../../../src/theory/inference/sample";
import { integer, uniform } from "../../../src/theory/random";
import { agreeing, commonTo, MEMBERS, partitionsOf, SIDE, shareOf } from "./members";

/** Elements, so few that all members can be listed in a moment. */
const SIZES: Record<ClassName, readonly number[]> = {
  generic: [2, 3],
  symmetric: [3, 4],
  antisymmetric: [3, 4],
  reflexive: [2, 3],
  transitive: [3, 4],
  equivalence: [4, 6],
  "total-order": [4, 6],
  "complete-bipartite": [3, 6],
  "incomplete-bipartite": [4, 5],
  tree: [4, 5, 6],
};
const SAMPLES = 60;

const priorOfClass = (name: ClassName, n: number, k: number): Prior => ({
  class: name,
  classes: k,
  side: SIDE.slice(0, n),
});

/** A part of a random member, of any size; `flips` pairs are then turned over. */
function randomSample(members: readonly Uint8Array[], n: number, seed: number, flips = 0): Sample {
  const truth = members[integer(seed, "relation", 0, members.length)];
  const share = uniform(seed, "mask", 0, 1);
  const value = truth.map((bit, pair) => (uniform(seed, "mask", pair) < share ? bit : UNKNOWN));
  for (let flip = 0; flip < flips; flip++) {
    const pair = integer(seed, "mask", flip, n * n, 2);
    if (value[pair] !== UNKNOWN) value[pair] = 1 - value[pair];
  }
  return { n, value };
}

const cases = CLASSES.flatMap((name) =>
  SIZES[name].flatMap((n) => {
    const counts = name === "equivalence" ? [1, 2, 3, n - 1, n] : [2];
    return counts.map((k) => ({ name, n, k }));
  }),
);

describe.each(cases)("$name on $n elements (k = $k), against all its members", ({ name, n, k }) => {
  const members = MEMBERS[name](n, k);
  const prior = priorOfClass(name, n, k);

  test("what is inferred is what all compatible members share, and p their share of R = 1", () => {
    for (let seed = 0; seed < SAMPLES; seed++) {
      const sample = randomSample(members, n, seed);
      const inference = infer(prior, sample, seed);
      if (inference.kind !== "consistent") throw new Error(`sample ${seed} is consistent`);
      const compatible = agreeing(members, sample.value);
      expect(inference.value).toEqual(commonTo(compatible));
      if (SILENT[name]) expect(inference.p).toBeNull();
      else {
        expect(inference.exact).toBe(true);
        // Sums of at most 6! terms in double precision.
        expect(inference.p).toBeAllclose(shareOf(compatible), { atol: 1e-12 });
      }
    }
  });

  test("a sample is called inconsistent iff no member agrees, and no named pair is idle", () => {
    for (let seed = 0; seed < SAMPLES; seed++) {
      const sample = randomSample(members, n, seed, 2);
      const inference = infer(prior, sample, seed);
      const possible = agreeing(members, sample.value).length > 0;
      expect(inference.kind).toBe(possible ? "consistent" : "inconsistent");
      if (inference.kind === "consistent") continue;
      const pairs = [...inference.pairs];
      expect(agreeing(members, restrict(sample, pairs).value)).toHaveLength(0);
      for (const pair of pairs) {
        const without = restrict(
          sample,
          pairs.filter((other) => other !== pair),
        );
        expect(agreeing(members, without.value).length).toBeGreaterThan(0);
      }
    }
  });
});

describe("equivalence without the number of classes", () => {
  const n = 6;
  const any = partitionsOf(n, null);
  test.each([2, 3, 4])("the closure is what all partitions share, k = %i", (k) => {
    const members = MEMBERS.equivalence(n, k);
    for (let seed = 0; seed < SAMPLES; seed++) {
      const sample = randomSample(members, n, seed);
      const inference = infer(priorOfClass("equivalence", n, k), sample, seed);
      if (inference.kind !== "consistent") throw new Error(`sample ${seed} is consistent`);
      expect(inference.closed).toEqual(commonTo(agreeing(any, sample.value)));
    }
  });
});
