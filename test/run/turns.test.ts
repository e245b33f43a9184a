import { expect, test } from "vitest";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { START } from "../../src/run/outcome";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import { party, pauseOf, type Turns } from "../../src/run/turns";

const at = (step: number): Standing => ({
  ...NOT_BEGUN,
  progress: { ...START, step },
  checkpoint: { step, state: new Float32Array() },
});

const turns = (changes: readonly Partial<Settings>[], legs?: readonly number[]): Turns => ({
  settings: changes.map((change) => ({ ...DEFAULTS, ...change })),
  ...(legs && { legs }),
});

test("a replica that has reached a stop goes on to the next one, and from the last to its end", () => {
  const legs = turns([{}], [200, 1000]);
  expect(pauseOf(legs, NOT_BEGUN)).toBe(200);
  expect(pauseOf(legs, at(199))).toBe(200);
  expect(pauseOf(legs, at(200))).toBe(1000);
  expect(pauseOf(legs, at(1000))).toBe(Infinity);
  expect(pauseOf(turns([{}]), at(7))).toBe(Infinity);
});

test("who is furthest behind is trained first: 200 comes before 1000", () => {
  const legs = turns([{ seed: 0 }, { seed: 1 }, { seed: 2 }], [200, 1000]);
  const standings = [at(200), at(150), at(1000)];
  expect(party(legs, standings, [0, 1, 2], 1)).toEqual([1]);
  expect(party(legs, standings, [0, 2], 1)).toEqual([0]);
  expect(party(legs, standings, [2], 1)).toEqual([2]);
});

test("as many are put side by side as fit, and not one more", () => {
  const seeds = turns([0, 1, 2, 3, 4].map((seed) => ({ seed })));
  const standings = seeds.settings.map(() => NOT_BEGUN);
  expect(party(seeds, standings, [0, 1, 2, 3, 4], 3)).toEqual([0, 1, 2]);
  expect(party(seeds, standings, [3, 4], 3)).toEqual([3, 4]);
});

test.each<[string, Partial<Settings>]>([
  ["width", { width: 9 }],
  ["loss", { loss: "mse" }],
  ["optimiser", { optimiser: "gd" }],
  ["horizon", { steps: DEFAULTS.steps + 1 }],
])("replicas of another %s are not trained side by side", (_, change) => {
  const mixed = turns([{}, change, { seed: 2 }]);
  const standings = mixed.settings.map(() => NOT_BEGUN);
  expect(party(mixed, standings, [0, 1, 2], 3)).toEqual([0, 2]);
});

test("replicas at different steps are not trained side by side", () => {
  const seeds = turns([0, 1, 2].map((seed) => ({ seed })));
  expect(party(seeds, [at(5), at(6), at(5)], [0, 1, 2], 3)).toEqual([0, 2]);
});
