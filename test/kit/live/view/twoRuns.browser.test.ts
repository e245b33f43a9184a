/** @file Two runs in one matrix and in one chart: what differs is marked, and whose line is whose is seen. */
import { expect, test } from "vitest";
import { curves } from "../../../../src/kit/live/view/curves";
import type { CurvesData } from "../../../../src/kit/live/view/curvesLayout";
import { type MatrixData, matrix } from "../../../../src/kit/live/view/matrix";
import { makeStand, pixel, press } from "../../../stand";

const stand = makeStand(300, 330);
const n = 4;
const pairs = Array.from({ length: n * n }, (_, i) => i);
const name = "in B";

const data: MatrixData = {
  n,
  labels: ["0", "1", "2", "3"],
  truth: pairs.map((pair) => (pair === 6 ? 1 : 0)),
  mask: pairs.map(() => 1),
  prediction: pairs.map((pair) => (pair === 1 ? 0.9 : pair === 9 ? 0.4 : 0.1)),
  other: {
    name,
    truth: pairs.map(() => 0),
    prediction: pairs.map(() => 0.1),
  },
  show: "difference",
  order: null,
  highlighted: [],
};

/** Colour at a share of the way through the cell of a pair. */
function colourIn(pair: number, across: number, down: number): readonly number[] {
  const canvas = stand.find("canvas") as HTMLCanvasElement;
  const margin = 22;
  const cell = Math.floor((Math.min(canvas.clientWidth, canvas.clientHeight) - margin) / n);
  const [x, y] = [Math.floor(pair / n), pair % n];
  return pixel(canvas, margin + (y + across) * cell, margin + (x + down) * cell);
}

const darkness = ([r, g, b]: readonly number[]) => 765 - r - g - b;

test("the difference shades a cell, a dot marks another answer, a stroke another truth", () => {
  const view = stand.mount(matrix, data, {});
  const corner = (pair: number) => darkness(colourIn(pair, 0.2, 0.2));
  const middle = (pair: number) => darkness(colourIn(pair, 0.5, 0.5));
  const offDiagonal = (pair: number) => darkness(colourIn(pair, 0.3, 0.7));
  // 0.8 apart, 0.3 apart, and not at all.
  expect(corner(1)).toBeGreaterThan(corner(9) + 60);
  expect(corner(9)).toBeGreaterThan(corner(3) + 60);
  expect(middle(1)).toBeGreaterThan(corner(1) + 60);
  expect(Math.abs(middle(9) - corner(9))).toBeLessThan(12);
  expect(offDiagonal(6)).toBeGreaterThan(corner(6) + 200);
  expect(Math.abs(offDiagonal(3) - corner(3))).toBeLessThan(12);
  view.destroy();
});

test("a cell is read with both answers and both truths, and the count is in the name", () => {
  const view = stand.mount(matrix, data, {});
  expect(stand.find("[role=img]").getAttribute("aria-label")).toContain(
    "showing difference: 0 pairs held out, 2 predicted wrongly, 1 answered otherwise in B",
  );
  for (const key of ["ArrowRight", "ArrowRight"]) press(stand.find("[role=img]"), key);
  expect(stand.find(".reading").textContent).toBe("R(0, 1) = 0, trained on, P = 0.90, 0.10 in B");
  for (const key of ["ArrowDown", "ArrowRight"]) press(stand.find("[role=img]"), key);
  expect(stand.find(".reading").textContent).toBe(
    "R(1, 2) = 1 (0 in B), trained on, P = 0.10, 0.10 in B",
  );
  view.destroy();
});

test("of two runs that are one, nothing is shaded", () => {
  const same = { ...data, other: { name, truth: data.truth, prediction: data.prediction } };
  const view = stand.mount(matrix, same, {});
  const colours = pairs.map((pair) => colourIn(pair, 0.5, 0.5).join());
  expect(new Set(colours).size).toBe(1);
  view.destroy();
});

test("the second run’s line is dashed and named at its end", () => {
  const series = (label: string, top: number, dashed: boolean) => ({
    label,
    colour: "var(--test)",
    steps: [1, 10, 100],
    values: [0.5, 0.6, top],
    ...(dashed && { dashed }),
  });
  const chart: CurvesData = {
    name: "Accuracy",
    series: [series("test A", 0.95, false), series("test B", 0.75, true)],
    y: "linear",
    references: [],
    marks: [],
    band: null,
    cursor: 100,
  };
  const view = stand.mount(curves, chart, {});
  const [a, b] = stand.root.querySelectorAll(".lines path");
  expect(getComputedStyle(a).strokeDasharray).toBe("none");
  expect(getComputedStyle(b).strokeDasharray).toMatch(/^\d/);
  expect(b.getBoundingClientRect().top).toBeGreaterThan(a.getBoundingClientRect().top + 20);
  expect(stand.texts(".words .curve")).toEqual(["test A 0.95", "test B 0.75"]);
  view.destroy();
});
