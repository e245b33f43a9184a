import { expect, test } from "vitest";
import {
  aheadUnit,
  breaksTransitivity,
  nearUnit,
  unitAccuracy,
} from "../../src/theory/idealDecoder";
import { makeRelation } from "../../src/theory/relation";

const n = 30;
const made = (name: "modulo-3" | "greater-than" | "complete-bipartite") =>
  makeRelation(name, { n, classes: 3, seed: 0, matrix: new Uint8Array(n * n) });

test("classes at three places and an order on a line are all that one unit needs", () => {
  const modulo = made("modulo-3");
  const order = made("greater-than");
  expect(unitAccuracy(modulo, nearUnit, modulo.grouping?.of ?? [])).toBe(1);
  expect(unitAccuracy(order, aheadUnit, order.grouping?.of ?? [])).toBe(1);
  // One place for all: every pair is called alike, and a third of them is.
  expect(unitAccuracy(modulo, nearUnit, new Float64Array(n))).toBeCloseTo(1 / 3, 12);
  // Backwards the order is right about the diagonal alone.
  const back = Array.from({ length: n }, (_, x) => -x);
  expect(unitAccuracy(order, aheadUnit, back)).toBeCloseTo(1 / n, 12);
});

test("a unit is not transitive where one step is below the root of 0.1 and two are not", () => {
  const broken = Array.from({ length: 40 }, (_, i) => (i + 1) / 100).filter(breaksTransitivity);
  // sqrt(0.1) = 0.316, half of it 0.158.
  expect([broken[0], broken.at(-1), broken.length]).toEqual([0.16, 0.31, 16]);
});
