import "@tensorflow/tfjs-backend-cpu";
import { env, memory, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/ensemble";
import { createTfjsEnsemble } from "../../src/engine/webgl/tfjsEnsemble";
import { DEFAULTS } from "../../src/experiment/params";
import { CASES, oracle, trained } from "./parity";

/** tfjs's own plain backend: the same operations, without a graphics card. */
const engine: Engine = {
  name: "webgl",
  detail: "tfjs on its plain backend",
  precision: "float32",
  create: async (settings) =>
    createTfjsEnsemble(settings, { guard: (result) => result, check: () => {} }),
};

beforeAll(async () => {
  env().set("IS_TEST", true); // No advertisement of the native package.
  await setBackend("cpu");
});

const STEPS = [0, 1, 2, 20];
/** Float32 against float64 after 20 updates; Adam divides by gradients that rounding moves. */
const PARAMETER = 1e-5;
const MEASURE = 1e-5;

describe("every replica follows the float64 reference", () => {
  test.each(CASES)("$name", async ({ settings }) => {
    const got = await trained(engine, settings, STEPS);
    const expected = await oracle(settings, STEPS);
    expect(got.parameters).toBeAllclose(expected.parameters, { atol: PARAMETER });
    expect(got.measures).toBeAllclose(expected.measures, { atol: MEASURE, rtol: MEASURE });
  });
});

test.each([0, 64])("no tensor is left behind by 200 steps at batch %d", async (batch) => {
  const before = memory().numTensors;
  const ensemble = await engine.create([{ ...DEFAULTS, n: 10, depth: 1, width: 3, batch }]);
  await ensemble.advance([1]);
  const alive = memory().numTensors;
  await ensemble.advance([200]);
  await ensemble.parameters();
  await ensemble.checkpoint();
  expect(memory().numTensors).toBe(alive);
  ensemble.dispose();
  expect(memory().numTensors).toBe(before);
});

test("a restored checkpoint goes on as if nothing had happened", async () => {
  const { settings } = CASES[7];
  const whole = await engine.create(settings);
  await whole.advance([5]);
  const checkpoint = await whole.checkpoint();
  const again = await engine.create(settings);
  again.restore(checkpoint);
  expect(again.step).toBe(5);
  const measures = await whole.advance([9]);
  expect(await again.advance([9])).toEqual(measures);
  expect(await again.parameters()).toEqual(await whole.parameters());
  whole.dispose();
  again.dispose();
});

test("replicas of different losses are refused by name", async () => {
  const { settings } = CASES[0];
  const mixed = [settings[0], { ...settings[1], loss: "mse" as const }];
  await expect(engine.create(mixed)).rejects.toThrow("share loss: bce is not mse");
});
