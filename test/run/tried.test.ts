import { describe, expect, test } from "vitest";
import { DEFAULTS } from "../../src/experiment/params";
import {
  formatNotebook,
  formatTried,
  parseNotebook,
  parseTried,
  type Tried,
} from "../../src/run/tried";

const RUN: Tried = {
  settings: { ...DEFAULTS, n: 4, seed: 4294967295, encoderRate: 1e-6 },
  name: "=SUM(A1) “ø” \u0000",
  date: 1e12,
  order: 1e12 + 5,
  progress: { step: 70, train: 30, test: null, fellBack: true },
  accuracies: [1, 0.123],
  failed: false,
  link: "v=1&n=4",
  picture: [0, 100, 50, 50, 1, 2, 3, 4],
};

test("a notebook reads back as it was written", () => {
  expect(parseNotebook(formatNotebook([RUN, { ...RUN, settings: DEFAULTS, picture: [] }]))).toEqual(
    {
      runs: [RUN, { ...RUN, settings: DEFAULTS, picture: [] }],
      refused: [],
    },
  );
});

test("an entry from before there was an order stands where its date says", () => {
  const { order: _, ...older } = formatTried(RUN);
  expect(parseTried(older)).toEqual({ ...RUN, order: RUN.date });
});

test("a picture of another number of elements is left out", () => {
  expect(parseTried({ ...formatTried(RUN), picture: [1, 2] }).picture).toEqual([]);
});

describe("what is no entry is named, and the others are taken", () => {
  test.each<[string, object, RegExp]>([
    ["a setting that there is not", { settings: { n: 1e9 } }, /its n must be/],
    ["no settings", { settings: 3 }, /settings/],
    ["a name without end", { name: "x".repeat(1000) }, /name/],
    ["a step that is none", { progress: { ...RUN.progress, step: -1 } }, /progress\.step/],
    ["more than all right", { accuracies: [2, 0] }, /accuracies/],
    ["a date that no calendar has", { date: 1e300 }, /date/],
  ])("%s", (_, change, reason) => {
    const text = JSON.stringify({
      notebook: 1,
      runs: [{ ...formatTried(RUN), ...change }, formatTried(RUN)],
    });
    const { runs, refused } = parseNotebook(text);
    expect(runs).toEqual([RUN]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^run 1: /);
    expect(refused[0]).toMatch(reason);
  });
});

test.each([
  ["{", /no JSON/],
  ["[]", /no notebook/],
  ["null", /no notebook/],
  ['{"notebook":1}', /no notebook/],
  ['{"notebook":2,"runs":[]}', /form 2.*form 1/],
])("%s is no notebook", (text, reason) => {
  expect(() => parseNotebook(text)).toThrow(reason);
});
