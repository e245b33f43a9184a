import { expect, test } from "vitest";
import { biasWords, scoreBias } from "../../../../src/chapters/data/model/biasClaim";
import type { GapRow } from "../../../../src/chapters/data/model/figure3Data";
import { idealWords, stepWords } from "../../../../src/chapters/data/model/ideal";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";

const row = (label: string, settings: Partial<Settings>, gap: number | null): GapRow => ({
  architecture: {
    label,
    settings: { ...DEFAULTS, ...settings },
    points: [1, 0.65].map((entire, seed) => ({
      replica: seed,
      x: 0.5,
      seed,
      accuracies: { entire, test: 0, train: 0 },
      step: 10,
      finished: true,
    })),
  },
  reached: null,
  gap,
});
const concat = row("concat, 3 × 50", { mode: "concat", depth: 3 }, 0.34);
const deep = (gap: number | null) =>
  row("difference, 3 × 50, d = 2", { mode: "difference", depth: 3 }, gap);
const shallow = (gap: number | null) =>
  row("difference, 0 hidden, d = 1", { mode: "difference", depth: 0, d: 1 }, gap);

test("more bias, smaller gap is counted, and what goes the other way is named", () => {
  expect(biasWords(scoreBias([concat, deep(0.2), shallow(0.1)]))).toBe(
    "“More bias, smaller gap”: of 3 pairs of decoders of which one is the other made simpler it holds for 3.",
  );
  expect(biasWords(scoreBias([concat, deep(0.45), shallow(0.1)]))).toMatch(
    /holds for 2, but x − y, 3 × 50, d = 2 \(\+0\.450\) lies further off than \[x, y\], 3 × 50 \(\+0\.340\)\.$/,
  );
  expect(biasWords(scoreBias([concat, deep(0.2), shallow(null)]))).toMatch(
    /of 1 pairs.*holds for 1\. In 2 more the simpler/,
  );
  expect(biasWords(scoreBias([concat]))).toMatch(/^No two/);
});

test("networks whose rates are others too are not compared", () => {
  const fast = row("concat, 3 × 50, encoder rate 0.01", { mode: "concat", depth: 3 }, 0.01);
  expect(scoreBias([fast, deep(0.2)]).pairs).toBe(0);
});

test("the decoder that is set by hand stands beside the trained one of its shape, where the paper has one", () => {
  const order = { ...DEFAULTS, relation: "greater-than" } as const;
  expect(idealWords(order, [concat, shallow(0.1)])).toMatch(
    /^Set by hand: the elements in their order.*all 900 pairs right.*has a gap of \+0\.100, and its worst network stays at 0\.65\.$/,
  );
  expect(idealWords(DEFAULTS, [shallow(0.1)])).toMatch(/0\.1 − \(x − y\)².*training\.$/);
  for (const relation of ["complete-bipartite", "symmetric"] as const)
    expect(idealWords({ ...DEFAULTS, relation }, [])).toMatch(/sets no decoder by hand/);
});

test("three repons are near, not near, or the counterexample", () => {
  expect(stepWords(0.1)).toMatch(/^All three are near each other \(0\.040 < 0\.1\)/);
  expect(stepWords(0.22)).toMatch(
    /^Not transitive: a and b are near \(0\.048 < 0\.1\).*\(0\.194 ≥ 0\.1\)/,
  );
  expect(stepWords(0.35)).toMatch(/^None is near another \(0\.122 ≥ 0\.1\)/);
});
