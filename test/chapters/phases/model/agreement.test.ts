import { describe, expect, test } from "vitest";
import { agreement } from "../../../../src/chapters/phases/model/agreement";
import { DEFAULTS } from "../../../../src/experiment/params";
import type { Outcome } from "../../../../src/experiment/recording";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";

describe("the live run against what is stored", () => {
  const stored: Outcome = {
    stepsToTrain: 2,
    stepsToTest: 4,
    phase: "generalisation",
    steps: 6,
    trainAccuracy: 1,
    testAccuracy: 0.95,
    accuracy: 0.98,
    loss: 0.1,
    fellBack: false,
    diverged: false,
  };
  /** Accuracies at steps 0, 1, 2, ... */
  const run = (train: readonly number[], test: readonly number[]) =>
    append(emptyHistory(DEFAULTS), [
      {
        step: train.length - 1,
        steps: Float64Array.from(train.keys()),
        measures: Float64Array.from(train.flatMap((a, i) => [0, 0, a, test[i], 0])),
        parameters: new Float32Array(1),
      },
    ]);
  const train = [0.5, 0.6, 0.95, 1, 1, 1, 1, 1];
  const test_ = [0.5, 0.5, 0.6, 0.7, 0.92, 0.93, 0.95, 0.97];
  const upTo = (count: number) => run(train.slice(0, count), test_.slice(0, count));

  test("is open until the stored run's end, and then identical", () => {
    for (const count of [1, 3, 4, 6])
      expect(agreement(upTo(count), stored)).toEqual({ kind: "pending", until: 6 });
    expect(agreement(upTo(7), stored)).toEqual({ kind: "identical" });
    expect(agreement(upTo(8), stored)).toEqual({ kind: "identical" });
  });

  test("names the first thing that differs as soon as it does", () => {
    expect(agreement(upTo(5), { ...stored, stepsToTrain: 3 })).toEqual({
      kind: "different",
      what: "train passes 0.9 at 2, stored: at 3",
    });
    expect(agreement(upTo(5), { ...stored, stepsToTest: 3 })).toEqual({
      kind: "different",
      what: "test passes 0.9 at 4, stored: at 3",
    });
    expect(agreement(upTo(7), { ...stored, testAccuracy: 0.951 })).toMatchObject({
      kind: "different",
    });
  });

  test("does not hold against a network what it does after the stored run's end", () => {
    const early = { ...stored, stepsToTest: null, steps: 3, testAccuracy: 0.7 };
    expect(agreement(upTo(8), early)).toEqual({ kind: "identical" });
  });
});
