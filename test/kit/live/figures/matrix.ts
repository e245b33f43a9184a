/**
 * @file Pictures of the relation matrix.
 */
import { type MatrixData, matrix } from "../../../../src/kit/live/view/matrix";
import { matrixTable } from "../../../../src/kit/live/view/matrixTable";
import type { Figure } from "../../../gallery/figure";
import { mask, modulo, NAMES, n, numbers, prediction, truth } from "../../../gallery/run";

const still = (title: string, size: Figure["size"], data: MatrixData): Figure => ({
  title,
  size,
  table: () => matrixTable(data),
  draw(root) {
    const view = matrix(root, {});
    view.update(data);
    return view.destroy;
  },
});

export const run: MatrixData = {
  n,
  labels: numbers(n),
  truth,
  mask,
  prediction,
  show: "prediction",
  order: null,
  highlighted: [],
};

const byClass = Array.from({ length: n }, (_, i) => (i % 10) * 3 + Math.floor(i / 10));

/** Equal modulo 5 on n elements; every fourth pair is held out. */
function made(count: number): MatrixData {
  const { of } = modulo(count, 5);
  const pair = <T>(f: (x: number, y: number) => T): T[] =>
    Array.from({ length: count * count }, (_, k) => f(Math.floor(k / count), k % count));
  return {
    ...run,
    n: count,
    labels: numbers(count),
    truth: pair((x, y) => (of[x] === of[y] ? 1 : 0)),
    mask: pair((x, y) => ((x * 7 + y * 13) % 4 ? 1 : 0)),
    prediction: pair((x, y) => (of[x] === of[y] ? 0.9 : 0.1)),
  };
}

export const matrixFigures: Readonly<Record<string, Figure>> = {
  matrixTruth: still("truth", [300, 330], { ...run, show: "truth" }),
  matrixPrediction: still("prediction", [300, 330], run),
  matrixErrors: still("errors", [300, 330], { ...run, show: "errors" }),
  matrixOrdered: still("sorted by class", [300, 330], { ...run, order: byClass }),
  matrixHighlighted: still("elements 4 and 9 stand out", [300, 330], {
    ...run,
    highlighted: [4, 9],
  }),
  matrixLarge: still("large", [560, 590], run),
  matrixSixty: still("sixty elements", [300, 330], made(60)),
  matrixNamed: still("names, long and wide ones among them", [420, 450], {
    ...made(12),
    labels: NAMES,
  }),
  matrixNamedSmall: still("names in a small picture", [280, 310], { ...made(12), labels: NAMES }),
  matrixFour: still("four elements", [280, 310], made(4)),
};
