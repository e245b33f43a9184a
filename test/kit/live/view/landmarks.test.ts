/** The steps of curves that keys go to, on curves whose landmarks are known. */
import { describe, expect, test } from "vitest";
import {
  landmarkFrom,
  landmarksOf,
  landmarkWords,
} from "../../../../src/kit/live/view/curvesLandmarks";
import type { CurvesData } from "../../../../src/kit/live/view/curvesLayout";

const STEPS = [0, 10, 100, 1000, 5000];
const curves = (
  series: Record<string, readonly number[]>,
  cursor: number | null = 0,
  rest: Partial<CurvesData> = {},
) =>
  ({
    name: "Accuracy",
    y: "linear",
    series: Object.entries(series).map(([label, values]) => ({
      label,
      values,
      steps: STEPS,
      colour: "",
    })),
    cursor,
    ...rest,
  }) as CurvesData;

const TEST = [0.5, 0.7, 0.95, 0.99, 0.85];

describe("landmarks", () => {
  test("of an accuracy: first above 0.9, its height, back below, the end", () => {
    expect(landmarksOf(curves({ test: TEST }))).toEqual([
      { step: 100, words: "first accuracy on held-out pairs above 0.9" },
      { step: 1000, words: "highest accuracy on held-out pairs, 0.99" },
      { step: 5000, words: "accuracy on held-out pairs back at or below 0.9 and the end" },
    ]);
    // 0.9 itself is not above it.
    expect(
      landmarksOf(curves({ test: [0.5, 0.6, 0.9, 0.9, 0.8] })).map(({ step }) => step),
    ).toEqual([100, 5000]);
  });

  test("of a loss: where it is lowest", () => {
    const loss = curves({ test: [0.7, 0.3, 0.1, 0.2, 0.4] }, 0, { name: "Loss", y: "log" });
    expect(landmarksOf(loss)[0]).toEqual({
      step: 100,
      words: "lowest loss on held-out pairs, 0.10",
    });
  });

  test("none of a former run, none before there is a point", () => {
    const ghost = { label: "last run, test", values: TEST, steps: STEPS, colour: "", ghost: true };
    expect(landmarksOf(curves({}, 0, { series: [ghost] }))).toEqual([]);
  });

  test("keys go to the next and the one before, both ways from between, and stop at the ends", () => {
    const from = (cursor: number, way: 1 | -1) =>
      landmarkFrom(curves({ test: TEST }, cursor), way)?.step;
    expect([from(0, 1), from(100, 1), from(101, 1), from(5000, 1)]).toEqual([
      100,
      1000,
      1000,
      undefined,
    ]);
    expect([from(5000, -1), from(1000, -1), from(999, -1), from(100, -1)]).toEqual([
      1000,
      100,
      100,
      undefined,
    ]);
  });

  test("are told in words", () => {
    const data = curves({ test: TEST }, 0);
    expect(landmarkWords(landmarkFrom(data, 1), 1)).toBe(
      "Step 100: first accuracy on held-out pairs above 0.9.",
    );
    expect(landmarkWords(landmarkFrom(data, -1), -1)).toBe(
      "There is no landmark before this step.",
    );
  });
});
