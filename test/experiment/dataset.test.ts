import { describe, expect, test } from "vitest";
import {
  batches,
  batchSize,
  makeDataset,
  trainCount,
  trainMask,
} from "../../src/experiment/dataset";
import { cells, seeds } from "../../src/experiment/experiment";
import { initialParameters } from "../../src/experiment/initial";
import { packMatrix, unpackMatrix } from "../../src/experiment/matrix";
import { DEFAULTS } from "../../src/experiment/params";
import { parseSettings } from "../../src/experiment/settings";
import { shapeOf } from "../../src/experiment/shape";

describe("the train split", () => {
  test("has exactly the fraction of all pairs, and at least one pair on either side", () => {
    for (const trainFraction of [0.01, 0.3, 0.75, 0.99]) {
      const settings = { ...DEFAULTS, trainFraction };
      const { mask, train } = makeDataset(settings);
      expect(train).toHaveLength(Math.round(trainFraction * 900));
      expect(mask.reduce((sum, bit) => sum + bit, 0)).toBe(train.length);
      expect(train.every((pair) => mask[pair] === 1)).toBe(true);
    }
    expect(trainCount({ ...DEFAULTS, n: 4, trainFraction: 0.99 })).toBe(15);
    expect(trainCount({ ...DEFAULTS, n: 4, trainFraction: 0.01 })).toBe(1);
  });

  test("of a larger fraction contains that of a smaller one", () => {
    const small = trainMask({ ...DEFAULTS, trainFraction: 0.3 });
    const large = trainMask({ ...DEFAULTS, trainFraction: 0.6 });
    expect(small.every((bit, pair) => bit <= large[pair])).toBe(true);
  });

  test("falls on every pair equally often", () => {
    const count = 2000;
    const seen = new Float64Array(16);
    for (let seed = 0; seed < count; seed++)
      trainMask({ ...DEFAULTS, n: 4, trainFraction: 0.5, seed }).forEach((bit, pair) => {
        seen[pair] += bit;
      });
    // Four standard errors of a binomial count with p = 1/2.
    for (const times of seen)
      expect(Math.abs(times - count / 2)).toBeLessThan(2 * Math.sqrt(count));
  });
});

describe("batches", () => {
  const settings = { ...DEFAULTS, n: 6, trainFraction: 0.7, batch: 8 };
  const { train } = makeDataset(settings);

  test("take every training pair once in each epoch", () => {
    const at = batches(settings, train);
    const stream = Array.from({ length: 75 }, (_, step) => [...at(step)]).flat();
    for (let epoch = 0; (epoch + 1) * train.length <= stream.length; epoch++) {
      const pairs = stream.slice(epoch * train.length, (epoch + 1) * train.length);
      expect(pairs.sort((a, b) => a - b)).toEqual([...train]);
    }
  });

  test("of a step do not depend on which steps were asked for before", () => {
    const forwards = batches(settings, train);
    const first = [forwards(0), forwards(7), forwards(20)];
    const backwards = batches(settings, train);
    expect([backwards(20), backwards(7), backwards(0)].reverse()).toEqual(first);
  });

  test("are the whole training set when the batch is full or not smaller", () => {
    for (const batch of [0, train.length, 3600]) {
      expect(batchSize({ ...settings, batch })).toBe(train.length);
      expect(batches({ ...settings, batch }, train)(3)).toBe(train);
    }
  });
});

describe("the first parameters", () => {
  test("are normal embeddings and decoder weights within 1 / sqrt(fan-in)", () => {
    const settings = { ...DEFAULTS, n: 60, d: 8 };
    const parameters = initialParameters(settings);
    const { embedding, layers, size } = shapeOf(settings);
    expect(parameters).toHaveLength(size);
    const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
    const squares = (values: Float32Array) => mean(values.map((x) => x * x));
    // Four standard errors of the variance of 480 normal draws.
    expect(Math.abs(squares(parameters.subarray(0, embedding)) - 1)).toBeLessThan(
      4 * Math.sqrt(2 / 480),
    );
    for (const { fanIn, fanOut, weight, bias } of layers) {
      const all = parameters.subarray(weight, bias + fanOut);
      const bound = 1 / Math.sqrt(fanIn);
      expect(Math.max(...all.map(Math.abs))).toBeLessThanOrEqual(bound);
      // A uniform draw's square has mean b^2 / 3 and standard deviation b^2 sqrt(4 / 45).
      expect(Math.abs(squares(all) - bound ** 2 / 3)).toBeLessThan(
        4 * bound ** 2 * Math.sqrt(4 / 45 / all.length),
      );
    }
  });

  test("scale with the two spreads and nothing else", () => {
    const one = initialParameters(DEFAULTS);
    const other = initialParameters({ ...DEFAULTS, embeddingSigma: 2, decoderSigma: 0.5 });
    const { embedding } = shapeOf(DEFAULTS);
    // Powers of two scale floats exactly.
    expect(other).toEqual(one.map((x, i) => (i < embedding ? 2 * x : x / 2)));
  });

  test("the shape counts n d + sum of (fanIn + 1) fanOut", () => {
    expect(shapeOf(DEFAULTS).size).toBe(60 + 5 * 50 + 2 * 51 * 50 + 51);
    expect(shapeOf({ ...DEFAULTS, depth: 0, mode: "difference" }).size).toBe(60 + 3);
  });
});

test("a matrix survives being packed", () => {
  for (const n of [4, 5, 7, 60]) {
    const truth = Uint8Array.from({ length: n * n }, (_, i) => ((i * i + 3 * i) % 7) & 1);
    expect(unpackMatrix(packMatrix(truth), n)).toEqual(truth);
  }
  expect([...unpackMatrix("", 4)]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
});

test("the cells of an experiment are row-major, and none of its axes is the base itself", () => {
  const rates = cells({
    base: DEFAULTS,
    axes: [
      { key: "encoderRate", values: [1, 2] },
      { key: "decoderRate", values: [3, 4, 5] },
    ],
  });
  expect(rates.map((s) => [s.encoderRate, s.decoderRate])).toEqual([
    [1, 3],
    [1, 4],
    [1, 5],
    [2, 3],
    [2, 4],
    [2, 5],
  ]);
  expect(cells({ base: DEFAULTS, axes: [] })).toEqual([DEFAULTS]);
  expect(cells(seeds({ ...DEFAULTS, seed: 7 }, 3)).map((s) => s.seed)).toEqual([7, 8, 9]);
});

test("settings from JSON name what was wrong and keep the rest", () => {
  for (const data of [null, 3, "x", [], undefined])
    expect(parseSettings(data).notices).toHaveLength(1);
  const { settings, notices } = parseSettings({
    n: "30",
    depth: 2,
    colour: "red",
    width: Number.NaN,
  });
  expect(settings).toEqual({ ...DEFAULTS, depth: 2 });
  expect(notices.map(({ field }) => field)).toEqual(["n", "colour", "width"]);
});
