import { expect, test } from "vitest";
import type { Sample } from "../../bench/engines/measure";
import { type Findings, RATIOS } from "../../bench/engines/ratios";
import { summary, tables } from "../../bench/engines/report";
import { VARIANTS, type VariantName } from "../../bench/engines/variants";

const machine = {
  processor: "Abacus",
  cores: 2,
  system: "Wood",
  chromium: "Chromium 1",
  node: "Node 1",
  peers: ["PyTorch 1"],
  rounds: 5,
  date: "2026-01-01",
};

/** Five rounds at `rate` steps per processor second on a machine that another program slows to a half. */
const rounds = (rate: number): readonly Sample[] =>
  Array.from({ length: 5 }, () => ({
    replicaSteps: 1000,
    seconds: 2000 / rate,
    processorSeconds: 1000 / rate,
  }));

const enqueue = (launches: number, milliseconds: number) => [{ launches, milliseconds }];

const findings: Findings = {
  samples: {
    chromium: { "SIMD, 1 replica": rounds(1200), "typed arrays": rounds(150) },
    node: { "SIMD, 1 replica": rounds(1000), "typed arrays": rounds(250) },
  },
  kernelShare: { chromium: [0.7, 0.9, 0.8], node: [0.75] },
  enqueueing: { naive: enqueue(360, 6), fused: enqueue(9, 0.2) },
  distances: { simd: { default200: 2e-6, fiveSteps: 5e-7, batch64: 3e-5 } },
  absent: [{ what: "jax-js, wasm", place: "node", why: "it does not start" }],
};

const { engines, ratios } = summary(machine, findings);

test("a ratio is met only if it is met wherever it is measured", () => {
  expect(ratios["SIMD / typed-array JavaScript"]).toMatchObject({
    required: 6,
    chromium: 8,
    node: 4,
    met: false,
  });
  expect(ratios["SIMD / its own matrix micro-kernel, share of FLOP/s"]).toMatchObject({
    chromium: 0.8,
    node: 0.75,
    met: true,
  });
  expect(ratios["enqueue time a step, naive tfjs-webgl / fused"].chromium).toBeCloseTo(30);
});

test("what must be at most so large is met below and missed above, each stretch of steps for itself", () => {
  expect(ratios["launches per step, fused"].met).toBe(true);
  const stretch = (steps: string, engine: string) =>
    ratios[`largest parameter difference from float64, ${steps}, ${engine}`].met;
  expect(stretch("200 default steps", "SIMD")).toBe(true);
  expect(stretch("1000 steps in batches of 64", "SIMD")).toBe(false);
  expect(stretch("200 default steps", "WebGL")).toBeNull();
});

test("what was not measured is neither met nor missed, and the reason is told", () => {
  expect(ratios["SIMD / naive tfjs-wasm, 1 replica"].met).toBeNull();
  const text = tables(machine, findings);
  expect(text).toMatch(/SIMD \/ naive tfjs-wasm.*– \| – \| not measured/);
  expect(text).toContain("Left out: jax-js, wasm in node (it does not start).");
});

test("speeds are told by the clock and by processor time", () => {
  expect(
    engines.find(({ name, place }) => name === "typed arrays" && place === "node"),
  ).toMatchObject({ replicas: 1, replicaStepsPerSecond: 125, replicaStepsPerProcessorSecond: 250 });
});

test("every ratio compares variants that run at one place", () => {
  const everywhere = Object.fromEntries(
    Object.keys(VARIANTS).map((name) => [name as VariantName, rounds(100)]),
  );
  const all: Findings = { ...findings, samples: { chromium: everywhere, node: everywhere } };
  for (const { name, measure } of RATIOS.filter((each) => !/WebGL/.test(each.name)))
    expect(measure(all, "chromium"), name).toEqual(expect.any(Number));
});
