import { describe, expect, test } from "vitest";
import { LOSSES } from "../../src/engine/reference/loss";
import { makeNetwork } from "../../src/engine/reference/network";
import { update } from "../../src/engine/reference/optimiser";
import { meanGradient, referenceEngine } from "../../src/engine/reference/reference";
import { makeDataset } from "../../src/experiment/dataset";
import { initialParameters } from "../../src/experiment/initial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import { COLUMN } from "../../src/run/frame";

const MODES = ["concat", "difference", "squared-difference"] as const;
const TINY: Settings = { ...DEFAULTS, n: 5, depth: 2, width: 4, d: 3 };

/** Mean loss over `pairs`, by the forward pass alone. */
function meanLoss(settings: Settings, parameters: Float64Array, pairs: Int32Array): number {
  const { n, d } = shapeOf(settings);
  const { truth } = makeDataset(settings).relation;
  const network = makeNetwork(settings);
  const row = (x: number) => parameters.slice(x * d, (x + 1) * d);
  let sum = 0;
  for (const pair of pairs) {
    const z = network.logit(parameters, row(Math.floor(pair / n)), row(pair % n));
    sum += LOSSES[settings.loss].value(z, truth[pair]);
  }
  return sum / pairs.length;
}

describe("the gradient is the slope of the loss along every parameter", () => {
  /** Central differences: error h^2 from the third derivative and 1e-16 / h from rounding. */
  const H = 1e-5;
  const ATOL = 1e-8;
  const cases = MODES.flatMap((mode) =>
    (["bce", "mse"] as const).flatMap((loss) =>
      [0, 1, 3].map((depth): Settings => ({ ...TINY, mode, loss, depth })),
    ),
  );
  test.each(cases)("$mode, $loss, depth $depth", (settings) => {
    const { relation, train } = makeDataset(settings);
    const parameters = Float64Array.from(initialParameters(settings));
    const gradient = new Float64Array(parameters.length);
    meanGradient(settings, relation.truth)(parameters, train, gradient);
    const slopes = parameters.map((value, i) => {
      const at = (shift: number) =>
        meanLoss(settings, parameters.with(i, value + shift), train) / (2 * H);
      return at(H) - at(-H);
    });
    expect(gradient).toBeAllclose(slopes, { atol: ATOL });
  });
});

describe("the losses at large outputs", () => {
  test("cross-entropy grows linearly where the answer is wrong and vanishes where it is right", () => {
    expect(LOSSES.bce.value(800, 0)).toBe(800);
    expect(LOSSES.bce.value(-800, 1)).toBe(800);
    expect(LOSSES.bce.value(800, 1)).toBe(0);
    expect(LOSSES.bce.slope(40, 1)).toBeCloseTo(-Math.exp(-40), 30);
  });

  test("at z = 0 both losses are those of a coin", () => {
    expect(LOSSES.bce.value(0, 1)).toBeCloseTo(Math.LN2, 15);
    expect(LOSSES.bce.slope(0, 1)).toBe(-0.5);
    expect(LOSSES.mse.value(0, 1)).toBe(0.25);
    expect(LOSSES.mse.slope(0, 1)).toBe(-0.25);
  });
});

describe("one update of an encoder and a decoder parameter, both 2 with gradient 0.5", () => {
  const rates = { encoderRate: 0.1, decoderRate: 0.2, decoderDecay: 0.25 };
  function updated(optimiser: Settings["optimiser"], steps = 1) {
    const parameters = Float64Array.of(2, 2);
    const moments = { first: new Float64Array(2), second: new Float64Array(2) };
    for (let step = 1; step <= steps; step++)
      update(parameters, Float64Array.of(0.5, 0.5), moments, 1, { ...rates, optimiser }, step);
    return { parameters, ...moments };
  }
  /** Adam's epsilon of 1e-8 next to a gradient of 0.5 shortens a move of 0.2 by 4e-9. */
  const EPS = { atol: 1e-8 };

  test("gradient descent shrinks the decoder by rate times decay and moves by rate times gradient", () => {
    // 2 - 0.1 * 0.5; 2 * (1 - 0.2 * 0.25) - 0.2 * 0.5
    expect(updated("gd").parameters).toBeAllclose([1.95, 1.8], { atol: 1e-15 });
  });

  test("the first step of Adam has the length of the rate", () => {
    const { parameters, first, second } = updated("adam");
    expect(parameters).toBeAllclose([1.9, 1.8], EPS);
    // The decoder's gradient is 0.5 + 0.25 * 2 = 1.
    expect(first).toBeAllclose([0.05, 0.1], { atol: 1e-15 });
    expect(second).toBeAllclose([0.00025, 0.001], { atol: 1e-15 });
  });

  test("AdamW decays apart from the gradient", () => {
    const { parameters, first } = updated("adamw");
    expect(parameters).toBeAllclose([1.9, 2 * 0.95 - 0.2], EPS);
    expect(first).toBeAllclose([0.05, 0.05], { atol: 1e-15 });
  });

  test("under a constant gradient bias correction keeps Adam's steps at the rate", () => {
    expect(updated("adamw", 3).parameters[0]).toBeCloseTo(2 - 0.3, 7);
  });

  test("Adam's second step by hand", () => {
    // Encoder: g = 0.5 twice, m = 0.095, v = 0.00049975 -> m / 0.19 = 0.5, v / 0.001999 = 0.25.
    const { first, second } = updated("adam", 2);
    expect(first[0]).toBeCloseTo(0.095, 15);
    expect(second[0]).toBeCloseTo(0.00049975, 15);
  });
});

describe("the reference ensemble", () => {
  test("starts at the initial parameters, rounded to float32, and with the moments at zero", async () => {
    const ensemble = await referenceEngine.create([TINY]);
    const { step, state } = await ensemble.checkpoint();
    const { size } = shapeOf(TINY);
    expect(step).toBe(0);
    expect(Float32Array.from(state.subarray(0, size))).toEqual(initialParameters(TINY));
    expect(state.subarray(size).every((moment) => moment === 0)).toBe(true);
  });

  test("an untrained network with a vanishing decoder answers every pair with a coin", async () => {
    const settings = { ...TINY, decoderSigma: 1e-3 };
    const ensemble = await referenceEngine.create([settings]);
    const measures = await ensemble.advance([0]);
    // Outputs are of the order of decoderSigma, and so is the loss's distance from ln 2.
    expect(measures[COLUMN.trainLoss]).toBeCloseTo(Math.LN2, 2);
    expect(measures[COLUMN.testLoss]).toBeCloseTo(Math.LN2, 2);
  });

  test("accuracies over train and test add up to that over the entire set", async () => {
    const ensemble = await referenceEngine.create([TINY]);
    const measures = await ensemble.advance([30]);
    const m = makeDataset(TINY).train.length;
    const right = measures[COLUMN.train] * m + measures[COLUMN.test] * (25 - m);
    expect(measures[COLUMN.entire]).toBeCloseTo(right / 25, 12);
  });

  test("a restored checkpoint goes on bit for bit, mini-batches included", async () => {
    const settings = [
      { ...TINY, batch: 7 },
      { ...TINY, batch: 7, seed: 3 },
    ];
    const whole = await referenceEngine.create(settings);
    await whole.advance([11]);
    const checkpoint = await whole.checkpoint();
    const measures = await whole.advance([15, 23]);
    const again = await referenceEngine.create(settings);
    again.restore(checkpoint);
    expect(await again.advance([15, 23])).toEqual(measures);
    expect(await again.parameters()).toEqual(await whole.parameters());
  });

  test("slicing changes nothing", async () => {
    const whole = await referenceEngine.create([TINY]);
    const sliced = await referenceEngine.create([TINY]);
    const measures = await whole.advance([3, 9]);
    const first = await sliced.advance([3]);
    const second = await sliced.advance([9]);
    expect([...first, ...second]).toEqual([...measures]);
  });

  test("replicas of different shapes are refused by name", async () => {
    await expect(referenceEngine.create([TINY, { ...TINY, width: 5 }])).rejects.toThrow(
      "share width: 4 is not 5",
    );
  });
});
