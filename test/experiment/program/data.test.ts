import { beforeAll, expect, test } from "vitest";
import { batches, batchSize, makeDataset } from "../../../src/experiment/dataset";
import { initialParameters } from "../../../src/experiment/initial";
import { packMatrix } from "../../../src/experiment/matrix";
import { DEFAULTS, type Settings } from "../../../src/experiment/params";
import { schedule } from "../../../src/run/schedule";
import { PHASES, phaseOf } from "../../../src/theory/phase";
import { RELATIONS, type RelationName } from "../../../src/theory/relation";
import { type Inside, inside } from "./inside";

/** Of which a batch of 13 or more spans epochs. */
const BATCHES = 40;

/** n * n bits without an order that one sees. */
const bitsOf = (n: number, step: number): string =>
  packMatrix(Uint8Array.from({ length: n * n }, (_, i) => ((i * i * step + i) % 7) % 2));

const names = Object.keys(RELATIONS) as RelationName[];

/** Each relation with seeds up to the largest and sizes up to the largest. */
const DRAWN = names.flatMap((relation, r) =>
  [0, 7, 12_345, 2 ** 31, 2 ** 32 - 1].map(
    (seed, s): Settings => ({
      ...DEFAULTS,
      relation,
      seed,
      n: [5, 13, 30, 8, 21][(r + s) % 5],
      classes: [2, 3, 30, 5][(r + s) % 4],
      trainFraction: [0.75, 0.01, 0.5, 0.99][(r + s) % 4],
      batch: [13, 0, 64, 1, 101][s],
      d: 1 + (s % 3),
      depth: s % 4,
      width: 9,
      embeddingSigma: [1, 0.37, 2][s % 3],
      decoderSigma: [1, 3, 0.1][r % 3],
      steps: [1, 199, 200, 12_345, 100_000][s],
    }),
  ),
);

const CHOSEN: readonly Settings[] = [
  { ...DEFAULTS, relation: "custom", n: 9, matrix: bitsOf(9, 3), batch: 10 },
  { ...DEFAULTS, relation: "custom", n: 6, matrix: "" },
  { ...DEFAULTS, n: 11, mask: bitsOf(11, 5), batch: 7 },
  { ...DEFAULTS, relation: "custom", n: 10, matrix: bitsOf(10, 2), mask: bitsOf(10, 3), seed: 5 },
  { ...DEFAULTS, relation: "equivalence", n: 60, classes: 30, seed: 99, batch: 3600 },
  { ...DEFAULTS, relation: "transitive", n: 60, seed: 3, batch: 2699 },
];

const ALL = [...DRAWN, ...CHOSEN];
let seen: readonly Inside[] = [];
beforeAll(() => {
  seen = inside("numpy", ALL, { batches: BATCHES });
});

test("a program draws the same relation, split, first parameters and batches", () => {
  expect(seen).toHaveLength(ALL.length);
  for (const [i, settings] of ALL.entries()) {
    const { relation, mask, train } = makeDataset(settings);
    const batchAt = batches(settings, train);
    const full = batchSize(settings) === train.length;
    const words = JSON.stringify(settings);
    expect(seen[i].truth, words).toEqual([...relation.truth]);
    expect(seen[i].train, words).toEqual([...train]);
    expect(seen[i].test, words).toEqual([...mask.keys()].filter((pair) => mask[pair] === 0));
    expect(seen[i].first, words).toEqual([...initialParameters(settings)]);
    expect(seen[i].batches, words).toEqual(
      full ? [] : Array.from({ length: BATCHES }, (_, step) => [...batchAt(step)]),
    );
  }
});

test("a program evaluates at the same steps, and calls the phases the same", () => {
  for (const [i, { steps }] of ALL.entries()) expect(seen[i].schedule).toEqual(schedule(steps));
  const [{ phases }] = seen;
  for (const [train, test, phase] of phases) expect(phase).toBe(phaseOf({ train, test }));
  expect(new Set<string>(phases.map(([, , phase]) => phase))).toEqual(new Set<string>(PHASES));
});
