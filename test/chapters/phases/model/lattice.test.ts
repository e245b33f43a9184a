import { describe, expect, test } from "vitest";
import { gridHere, PHASES_PART } from "../../../../src/chapters/phases/model/choices";
import { latticeOf, PLANE_KEYS, valuesOf } from "../../../../src/chapters/phases/model/lattice";
import { type Axis, cells } from "../../../../src/experiment/experiment";
import { DEFAULTS } from "../../../../src/experiment/params";
import { parseValue } from "../../../../src/experiment/settings";

const x: Axis = { key: "encoderRate", values: [1e-4, 1e-3] };
const y: Axis = { key: "decoderRate", values: [1e-5, 1e-4, 1e-3] };
const seed: Axis = { key: "seed", values: [7, 8] };

describe("a lattice", () => {
  test("finds every replica where `cells` put it, whatever the order of the axes", () => {
    for (const axes of [
      [x, y, seed],
      [seed, x, y],
      [x, seed, y],
    ]) {
      const experiment = { base: DEFAULTS, axes };
      const lattice = latticeOf(experiment);
      if (!lattice) throw new Error("it is a lattice");
      const all = cells(experiment);
      lattice.x.values.forEach((encoderRate, column) => {
        lattice.y.values.forEach((decoderRate, row) => {
          lattice.seeds.forEach((each, s) => {
            expect(all[lattice.index(column, row, s)]).toMatchObject({
              encoderRate,
              decoderRate,
              seed: each,
            });
          });
        });
      });
    }
  });

  test("without seeds has one network in a cell", () => {
    expect(latticeOf({ base: DEFAULTS, axes: [x, y] })?.seeds).toHaveLength(1);
  });

  test("is none where a plane is not spanned, or its values do not ascend", () => {
    const none = [
      { base: DEFAULTS, axes: [x, seed] },
      { base: DEFAULTS, axes: [x, { key: "mode", values: ["concat"] } as Axis] },
      { base: DEFAULTS, axes: [{ ...x, values: [1e-3, 1e-4] }, y] },
      { base: DEFAULTS, axes: [x, y], variants: [{ label: "a", settings: {} }] },
    ];
    for (const experiment of none) expect(latticeOf(experiment)).toBeNull();
  });
});

describe("values of an axis", () => {
  test("are half-decades with four digits, as in the recorded figures", () => {
    expect(valuesOf("encoderRate", 1e-5, 1e-1, 9)).toEqual([
      1e-5, 3.162e-5, 1e-4, 3.162e-4, 1e-3, 3.162e-3, 1e-2, 3.162e-2, 1e-1,
    ]);
  });

  test("begin with none where 0 means something, and hold whole numbers once", () => {
    expect(valuesOf("decoderDecay", 0, 10, 6)).toEqual([0, 1e-4, 1.778e-3, 3.162e-2, 0.5623, 10]);
    expect(valuesOf("depth", 0, 3, 9)).toEqual([0, 1, 2, 3]);
  });

  test("ascend within the knob's range, whatever was asked for", () => {
    for (const key of PLANE_KEYS)
      for (const [from, to] of [
        [1e-6, 1e4],
        [1e4, 0],
        [5, 5],
      ]) {
        const values = valuesOf(key, from, to, 7);
        expect(values.length).toBeGreaterThan(0);
        expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
        for (const value of values) expect(parseValue(key, value)).toEqual({ value });
      }
  });
});

test("A grid of one's own does not change when one of its cells becomes the page's run", () => {
  const before = gridHere(PHASES_PART.initial, DEFAULTS);
  for (const cell of cells(before.experiment))
    expect(gridHere(PHASES_PART.initial, cell)).toEqual(before);
  const lattice = latticeOf(before.experiment);
  expect(lattice?.x.values).toHaveLength(PHASES_PART.initial.columns);
  expect(before.experiment.base).toMatchObject({ batch: 64, steps: 20_000, seed: 0 });
});
