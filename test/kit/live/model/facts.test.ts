import { expect, test } from "vitest";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { shapeOf } from "../../../../src/experiment/shape";
import { factsOf, filled, UNKNOWN } from "../../../../src/kit/live/model/facts";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { COLUMN, MEASURES } from "../../../../src/run/frame";

const SETTINGS: Settings = { ...DEFAULTS, n: 6, width: 10, depth: 0 };

/** Accuracies that say at which step they were measured. */
const history = append(
  emptyHistory(SETTINGS),
  [0, 1, 2, 3].map((step) => {
    const measures = new Float64Array(MEASURES.length);
    measures[COLUMN.train] = step >= 1 ? 0.95 : 0.5;
    measures[COLUMN.test] = 0.9 + 0.01 * step;
    const parameters = new Float32Array(shapeOf(SETTINGS).size);
    for (let x = 0; x < 6; x++) parameters[2 * x] = x % 3;
    return { step, steps: Float64Array.of(step), measures, parameters };
  }),
);

test("facts are those of the shown step, and tell nothing that comes later", () => {
  expect(factsOf({ history, scrub: 2 })).toMatchObject({
    step: "2",
    test: "92\u00a0%",
    train: "95\u00a0%",
    trainStep: "1",
    testStep: "1",
    gap: "0",
    heaps: "three",
    classes: "three",
    n: "6",
    last: "5",
  });
  expect(factsOf({ history, scrub: 0 })).toMatchObject({
    test: "90\u00a0%",
    trainStep: UNKNOWN,
    gap: UNKNOWN,
  });
});

test("of an order there are no classes to be counted", () => {
  const settings: Settings = { ...SETTINGS, relation: "greater-than" };
  expect(factsOf({ history: { ...history, settings }, scrub: null })?.classes).toBe(UNKNOWN);
});

test("nothing is known before there is a run", () => {
  expect(factsOf({ history: null, scrub: null })).toBeNull();
  expect(filled("{step} steps", null)).toBe(`${UNKNOWN} steps`);
});
