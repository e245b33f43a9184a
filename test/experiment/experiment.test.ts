import { expect, test } from "vitest";
import { cells, seeds } from "../../src/experiment/experiment";
import { DEFAULTS } from "../../src/experiment/params";

test("several seeds are counted from one's own, and change nothing else", () => {
  const base = { ...DEFAULTS, seed: 7, width: 9 };
  expect(cells(seeds(base, 3))).toEqual([base, { ...base, seed: 8 }, { ...base, seed: 9 }]);
});
