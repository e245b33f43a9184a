import { expect, test } from "vitest";
import { makeChooser } from "../../src/engine/chooser";
import { makeComparison } from "../../src/engine/comparison";
import { decide, MARGIN } from "../../src/engine/decide";
import type { Loaders } from "../../src/engine/engines";
import type { Engine } from "../../src/engine/ensemble";
import { makeGridChooser } from "../../src/engine/gridChooser";
import { referenceEngine } from "../../src/engine/reference/reference";
import { measureSpeed } from "../../src/engine/speed";
import { refuseRenderer } from "../../src/engine/webgl/context";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { EngineName } from "../../src/run/engineChoice";
import type { Wish } from "../../src/run/poolWire";
import type { Job } from "../../src/run/wire";

const TINY: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1 };
const job = (change: Partial<Job> = {}): Job => ({
  settings: [TINY],
  engine: "auto",
  from: null,
  ...change,
});

interface Cost {
  /** Milliseconds of a replica's step, of a step of whatever many replicas, of a call. */
  readonly step: number;
  readonly launch?: number;
  readonly call?: number;
}

/** An engine whose every step costs so much of `clock`, and a count of the steps made. */
function costly(
  name: EngineName,
  clock: { now: number },
  { step: cost, launch = 0, call = 0 }: Cost,
): Engine {
  return {
    name,
    detail: `a test's ${name}`,
    precision: "float32",
    async create(settings) {
      let step = 0;
      return {
        settings,
        get step() {
          return step;
        },
        async advance(steps) {
          const last = steps.at(-1) ?? step;
          clock.now += call + (launch + cost * settings.length) * (last - step);
          step = last;
          return new Float64Array();
        },
        parameters: async () => new Float32Array(),
        checkpoint: async () => ({ step, state: new Float32Array() }),
        restore() {},
        dispose() {},
      };
    },
  };
}

/** A place with these engines, and what was asked of it. */
function setUp(costs: Partial<Record<EngineName, Cost>>, refusal: string | null = null) {
  const clock = { now: 0 };
  const loaded: string[] = [];
  const load = (name: EngineName) => async (): Promise<Engine> => {
    loaded.push(name);
    const cost = costs[name];
    if (!cost) throw new Error("it does not start");
    return costly(name, clock, cost);
  };
  const loaders: Loaders = {
    simd: load("simd"),
    webgl: load("webgl"),
    reference: costs.reference ? load("reference") : async () => referenceEngine,
  };
  const order = ["simd", "reference", "webgl"] as const;
  const now = () => clock.now;
  const comparison = makeComparison({ loaders, refuseWebgl: () => refusal, now });
  const chooser = makeChooser(order, loaders, comparison);
  const chooseGrid = makeGridChooser(order, loaders, comparison);
  return { chooser, chooseGrid, clock, loaded };
}

test("the faster is taken; WebGL must be faster by more than the margin", () => {
  const speeds = { simd: 1000, webgl: 1000 * MARGIN + 1 };
  expect(decide({ speeds, refusals: {} })).toEqual({
    name: "webgl",
    declined: { simd: "1,000 steps/s against 1,200" },
  });
  const near = decide({ speeds: { simd: 1000, webgl: 1100 }, refusals: {} });
  expect(near.name).toBe("simd");
  expect(near.declined.webgl).toBe("1,100 steps/s is less than 1.2 times 1,000, and SIMD is exact");
  const slow = decide({ speeds: { simd: 1000, webgl: 62.34 }, refusals: {} });
  expect(slow).toEqual({ name: "simd", declined: { webgl: "62.3 steps/s against 1,000" } });
});

test("the only one measured is taken, and nothing measured decides nothing", () => {
  const refusals = { simd: "WebAssembly SIMD is missing here" };
  expect(decide({ speeds: { webgl: 5 }, refusals })).toEqual({ name: "webgl", declined: refusals });
  expect(decide({ speeds: {}, refusals })).toEqual({ name: null, declined: refusals });
});

test("speed is replica steps per second, in little more than the time given", async () => {
  const clock = { now: 0 };
  const three = [TINY, { ...TINY, seed: 1 }, { ...TINY, seed: 2 }];
  const speed = await measureSpeed(
    costly("simd", clock, { step: 0.5 }),
    three,
    100,
    () => clock.now,
  );
  expect(speed).toBeCloseTo(2000, 6);
  expect(clock.now).toBeLessThan(100 + 0.5 * 3);
});

test("what a call costs counts little where many steps fit into the time, much where few do", async () => {
  const clock = { now: 0 };
  const quick = costly("webgl", clock, { step: 0.1, call: 5 });
  expect(await measureSpeed(quick, [TINY], 100, () => clock.now)).toBeGreaterThan(7000);
  const slow = costly("webgl", clock, { step: 40, call: 40 });
  expect(await measureSpeed(slow, [TINY], 100, () => clock.now)).toBeCloseTo(1000 / 80, 6);
});

test.each([0.02, 0.3, 4])(
  "by a clock that shows tenths of a second alone it is nearly as right, at %f ms a step",
  async (step) => {
    // Whatever the phase in which the measurement meets the clock.
    for (let phase = 0; phase < 100; phase += 9) {
      const clock = { now: phase };
      const coarse = () => 100 * Math.floor(clock.now / 100);
      const found = await measureSpeed(costly("simd", clock, { step }), [TINY], 100, coarse);
      expect(found / (1000 / step)).toBeGreaterThan(0.89);
      expect(found / (1000 / step)).toBeLessThan(1.12);
      expect(clock.now).toBeLessThan(2600);
    }
  },
);

test.each([
  "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
  "llvmpipe (LLVM 15.0.6, 256 bits)",
  "ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)",
])("%s is a software renderer and not measured", (renderer) => {
  expect(refuseRenderer(renderer)).toBe(`software renderer (${renderer})`);
});

test.each([
  "ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)",
  "ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)",
  "Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
])("%s is worth measuring", (renderer) => {
  expect(refuseRenderer(renderer)).toBeNull();
});

test("a run begins on SIMD without measuring or loading tfjs", async () => {
  const { chooser, clock, loaded } = setUp({ simd: { step: 1 }, webgl: { step: 0.1 } });
  const { info } = await chooser.open(job());
  expect(info).toMatchObject({ name: "simd", exact: true, speeds: {} });
  expect(info.declined.webgl).toContain("not measured yet");
  expect(loaded).toEqual(["simd"]);
  expect(clock.now).toBe(0);
});

test("both are measured once for a shape, in 300 ms of all, and remembered", async () => {
  const { chooser, clock } = setUp({ simd: { step: 1 }, webgl: { step: 0.1 } });
  const compared = await chooser.compare(job(), "simd");
  const { speeds, ...info } = compared?.info ?? { speeds: {} };
  expect(speeds.simd).toBeCloseTo(1000, 6);
  expect(speeds.webgl).toBeCloseTo(10_000, 6);
  expect(info).toMatchObject({ name: "webgl", exact: false });
  expect(info).toHaveProperty("declined", { simd: "1,000 steps/s against 10,000" });
  // Beyond the 300 ms only the first step of each, which compiles.
  expect(clock.now).toBeLessThan(300 + 1 + 0.1);
  const spent = clock.now;
  const rates = job({ settings: [{ ...TINY, encoderRate: 0.1, seed: 3 }] });
  expect(await chooser.compare(rates, "simd")).toBeNull();
  expect((await chooser.open(rates)).info).toMatchObject({ name: "webgl", speeds });
  expect(clock.now).toBe(spent);
  const wider = job({ settings: [{ ...TINY, width: 8 }] });
  expect((await chooser.open(wider)).info.name).toBe("simd");
  expect(await chooser.compare(wider, "simd")).not.toBeNull();
});

test("one run and a grid are decided separately: a card may gain only from many replicas", async () => {
  const { chooser, chooseGrid, clock } = setUp({
    simd: { step: 1 },
    webgl: { step: 0, launch: 2 },
  });
  const info = (await chooser.compare(job(), "simd"))?.info;
  expect(info).toMatchObject({ name: "simd", speeds: { simd: 1000, webgl: 500 } });
  const wish = (replicas: number): Wish => ({
    engine: "auto",
    settings: Array.from({ length: replicas }, (_, seed) => ({ ...TINY, seed })),
    workers: 4,
    without: {},
  });
  const before = clock.now;
  expect(await chooseGrid(wish(25))).toMatchObject({
    name: "webgl",
    exact: false,
    speeds: { simd: 4000, webgl: 12_500 },
    declined: { simd: "4,000 steps/s against 12,500" },
  });
  expect(clock.now - before).toBeLessThan(300 + 1 + 2); // And a first step of each.
  const few = await chooseGrid(wish(9));
  expect(few).toMatchObject({ name: "simd", exact: true });
  expect(few.declined.webgl).toBe("4,500 steps/s is less than 1.2 times 4,000, and SIMD is exact");
  const spent = clock.now;
  expect(await chooseGrid(wish(25))).toMatchObject({ name: "webgl" });
  expect(await chooseGrid({ ...wish(25), engine: "simd" })).toMatchObject({ name: "simd" });
  const without = { webgl: "The graphics context was lost" };
  expect(await chooseGrid({ ...wish(25), without })).toMatchObject({
    name: "simd",
    declined: without,
  });
  expect(clock.now).toBe(spent);
});

test("a software renderer is declined for every shape, and tfjs never loaded", async () => {
  const { chooser, loaded, clock } = setUp(
    { simd: { step: 1 }, webgl: { step: 0.1 } },
    "software renderer (SwiftShader)",
  );
  const info = (await chooser.compare(job(), "simd"))?.info;
  expect(info).toMatchObject({ name: "simd", speeds: {} });
  expect(info?.declined).toEqual({ webgl: "software renderer (SwiftShader)" });
  const wider = job({ settings: [{ ...TINY, width: 8 }] });
  expect((await chooser.open(wider)).info.declined).toEqual(info?.declined);
  expect(await chooser.compare(wider, "simd")).toBeNull();
  expect(loaded).not.toContain("webgl");
  expect(clock.now).toBe(0);
});

test("an engine that is asked for runs, whatever is faster, and is not measured", async () => {
  const { chooser, clock } = setUp(
    { simd: { step: 0.1 }, webgl: { step: 1 } },
    "software renderer (SwiftShader)",
  );
  const { info } = await chooser.open(job({ engine: "webgl" }));
  expect(info).toMatchObject({ name: "webgl", declined: {} });
  expect(await chooser.compare(job({ engine: "simd" }), "simd")).toBeNull();
  expect(clock.now).toBe(0);
});

test("an engine that failed in a run is not tried again in it", async () => {
  const { chooser } = setUp({ simd: { step: 1 }, webgl: { step: 0.1 } });
  const without = { webgl: "The graphics context was lost" };
  const { info } = await chooser.open(job({ engine: "webgl", without }));
  expect(info).toMatchObject({ name: "simd", declined: without });
  expect(await chooser.compare(job({ without }), "simd")).toBeNull();
});

test("without SIMD plain loops begin, and WebGL is taken only if it is measured to be faster", async () => {
  const slow = setUp({ reference: { step: 77 }, webgl: { step: 167 } });
  expect((await slow.chooser.open(job())).info).toMatchObject({
    name: "reference",
    declined: { simd: "it does not start" },
  });
  const stays = (await slow.chooser.compare(job(), "reference"))?.info;
  expect(stays?.name).toBe("reference");
  expect(stays?.declined.webgl).toBe("5.99 steps/s against 13");
  const fast = setUp({ reference: { step: 77 }, webgl: { step: 1 } });
  const moves = (await fast.chooser.compare(job(), "reference"))?.info;
  expect(moves).toMatchObject({ name: "webgl", declined: { simd: "it does not start" } });
});

test("without SIMD a software renderer is not even loaded", async () => {
  const { chooser, chooseGrid, loaded } = setUp(
    { reference: { step: 77 }, webgl: { step: 1 } },
    "software renderer (SwiftShader)",
  );
  expect((await chooser.compare(job(), "reference"))?.info.name).toBe("reference");
  const wish = { engine: "auto", settings: [TINY], workers: 4, without: {} } as const;
  expect((await chooseGrid(wish)).name).toBe("reference");
  expect(loaded).not.toContain("webgl");
});

test("SIMD that starts later is taken by the next run: what was missing is not remembered", async () => {
  const costs: Partial<Record<EngineName, Cost>> = {
    reference: { step: 77 },
    webgl: { step: 167 },
  };
  const { chooser } = setUp(costs);
  await chooser.compare(job(), "reference");
  costs.simd = { step: 1 };
  expect((await chooser.open(job())).info.name).toBe("simd");
});

test("where WebGL fails to be measured it is declined", async () => {
  const info = (await setUp({ simd: { step: 1 } }).chooser.compare(job(), "simd"))?.info;
  expect(info).toMatchObject({ name: "simd", declined: { webgl: "it does not start" } });
});
