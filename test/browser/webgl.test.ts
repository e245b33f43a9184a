import { describe, expect, test } from "vitest";
import { createWebglEngine } from "../../src/engine/webgl/webgl";
import { DEFAULTS } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import { CASES, oracle, trained } from "../engine/parity";
import type {} from "../setup";
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
