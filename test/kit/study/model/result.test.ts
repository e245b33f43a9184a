import { expect, test } from "vitest";
import { DEFAULTS } from "../../../../src/experiment/params";
import {
  type Result,
  resultOf,
  stepsLeft,
  stepsMade,
} from "../../../../src/kit/study/model/result";
import { standing } from "./handPool";

const results = (...found: readonly (readonly [number, boolean] | null)[]): (Result | null)[] =>
  found.map((each) => each && resultOf(standing(...each)));
const settingsOf = (of: readonly unknown[]) => of.map(() => ({ ...DEFAULTS, steps: 1000 }));
const left = (of: readonly (Result | null)[]) => stepsLeft(settingsOf(of), of);

test("while none has ended every network is expected to go to its horizon", () => {
  expect(left(results([100, false], null))).toBe(900 + 1000);
});

test("then the others are expected to end where those did on average, and late ones at the horizon", () => {
  // Ended at 200 and 400. One at 100 has 200 to go, one that has not begun 300; one at 500 is late.
  const found = results([200, true], [400, true], [100, false], null, [500, false]);
  expect(left(found)).toBe(200 + 300 + 500);
  expect(left(results([200, true], [400, true]))).toBe(0);
});

test("steps made are those of all networks, ended or not", () => {
  expect(stepsMade(results([200, true], [100, false], null, [-1, false]))).toBe(300);
});
