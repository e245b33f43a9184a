import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl/dist/base";
import { backend, memory } from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { openDevice } from "../../src/engine/webgl/backend";
import { createInParts } from "../../src/engine/webgl/parts";
import { capacity } from "../../src/engine/webgl/plan";
import { createWebglEngine } from "../../src/engine/webgl/webgl";
import { createWebglEnsemble } from "../../src/engine/webgl/webglEnsemble";
import { DEFAULTS } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import type {} from "../setup";
import { CASES, oracle, trained } from "./parity";
import type { Order, Result } from "./webgl.worker";

function inWorker(order: Order): Promise<Result> {
  const worker = new Worker(new URL("./webgl.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Result | string>) =>
      typeof data === "string" ? reject(new Error(data)) : resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}

/** Float32 against float64 after some 20 updates; Adam divides by gradients that rounding moves. */
const PARAMETER = 2e-5;
const MEASURE = 1e-5;

describe("in a module worker", () => {
  const two = [DEFAULTS, { ...DEFAULTS, seed: 1, encoderRate: 1e-2, trainFraction: 0.5 }];

  test("WebGL itself trains the default network as the reference does", async () => {
    const steps = [1, 5, 20];
    const result = await inWorker({ settings: two, steps });
    expect(result.backend).toBe("webgl");
    expect(result.detail).toMatch(/ANGLE|WebGL|Mesa|GeForce|Radeon|Intel|Apple/);
    expect(result.cpuForward).toBe(false);
    const state = 3 * 4 * 2 * shapeOf(DEFAULTS).size;
    expect(result.bytesOnCard).toBeGreaterThan(state);
    const expected = await oracle(two, steps);
    expect(result.parameters).toBeAllclose(expected.parameters, { atol: PARAMETER });
    expect(result.measures).toBeAllclose(expected.measures, { atol: MEASURE, rtol: MEASURE });
  });

  test.each([0, 64])("nothing stays behind on the card, batch %d", async (batch) => {
    const settings = two.map((of) => ({ ...of, batch, width: 20 }));
    const { alive } = await inWorker({ settings, steps: [50, 100] });
    const [before, first, last, after] = alive;
    expect(last).toEqual(first);
    expect(after).toEqual(before);
  });
});

describe("every replica follows the float64 reference", () => {
  const STEPS = [0, 1, 2, 20];
  test.each(CASES)("$name", async ({ settings }) => {
    const engine = await createWebglEngine();
    const got = await trained(engine, settings, STEPS);
    const expected = await oracle(settings, STEPS);
    expect(got.parameters).toBeAllclose(expected.parameters, { atol: PARAMETER });
    expect(got.measures).toBeAllclose(expected.measures, { atol: MEASURE, rtol: MEASURE });
  });
});

/** In batches of 64 nothing amplifies roundings; 200 default steps, which software takes long for, are the benchmark's. */
test("within 1e-5 of the reference for 1000 steps in batches of 64", async () => {
  const settings = [{ ...DEFAULTS, batch: 64 }];
  const engine = await createWebglEngine();
  const got = await trained(engine, settings, [1000]);
  const expected = await oracle(settings, [1000]);
  expect(got.parameters).toBeAllclose(expected.parameters, { atol: 1e-5 });
});

test("replicas in several columns of the textures train as those in one", async () => {
  const { settings } = CASES[0];
  const six = [...settings, ...settings.map((of) => ({ ...of, seed: of.seed + 20 }))];
  const device = await openDevice();
  // Room for two blocks below each other, and tiles of the card's own size elsewhere.
  const ensemble = createWebglEnsemble(six, { ...device, textureLimit: 60 });
  const measures = await ensemble.advance([0, 5]);
  const parameters = await ensemble.parameters();
  ensemble.dispose();
  const expected = await oracle(six, [0, 5]);
  expect(parameters).toBeAllclose(expected.parameters, { atol: PARAMETER });
  expect(measures).toBeAllclose(expected.measures, { atol: MEASURE, rtol: MEASURE });
});

/**
 * The same sums in the same order; drivers may contract them differently in programs of another
 * grid, and Adam may amplify that a little.
 */
const REGROUPED = 1e-6;

test.each([0, 6])("split into parts every replica trains as in one, batch %d", async (batch) => {
  const { settings } = CASES[0];
  const sixteen = Array.from({ length: 16 }, (_, seed) => ({ ...settings[seed % 3], seed, batch }));
  const device = await openDevice();
  const small = { ...device, textureLimit: 27 };
  expect(capacity(sixteen, 27)).toBe(6);
  const alive = () => [memory().numTensors, backend().numDataIds()];
  const before = alive();
  const whole = createWebglEnsemble(sixteen, device);
  const split = createInParts(sixteen, small);
  const created = alive();
  for (const ensemble of [whole, split]) await ensemble.advance([1]);
  expect(alive()).toEqual(created);
  const measures = await whole.advance([3, 70]);
  expect(await split.advance([3, 70])).toBeAllclose(measures, { atol: REGROUPED });
  expect(split.step).toBe(70);
  const parameters = await whole.parameters();
  expect(await split.parameters()).toBeAllclose(parameters, { atol: REGROUPED });
  expect((await split.checkpoint()).state).toBeAllclose((await whole.checkpoint()).state, {
    atol: REGROUPED,
  });
  expect(alive()).toEqual(created);
  const checkpoint = await whole.checkpoint();
  split.restore(checkpoint);
  expect(await split.parameters()).toEqual(parameters);
  for (const ensemble of [whole, split]) ensemble.dispose();
  expect(alive()).toEqual(before);
});

test("a restored checkpoint goes on bit for bit, mini-batches included", async () => {
  const { settings } = CASES[7];
  const engine = await createWebglEngine();
  const whole = await engine.create(settings);
  await whole.advance([70]);
  const checkpoint = await whole.checkpoint();
  const again = await engine.create(settings);
  again.restore(checkpoint);
  expect(again.step).toBe(70);
  const measures = await whole.advance([75, 140]);
  expect(await again.advance([75, 140])).toEqual(measures);
  expect(await again.parameters()).toEqual(await whole.parameters());
  whole.dispose();
  again.dispose();
});

test("a step of the default network is nine draws", async () => {
  const engine = await createWebglEngine();
  const ensemble = await engine.create([DEFAULTS, { ...DEFAULTS, seed: 1 }]);
  await ensemble.advance([1]);
  const { prototype } = WebGL2RenderingContext;
  const draw = prototype.drawElements;
  let draws = 0;
  prototype.drawElements = function (...given) {
    draws++;
    return draw.apply(this, given);
  };
  try {
    await ensemble.advance([1]);
    const measuring = draws;
    draws = 0;
    await ensemble.advance([11]);
    expect(draws - measuring).toBe(10 * 9);
  } finally {
    prototype.drawElements = draw;
    ensemble.dispose();
  }
});

test("a lost context is told, and a new engine goes on from the checkpoint", async () => {
  const engine = await createWebglEngine();
  const ensemble = await engine.create([DEFAULTS]);
  await ensemble.advance([3]);
  const checkpoint = await ensemble.checkpoint();
  const { gl } = (backend() as MathBackendWebGL).getGPGPUContext();
  const waiting = ensemble.advance([50]);
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  await expect(waiting).rejects.toThrow("The graphics context was lost.");
  await expect(ensemble.parameters()).rejects.toThrow("The graphics context was lost.");
  ensemble.dispose();
  const next = await createWebglEngine();
  const again = await next.create([DEFAULTS]);
  again.restore(checkpoint);
  await again.advance([10]);
  const { parameters } = await oracle([DEFAULTS], [10]);
  expect(await again.parameters()).toBeAllclose(parameters, { atol: PARAMETER });
  again.dispose();
});
