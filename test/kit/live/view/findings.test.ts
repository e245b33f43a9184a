/** What pictures of a run are said to show: on data of which it is true, and where it is not. */
import { describe, expect, test } from "vitest";
import { curvesFinding } from "../../../../src/kit/live/view/curvesFinding";
import type { CurvesData } from "../../../../src/kit/live/view/curvesLayout";
import type { LatentData } from "../../../../src/kit/live/view/latent";
import { latentFinding } from "../../../../src/kit/live/view/latentFinding";
import type { MatrixData } from "../../../../src/kit/live/view/matrix";
import { matrixFinding } from "../../../../src/kit/live/view/matrixFinding";

describe("latent space", () => {
  const latent = (points: readonly (readonly [number, number])[], rest: Partial<LatentData>) =>
    latentFinding({
      labels: points.map((_, i) => String(i)),
      positions: Float32Array.from(points.flat()),
      grouping: null,
      x: "plane",
      ...rest,
    } as LatentData);
  const classes = (...of: number[]): LatentData["grouping"] => ({
    kind: "classes",
    of: Uint8Array.from(of),
    count: Math.max(...of) + 1,
  });
  const three = classes(0, 0, 1, 1, 2, 2);

  test("says that classes stand apart, which of them do, and that none does", () => {
    const [a, b, c] = [
      [0, 0],
      [10, 0],
      [0, 10],
    ] as const;
    expect(latent([a, a, b, b, c, c], { grouping: three })).toBe(
      "All three classes stand apart, each repon with its own.",
    );
    // One repon of the third class has gone over to the second, whose two then have a stranger among them.
    expect(latent([a, a, b, b, c, b], { grouping: three })).toBe(
      "One of three classes stands apart; 4 of 6 repons still wander.",
    );
    // Long classes beside each other stand apart, though their ends are far from their middles.
    const long = [0, 10, 20, 30].flatMap(
      (x) =>
        [
          [x, 0],
          [x, 25],
        ] as [number, number][],
    );
    expect(latent(long, { grouping: classes(0, 1, 0, 1, 0, 1, 0, 1) })).toMatch(
      /^Both classes stand apart/,
    );
    expect(latent([a, b, c, a, b, c], { grouping: three })).toMatch(
      /^No class stands apart: 6 of 6/,
    );
    expect(latent([a, a, a, a, a, a], { grouping: three })).toMatch(/^No class stands apart/);
    expect(latent([a, b, c], { grouping: classes(0, 0, 0) })).toBe(
      "All 3 repons are of one class.",
    );
  });

  test("says whether ranks are in order along any direction, and how many are not", () => {
    const ranks = { kind: "ranks", of: Uint8Array.of(0, 1, 2, 3), count: 4 } as const;
    const inOrder = "The repons stand in the order of their ranks, along one direction.";
    const row: [number, number][] = [
      [0, 0],
      [-1, 3],
      [-2, 4],
      [-3, 9],
    ];
    expect(latent(row, { grouping: ranks })).toBe(inOrder);
    expect(latent([...row].reverse(), { grouping: ranks })).toBe(inOrder);
    const [first, second, third, fourth] = row;
    expect(latent([first, third, second, fourth], { grouping: ranks })).toBe(
      "Along the direction that goes with rank, 2 of 3 neighbouring ranks are in order.",
    );
  });

  test("counts heaps where nothing sorts the elements, along the axis that is not the step", () => {
    expect(
      latent(
        [
          [0, 0],
          [0.1, 0],
          [9, 0],
          [9, 0.1],
        ],
        {},
      ),
    ).toBe("The 4 repons stand in two heaps.");
    expect(
      latent(
        [
          [0, 0],
          [5, 0],
          [9, 0],
        ],
        {},
      ),
    ).toBe("The 3 repons stand each by itself.");
    expect(
      latent(
        [
          [1, 1],
          [1, 1],
        ],
        {},
      ),
    ).toBe("All 2 repons stand in one heap.");
    const late: [number, number][] = [
      [100, 0],
      [100, 0.1],
      [100, 9],
      [100, 9],
    ];
    expect(latent(late, { x: "step", grouping: classes(0, 0, 1, 1) })).toMatch(/^Both classes/);
  });
});

describe("the matrix", () => {
  const n = 6;
  const truth = Uint8Array.from({ length: n * n }, (_, pair) => pair % 2);
  const matrix = (wrong: readonly [x: number, y: number][], rest: Partial<MatrixData> = {}) => {
    const flipped = new Set(wrong.map(([x, y]) => x * n + y));
    return matrixFinding({
      n,
      labels: ["a", "b", "c", "d", "e", "f"],
      truth,
      mask: null,
      prediction: truth.map((bit, pair) => (flipped.has(pair) ? 1 - bit : bit)),
      show: "prediction",
      ...rest,
    } as MatrixData);
  };

  test("says how many pairs are right, and in which rows or columns the wrong ones lie", () => {
    expect(matrix([])).toBe("All 36 pairs are answered right.");
    expect(matrix([[2, 4]])).toBe(
      "35 of 36 pairs are answered right; the wrong one is in row c, column e.",
    );
    expect(
      matrix([
        [1, 0],
        [1, 3],
        [4, 2],
        [4, 4],
      ]),
    ).toBe("32 of 36 pairs are answered right; the wrong ones are all in rows b and e.");
    expect(
      matrix([
        [0, 5],
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    ).toMatch(/all in column f\.$/);
  });

  test("names no place that they do not have in common, but how many were held out", () => {
    const all: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ];
    expect(matrix(all)).toBe("32 of 36 pairs are answered right.");
    const mask = new Uint8Array(n * n).fill(1);
    mask[0 * n + 1] = 0;
    expect(matrix(all, { mask })).toMatch(/; 1 of the 4 wrong were held out\.$/);
    for (const [x, y] of all) mask[x * n + y] = 0;
    expect(matrix(all, { mask })).toMatch(/; the wrong ones were all held out\.$/);
  });

  test("without an answer says what there is; with a second network how many answers differ", () => {
    const mask = new Uint8Array(n * n).fill(1);
    mask[7] = 0;
    expect(matrix([], { prediction: null, mask })).toBe(
      "The relation holds for 18 of 36 pairs; 1 is held out.",
    );
    const other = {
      name: "in B",
      truth,
      prediction: truth.map((bit, i) => (i < 3 ? 1 - bit : bit)),
    };
    expect(matrix([], { other })).toMatch(/ 3 pairs are answered otherwise in B\.$/);
  });
});

describe("curves", () => {
  const STEPS = [0, 10, 100, 1000];
  const curves = (series: Record<string, readonly number[]>, rest: Partial<CurvesData> = {}) =>
    curvesFinding({
      name: "Accuracy",
      y: "linear",
      series: Object.entries(series).map(([label, values]) => ({
        label,
        values,
        steps: STEPS,
        colour: "",
      })),
      cursor: 1000,
      ...rest,
    } as CurvesData);

  test("say when an accuracy rose above 0.9, that it has not, and that it fell back", () => {
    expect(curves({ test: [0.5, 0.7, 0.91, 0.98] })).toBe(
      "Accuracy on held-out pairs rose above 0.9 at step 100 and is 0.98 now.",
    );
    expect(curves({ train: [0.5, 0.7, 0.9, 0.9] })).toBe(
      "Accuracy on the pairs it is trained on has not been above 0.9 and is 0.90 now.",
    );
    expect(curves({ entire: [0.5, 0.95, 0.9, 0.8] })).toMatch(
      /at step 10 and has fallen back to 0\.80\.$/,
    );
  });

  test("tell nothing that comes after the shown step, nor of a former run", () => {
    const shown = curves({ test: [0.5, 0.7, 0.91, 0.98] }, { cursor: 10 });
    expect(shown).toBe("Accuracy on held-out pairs has not been above 0.9 and is 0.70 at step 10.");
    const former = { label: "last run, test", values: [1], steps: [0], colour: "", ghost: true };
    expect(
      curvesFinding({
        name: "Accuracy",
        y: "linear",
        series: [former],
        cursor: 0,
      } as unknown as CurvesData),
    ).toBe("Nothing is measured yet.");
  });

  test("say of a loss whether it fell, rose, turned or stays", () => {
    const loss = (values: readonly number[]) =>
      curves({ test: values }, { name: "Loss", y: "log" });
    expect(loss([0.7, 0.5, 0.3, 0.1])).toBe("Loss on held-out pairs fell from 0.70 to 0.10.");
    expect(loss([0.1, 0.3, 0.5, 0.7])).toBe("Loss on held-out pairs rose from 0.10 to 0.70.");
    expect(loss([0.7, 0.3, 0.1, 0.4])).toMatch(
      /fell from 0\.70 to 0\.10 at step 100 and has risen to 0\.40/,
    );
    expect(loss([0.7, 0.701, 0.7, 0.699])).toMatch(/stays at 0\.70/);
  });
});
