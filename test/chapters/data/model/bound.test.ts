import { beforeEach, describe, expect, test } from "vitest";
import { HOME } from "../../../../src/app/chapters";
import { applyDataPreset, chooseRelation } from "../../../../src/chapters/data/model/actions";
import {
  belowBound,
  bitsOf,
  canBeKnown,
  contradictionOf,
  descriptionOf,
  formulasOf,
  labelBits,
  measuredCritical,
} from "../../../../src/chapters/data/model/boundFacts";
import { dataState } from "../../../../src/chapters/data/model/boundStudy";
import { fractionsFor, subjectOf } from "../../../../src/chapters/data/model/boundSubject";
import type { DataChoices } from "../../../../src/chapters/data/model/choices";
import { DATA_PART } from "../../../../src/chapters/data/model/choices";
import {
  CURVE_GUESS,
  distance,
  guessAt,
  HANDLES,
  withPoint,
} from "../../../../src/chapters/data/model/guess";
import { PRESETS } from "../../../../src/chapters/data/model/presets";
import type { BoundMean } from "../../../../src/chapters/data/worker/wire";
import type { Settings } from "../../../../src/experiment/params";
import { DEFAULTS } from "../../../../src/experiment/params";
import { beginGuess, moveGuess, revealGuess } from "../../../../src/kit/live/guess/actions";
import { type Guess, guessOf } from "../../../../src/kit/live/guess/guess";
import { choose } from "../../../../src/kit/live/model/actions";
import { partOf, partsWith } from "../../../../src/kit/live/model/link";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { boundCurve, sampleSize } from "../../../../src/theory/inference/bound";
import { boundMeans } from "../../../../src/theory/inference/boundMeans";

const boundSubject = (settings: Settings, known: DataChoices["class"]) =>
  subjectOf({
    page: { link: { ...HOME, settings, ...partsWith(HOME, DATA_PART, { class: known }) } },
  });

const point = (fraction: number, changes: Partial<BoundMean> = {}): BoundMean => ({
  fraction,
  samples: 900 * fraction,
  masks: 50,
  inferable: null,
  determined: null,
  bound: null,
  inconsistent: 0,
  contradiction: null,
  ...changes,
});

const modulo3 = boundSubject(DEFAULTS, "own");

describe("the fractions of a curve", () => {
  test("are those of whole samples, each once, 26 at n = 30", () => {
    expect(fractionsFor(30)).toHaveLength(26);
    const few = fractionsFor(4);
    expect(few).toEqual([...new Set(few)]);
    for (const fraction of few) expect(sampleSize(4, fraction) / 16).toBe(fraction);
  });
});

describe("what the numbers say", () => {
  test("Eq. (2) to (4) take b from the paper, the exact count, or the very relation", () => {
    expect(bitsOf(modulo3, "paper").bits).toBeCloseTo(30 * Math.log2(3), 12);
    expect(bitsOf(modulo3, "relabellings").bits).toBeCloseTo(39.8, 1);
    const symmetric = boundSubject(DEFAULTS, "symmetric");
    expect(descriptionOf(symmetric).paper).toBe(465);
    expect(descriptionOf(symmetric, "equivalence").relabellings).toBeCloseTo(39.8, 1);
    expect(descriptionOf(symmetric, "tree").relabellings).toBeNull();
    const transitive = boundSubject(DEFAULTS, "transitive");
    expect(bitsOf(transitive, "count")).toEqual({ bits: 450, from: "paper" });
    // Eq. (3) at 0.9, from the project's statement of the science.
    expect(formulasOf(modulo3, "paper")?.critical(0.9)).toBeCloseTo(0.1204, 4);
    const order = boundSubject({ ...DEFAULTS, relation: "greater-than" }, "own");
    expect(formulasOf(order, "paper")?.critical(0.9)).toBeCloseTo(0.299, 3);
  });

  test("formulas say nothing of a relation of one bit or less", () => {
    const lone = boundSubject({ ...DEFAULTS, relation: "modulo-k", n: 4, classes: 4 }, "own");
    expect(formulasOf(lone, "count")).toBeNull();
  });

  test("an answer carries the entropy of the share of ones", () => {
    expect(labelBits(modulo3.request.truth)).toBeCloseTo(0.918, 3); // H(1/3)
    const modulo5 = boundSubject({ ...DEFAULTS, relation: "modulo-5" }, "own");
    expect(labelBits(modulo5.request.truth)).toBeCloseTo(0.72, 2);
    expect(labelBits(Uint8Array.of(0, 0))).toBe(0);
  });

  test("Eq. (4) is below the bound only where it is by more than two standard errors", () => {
    const bound = (mean: number, error: number) => ({ bound: { mean, error } });
    const points = [
      point(0.1, bound(0.9, 0.001)), // below
      point(0.2, bound(0.9, 0.06)), // within the error
      point(0.3, bound(0.9, 0.001)), // below
      point(0.4, bound(0.9, 0.001)), // below
      point(0.5), // not known
      point(0.6, bound(0.8004, 0)), // not to be seen
    ];
    expect(belowBound(points, () => 0.8)).toEqual([
      [0.1, 0.1],
      [0.3, 0.4],
    ]);
  });

  test("the share wanted is reached between two points, with the error that the slope makes", () => {
    const inferable = (mean: number) => ({ inferable: { mean, error: 0.01 } });
    const points = [point(0.1, inferable(0.5)), point(0.2, inferable(0.9))];
    const found = measuredCritical(points, 0.7);
    expect(found?.fraction).toBeCloseTo(0.15, 12);
    expect(found?.error).toBeCloseTo(0.01 / 4, 12);
    expect(measuredCritical(points, 0.95)).toBeNull();
    expect(measuredCritical([point(0.1)], 0.5)).toBeNull();
  });

  test("sides can be known of a relation that has two", () => {
    expect(canBeKnown("incomplete-bipartite", modulo3)).toBe(false);
    expect(canBeKnown("tree", modulo3)).toBe(true);
    const graph = boundSubject({ ...DEFAULTS, relation: "incomplete-bipartite" }, "own");
    expect(canBeKnown("incomplete-bipartite", graph)).toBe(true);
  });

  test("an order with a circle in it contradicts itself, and two pairs show it", () => {
    const { settings, choices } = PRESETS[PRESETS.length - 1];
    const { request } = boundSubject({ ...DEFAULTS, ...settings }, choices.class ?? "own");
    const masks = 12;
    const means = boundMeans(request, [...boundCurve({ ...request, masks })]);
    const found = contradictionOf(means);
    expect(found?.most.masks).toBe(masks);
    expect(found?.most.inconsistent).toBeGreaterThan(6);
    const pairs = Array.from(found?.pairs ?? [], (pair) => [Math.floor(pair / 12), pair % 12]);
    expect([
      [
        [1, 2],
        [2, 1],
      ],
      [
        [3, 9],
        [9, 3],
      ],
    ]).toContainEqual(pairs);
    expect(
      contradictionOf(means.slice(0, 1).map((mean) => ({ ...mean, inconsistent: 0 }))),
    ).toBeNull();
  });
});

describe("a guess", () => {
  test("is straight between its points along the root of the fraction", () => {
    const values = HANDLES.map((_, i) => i / 8);
    for (const fraction of [0, 0.01, 0.3, 0.99, 1])
      expect(guessAt(values, fraction)).toBeCloseTo(Math.sqrt(fraction), 12);
  });

  test("is off by the mean absolute difference where there is a bound", () => {
    const flat = HANDLES.map(() => 0.5);
    const points = [
      point(0.1, { bound: { mean: 0.6, error: 0 } }),
      point(0.2, { bound: { mean: 0.3, error: 0 } }),
      point(0.3),
    ];
    expect(distance(flat, points)).toBeCloseTo(0.15, 12);
    expect(distance(flat, [point(0.3)])).toBeNull();
  });
});

let store: Store;
beforeEach(() => {
  store = createPageStore({ ...HOME, chapter: "data" });
});

describe("a reader", () => {
  test("draws within 0 and 1, and only until it is revealed", () => {
    const own = () => guessOf(store.getState().link) as Guess;
    const { first } = CURVE_GUESS.question;
    beginGuess(store, first(dataState(store).getState()) as Guess);
    moveGuess(store, withPoint(own(), 2, 7));
    moveGuess(store, withPoint(own(), 3, -1));
    revealGuess(store);
    moveGuess(store, withPoint(own(), 4, 0.9));
    expect(own()).toEqual({ kind: "curve", values: [50, 50, 100, 0, 50, 50, 50, 50, 50] });
  });

  test("takes another relation with its own class, and a matrix with the class it had", () => {
    choose(store, DATA_PART, { class: "symmetric", alpha: 0.8 });
    chooseRelation(store, "custom");
    expect(partOf(store.getState().link, DATA_PART).class).toBe("symmetric");
    chooseRelation(store, "greater-than");
    expect(partOf(store.getState().link, DATA_PART)).toEqual({ ...DATA_PART.initial, alpha: 0.8 });
  });

  test("presses a preset and gets its matrix, whatever was shown before", () => {
    const { settings, choices } = PRESETS[PRESETS.length - 1];
    applyDataPreset(store, settings, choices);
    expect(store.getState().link.settings).toMatchObject(settings);
    expect(partOf(store.getState().link, DATA_PART).class).toBe("total-order");
  });
});
