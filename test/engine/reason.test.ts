import { describe, expect, test } from "vitest";
import { reasonOf } from "../../src/engine/reason";
import { initialParameters } from "../../src/experiment/initial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";

const SMALL: Settings = { ...DEFAULTS, n: 7, width: 6, depth: 2, decoderSigma: 3 };

/** The logit for a decoder's input, written out: tanh layers and an affine end. */
function logitOf(settings: Settings, parameters: Float64Array, input: number[]): number {
  const { layers } = shapeOf(settings);
  let values = input;
  layers.forEach(({ fanIn, fanOut, weight, bias }, l) => {
    const sums = Array.from({ length: fanOut }, (_, j) => {
      let sum = parameters[bias + j];
      for (let i = 0; i < fanIn; i++) sum += values[i] * parameters[weight + i * fanOut + j];
      return sum;
    });
    values = l < layers.length - 1 ? sums.map(Math.tanh) : sums;
  });
  return values[0];
}

const INPUT: Record<Settings["mode"], (left: number[], right: number[]) => number[]> = {
  concat: (left, right) => [...left, ...right],
  difference: (left, right) => left.map((value, i) => value - right[i]),
  "squared-difference": (left, right) => left.map((value, i) => (value - right[i]) ** 2),
};

function setUp(changes: Partial<Settings>) {
  const settings: Settings = { ...SMALL, ...changes };
  const parameters = Float64Array.from(initialParameters(settings));
  const { d, mode } = settings;
  const row = (x: number) => Array.from(parameters.subarray(x * d, (x + 1) * d));
  const logit = (left: number[], right: number[]) =>
    logitOf(settings, parameters, INPUT[mode](left, right));
  return { settings, parameters, row, logit };
}

const MODES = ["concat", "difference", "squared-difference"] as const;

describe.each(MODES)("the reason under %s", (mode) => {
  test.each([0, 2])("names input and logit of the pair, %i hidden layers", (depth) => {
    const { settings, parameters, row, logit } = setUp({ mode, depth });
    const reason = reasonOf(settings, parameters, { x: 2, y: 5 });
    expect(reason.inputs).toBeAllclose(INPUT[mode](row(2), row(5)), { atol: 1e-12 });
    expect(reason.logit).toBeCloseTo(logit(row(2), row(5)), 10);
    expect(reason.affine === null).toBe(depth > 0);
    if (reason.affine) {
      const { weights, bias } = reason.affine;
      const sum = reason.inputs.reduce((total, value, i) => total + value * weights[i], bias);
      expect(sum).toBeCloseTo(reason.logit, 10);
    }
  });

  test.each([1, 2])("its edge in %i dimensions is the nearest place with another answer", (d) => {
    let found = 0;
    for (let y = 0; y < 7; y++) {
      const { settings, parameters, row, logit } = setUp({ mode, d, seed: y });
      const { edge, reach } = reasonOf(settings, parameters, { x: 1, y });
      const yes = logit(row(1), row(y)) > 0;
      // Every place of a fine grid within reach.
      const places = 300;
      const steps = Array.from({ length: 2 * places + 1 }, (_, i) => (i / places - 1) * reach);
      const offsets =
        d === 1 ? steps.map((a) => [a]) : steps.flatMap((a) => steps.map((b) => [a, b]));
      let least = Infinity;
      for (const offset of offsets) {
        const far = Math.hypot(...offset);
        if (far >= Math.min(least, reach)) continue;
        const place = row(y).map((value, i) => value + offset[i]);
        if (logit(row(1), place) > 0 !== yes) least = far;
      }
      const grid = (Math.SQRT2 * reach) / places;
      if (!edge) expect(least).toBe(Infinity);
      else {
        found++;
        expect(edge.distance).toBeLessThanOrEqual(least + 1e-9);
        expect(edge.distance).toBeGreaterThan(least - 2 * grid);
        expect(Math.abs(logit(row(1), [...edge.at]))).toBeLessThan(1e-6);
        expect(Math.hypot(...edge.at.map((value, i) => value - row(y)[i]))).toBeCloseTo(
          edge.distance,
          9,
        );
      }
    }
    expect(found).toBeGreaterThan(1);
  });

  test("in more dimensions it lies on the straight line to the repon that it names", () => {
    const { settings, parameters, row, logit } = setUp({ mode, d: 4, seed: 2 });
    const reasons = [0, 1, 2, 3, 4, 5].map((y) => reasonOf(settings, parameters, { x: 6, y }));
    expect(reasons.some(({ edge }) => edge !== null)).toBe(true);
    for (const { edge, y } of reasons) {
      if (!edge) continue;
      const target = row(edge.towards ?? -1);
      const way = target.map((value, i) => value - row(y)[i]);
      const share = edge.distance / Math.hypot(...way);
      expect(edge.at).toBeAllclose(
        way.map((value, i) => row(y)[i] + share * value),
        { atol: 1e-9 },
      );
      expect(Math.abs(logit(row(6), [...edge.at]))).toBeLessThan(1e-6);
    }
  });
});

test("one number decides between the turns that are found", () => {
  const { settings, parameters, row, logit } = setUp({ mode: "difference", d: 1, depth: 0 });
  const { turns, affine, inputs } = reasonOf(settings, parameters, { x: 0, y: 1 });
  const [threshold] = turns ?? [];
  expect(turns).toHaveLength(1);
  expect(threshold).toBeCloseTo(-(affine?.bias ?? 0) / (affine?.weights[0] ?? 1), 9);
  expect(inputs).toHaveLength(1);
  expect(logit(row(0), row(1)) > 0).toBe((affine?.weights[0] ?? 0) > 0 === inputs[0] > threshold);
  expect(reasonOf(setUp({ d: 2 }).settings, setUp({ d: 2 }).parameters, { x: 0, y: 1 }).turns).toBe(
    null,
  );
});

test("a pair that the relation has not is refused", () => {
  const { settings, parameters } = setUp({});
  expect(() => reasonOf(settings, parameters, { x: 0, y: 7 })).toThrow("no pair of 7 elements");
});
