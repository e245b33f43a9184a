import { beforeAll, describe, expect, test } from "vitest";
import { missing, pythonWith } from "../../../scripts/python";
import { referenceEngine } from "../../../src/engine/reference/reference";
import { initialParameters } from "../../../src/experiment/initial";
import { DEFAULTS, PARAMS, type Settings } from "../../../src/experiment/params";
import type { Library } from "../../../src/experiment/program/program";
import { shapeOf } from "../../../src/experiment/shape";
import { COLUMN } from "../../../src/run/frame";
import { RELATIONS, type RelationName } from "../../../src/theory/relation";
import { type Inside, inside, PACKAGE_OF } from "./inside";

const UPDATES = 200;

/**
 * Of parameters, relative to the largest. Only the order of sums is another. On the way of these runs that made at most
 * 6e-15; where training is at the edge of stability roundings grow (docs/engines.md), which no run here reaches.
 */
const TOLERANCE = 1e-12;

const namesOf = <Name extends string>(values: Readonly<Record<Name, unknown>>) =>
  Object.keys(values) as Name[];

/** Every mode, loss and optimiser with the full batch, an even and an odd one; all else takes turns. */
const PRODUCT: readonly Settings[] = namesOf(PARAMS.mode.values)
  .flatMap((mode) =>
    namesOf(PARAMS.loss.values).flatMap((loss) =>
      namesOf(PARAMS.optimiser.values).flatMap((optimiser) =>
        [0, 32, 17].map((batch) => ({ mode, loss, optimiser, batch })),
      ),
    ),
  )
  .map((chosen, i): Settings => {
    const turn = <Value>(values: readonly Value[]): Value => values[i % values.length];
    const pace = chosen.optimiser === "gd" ? 30 : 1;
    return {
      ...DEFAULTS,
      ...chosen,
      relation: turn<RelationName>(namesOf(RELATIONS)),
      seed: i,
      n: turn([8, 9]),
      d: turn([2, 1, 3, 2, 5]),
      depth: turn([1, 3, 0, 2, 1, 3, 0]),
      width: turn([6, 5, 7, 8]),
      encoderRate: turn([1e-3, 1e-2]) * pace,
      decoderRate: turn([1e-3, 1e-2, 3e-3]) * pace,
      decoderDecay: turn([0, 0.1, 0, 1, 0.01]),
      embeddingSigma: turn([1, 1, 0.3]),
      decoderSigma: turn([1, 2, 1, 1]),
    };
  });

const ALL: readonly Settings[] = [
  ...PRODUCT,
  { ...DEFAULTS, n: 12, batch: 64 },
  { ...DEFAULTS, n: 4, d: 8, depth: 12, width: 2, optimiser: "adamw", decoderDecay: 0.5 },
  { ...DEFAULTS, n: 6, width: 128, depth: 1, trainFraction: 0.01 },
];

async function reference(settings: Settings) {
  const ensemble = await referenceEngine.create([settings]);
  const measures = await ensemble.advance([UPDATES]);
  const { state } = await ensemble.checkpoint();
  return {
    parameters: state.slice(0, shapeOf(settings).size),
    loss: measures[COLUMN.trainLoss],
    accuracies: [measures[COLUMN.train], measures[COLUMN.test]],
  };
}

describe.each<Library>(["numpy", "pytorch"])(
  "200 steps of %s are those of the reference",
  (library) => {
    const there = pythonWith(PACKAGE_OF[library]) !== null;
    if (!there) console.warn(missing(PACKAGE_OF[library]));
    let seen: readonly Inside[] = [];
    beforeAll(() => {
      if (there || library === "numpy") seen = inside(library, ALL, { updates: UPDATES });
    });

    const cases = ALL.map((settings, i) => ({ ...settings, i }));
    test.skipIf(!there && library === "pytorch").each(cases)(
      "$mode, $loss, $optimiser, batch $batch, depth $depth, decay $decoderDecay, seed $seed",
      async ({ i }) => {
        const expected = await reference(ALL[i]);
        const { first, last, measures } = seen[i];
        expect(first).toEqual([...initialParameters(ALL[i])]);
        const atol = TOLERANCE * Math.max(...expected.parameters.map(Math.abs));
        expect(last).toBeAllclose(expected.parameters, { atol });
        expect(measures[0]).toBeCloseTo(expected.loss, 12);
        expect(measures.slice(1)).toEqual(expected.accuracies);
      },
    );
  },
);
