import { expect, test } from "vitest";
import { type Side, sideOf, storyOf, zonesOf } from "../../src/theory/goldilocks";

const SIDES: Readonly<Record<string, Side>> = {
  C: "confusion",
  G: "generalisation",
  M: "memorisation",
};
const sides = (letters: string): Side[] => [...letters].map((letter) => SIDES[letter]);

test("sides follow Table 4: 0.9 must be exceeded, and without train there is no fit", () => {
  expect(sideOf(0.9, 1)).toBe("confusion");
  expect(sideOf(0.91, 0.9)).toBe("memorisation");
  expect(sideOf(0.91, 0.91)).toBe("generalisation");
});

test("zones are runs of one side, broken by what is not known", () => {
  const [g, m] = [SIDES.G, SIDES.M];
  expect(zonesOf([g, g, m, null, m])).toEqual([
    { side: g, from: 0, to: 1 },
    { side: m, from: 2, to: 2 },
    { side: m, from: 4, to: 4 },
  ]);
  expect(zonesOf([])).toEqual([]);
});

// Judged by hand from the text of section 4.
test.each([
  ["CGGGMM", "holds", "holds", "holds"],
  ["GGGMM", "fails", "holds", "holds"],
  ["CGGG", "holds", "holds", "fails"],
  ["CMGGMC", "partly", "holds", "partly"],
  ["CGMGCC", "holds", "partly", "fails"],
  ["CCMM", "holds", "fails", "holds"],
  ["CCCC", "holds", "fails", "fails"],
  ["G", "fails", "holds", "fails"],
])("%s: shallow %s, zone %s, deep %s", (letters, shallow, between, deep) => {
  expect(storyOf(sides(letters))).toEqual({ shallow, between, deep });
});
