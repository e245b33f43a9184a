/** @file Closures over every relation on 3 elements: the least of all that contain it and have the property. */
import { expect, test } from "vitest";
import { CLOSURES, type ClosureName, changedPairs } from "../../src/theory/closures";
import { counterexample } from "../../src/theory/properties";

const n = 3;
const matrixOf = (code: number) => Uint8Array.from({ length: 9 }, (_, pair) => (code >> pair) & 1);
const codes = Array.from({ length: 512 }, (_, code) => code);

test.each(Object.keys(CLOSURES) as ClosureName[])("%s", (name) => {
  const having = codes.filter(
    (code) => !counterexample(name, { n, truth: matrixOf(code), names: [] }),
  );
  for (const code of codes) {
    // What all that contain it have in common is the least of them.
    const least = having.filter((other) => (other & code) === code).reduce((a, b) => a & b);
    const before = matrixOf(code);
    const after = CLOSURES[name](n, before);
    expect(after).toEqual(matrixOf(least));
    expect(before).toEqual(matrixOf(code));
    expect(changedPairs(before, after)).toEqual(
      Array.from({ length: 9 }, (_, pair) => pair).filter((pair) => ((least & ~code) >> pair) & 1),
    );
  }
});
