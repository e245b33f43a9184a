import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { openTrial } from "../../src/engine/trial";
import type { Until } from "../../src/experiment/experiment";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { COLUMN } from "../../src/run/frame";
import { progress, START } from "../../src/run/outcome";
import { schedule } from "../../src/run/schedule";
import { lastStep, NOT_BEGUN, outcomeOf, type Standing } from "../../src/run/standing";

const SMALL: Settings = { ...DEFAULTS, n: 9, width: 8, batch: 16, steps: 3000 };

let simd: Engine;
beforeAll(async () => {
  simd = await loadSimdEngine();
});

/** Trained to its end in slices of `slice(i)` steps, from a copy of its standing every time. */
async function trained(
  settings: Settings,
  until: Until,
  slice: (i: number) => number,
  engine = simd,
  handover = false,
): Promise<Standing> {
  let trial = await openTrial(engine, [settings], until, [NOT_BEGUN]);
  for (let i = 0; !trial.finished; i++) {
    await trial.advance(slice(i));
    if (!handover || i % 7 !== 0) continue;
    const standings = structuredClone(await trial.standings());
    trial.dispose();
    trial = await openTrial(engine, [settings], until, standings);
  }
  const [standing] = await trial.standings();
  return standing;
}

test("what becomes of a replica does not depend on how it was sliced or handed over", async () => {
  const whole = await trained(SMALL, "decided", () => 1e9);
  const slices = [1, 5, 40, 3, 300, 17];
  expect(await trained(SMALL, "decided", (i) => slices[i % slices.length])).toEqual(whole);
  expect(await trained(SMALL, "decided", (i) => slices[i % slices.length], simd, true)).toEqual(
    whole,
  );
});

test("replicas side by side end as each does alone, however they are sliced and regrouped", async () => {
  const rates = [1e-4, 1e-3, 1e-2];
  const settings = rates.flatMap((encoderRate) =>
    rates.map((decoderRate, seed): Settings => ({ ...SMALL, encoderRate, decoderRate, seed })),
  );
  const alone = await Promise.all(settings.map((each) => trained(each, "decided", () => 1e9)));
  expect(new Set(alone.map((standing) => standing.progress.step)).size).toBeGreaterThan(1);

  const all = await openTrial(
    simd,
    settings,
    "decided",
    settings.map(() => NOT_BEGUN),
  );
  while (!all.finished) await all.advance(1e9);
  expect(await all.standings()).toEqual(alone);

  let standings: Standing[] = settings.map(() => NOT_BEGUN);
  for (const slice of [1, 90, 333, 1000, 5000]) {
    const open = [...standings.keys()].filter((replica) => !standings[replica].finished);
    const trial = await openTrial(
      simd,
      open.map((replica) => settings[replica]),
      "decided",
      open.map((replica) => structuredClone(standings[replica])),
    );
    const end = trial.step + slice;
    while (!trial.finished && trial.step < end) await trial.advance(end - trial.step);
    const later = await trial.standings();
    standings = standings.map((standing, replica) =>
      open.includes(replica) ? later[open.indexOf(replica)] : standing,
    );
  }
  expect(standings).toEqual(alone);
});

test("one that diverges ends alone; what is trained on another engine is not called exact", async () => {
  const wild = { ...SMALL, optimiser: "gd", loss: "mse", embeddingSigma: 10 } as const;
  const settings: Settings[] = [0, 10].map((rate) => ({
    ...wild,
    steps: 300,
    encoderRate: rate,
    decoderRate: rate,
    decoderDecay: rate,
  }));
  const other: Engine = { ...simd, name: "webgl" };
  for (const engine of [simd, other]) {
    const trial = await openTrial(engine, settings, "end", [NOT_BEGUN, NOT_BEGUN]);
    while (!trial.finished) await trial.advance(70);
    const [calm, lost] = await trial.standings();
    expect(calm).toMatchObject({ finished: true, diverged: false, progress: { step: 300 } });
    expect(lost).toMatchObject({ finished: true, diverged: true });
    expect(lost.moments.every(({ embedding }) => embedding.every(Number.isFinite))).toBe(true);
    expect([calm.exact, lost.exact]).toEqual(Array(2).fill(engine === simd));
  }
});

test("crossings are those that every evaluated step of the reference shows", async () => {
  const settings: Settings = { ...SMALL, n: 6, steps: 300, encoderRate: 1e-2, decoderRate: 1e-2 };
  const ensemble = await referenceEngine.create([settings]);
  let expected = START;
  for (const step of schedule(settings.steps)) {
    const measures = await ensemble.advance([step]);
    expected = progress(expected, step, measures[COLUMN.train], measures[COLUMN.test]);
  }
  const standing = await trained(settings, "end", () => 11, referenceEngine);
  expect(standing.progress).toEqual(expected);
  expect(standing.progress.train).not.toBeNull();
});

describe("early stopping", () => {
  const rates = [1e-4, 1e-3, 1e-2];
  const grid = rates.flatMap((encoderRate) =>
    rates.map((decoderRate): Settings => ({ ...SMALL, encoderRate, decoderRate })),
  );

  test("changes no step count and no phase of a grid, and saves steps", async () => {
    const steps = { early: 0, full: 0 };
    const evaluated = schedule(SMALL.steps);
    let decided = 0;
    const phases = new Set<string>();
    for (const settings of grid) {
      const early = outcomeOf(await trained(settings, "decided", () => 500));
      const full = outcomeOf(await trained(settings, "end", () => 500));
      const { phase, stepsToTrain, stepsToTest } = full;
      expect(early).toMatchObject({ phase, stepsToTrain, stepsToTest });
      if (stepsToTrain !== null && stepsToTest !== null) {
        const decidedAt = Math.max(stepsToTrain, stepsToTest);
        const lasting = Math.max(200, decidedAt / 4);
        // At the first step that is looked at once it has lasted for so long.
        expect(early.steps).toBe(evaluated.find((step) => step >= decidedAt + lasting));
        decided += 1;
      } else expect(early.steps).toBe(SMALL.steps);
      steps.early += early.steps;
      steps.full += full.steps;
      phases.add(phase);
    }
    expect(steps.full).toBe(grid.length * SMALL.steps);
    expect(steps.early).toBeLessThan(steps.full);
    expect(phases.size).toBeGreaterThan(1); // A grid of one phase would show nothing.
    expect(decided).toBeGreaterThan(1);
  });

  test("never ends a replica before Table 4 has decided, nor after its horizon", () => {
    expect(lastStep({ train: 100, test: null }, 5000, "decided")).toBe(5000);
    expect(lastStep({ train: null, test: 100 }, 5000, "decided")).toBe(5000);
    // 200 steps more, or a quarter of those made where that is longer: beyond step 800.
    expect(lastStep({ train: 100, test: 400 }, 5000, "decided")).toBe(600);
    expect(lastStep({ train: 100, test: 800 }, 5000, "decided")).toBe(1000);
    expect(lastStep({ train: 100, test: 801 }, 5000, "decided")).toBe(1002);
    expect(lastStep({ train: 100, test: 4000 }, 50_000, "decided")).toBe(5000);
    expect(lastStep({ train: 100, test: 4900 }, 5000, "decided")).toBe(5000);
    expect(lastStep({ train: 100, test: 400 }, 5000, "end")).toBe(5000);
  });
});

test("a replica whose loss is no longer finite ends there and says so", async () => {
  const wild: Settings = {
    ...SMALL,
    optimiser: "gd",
    loss: "mse",
    decoderRate: 10,
    encoderRate: 10,
    decoderDecay: 10,
  };
  const standing = await trained(wild, "end", () => 50);
  expect(standing).toMatchObject({ finished: true, diverged: true });
  expect(standing.progress.step).toBeLessThan(wild.steps);
  expect(outcomeOf(standing)).toMatchObject({ diverged: true, loss: null });
});

test("moments are kept from step 0 to the last, ever further apart", async () => {
  const { moments, progress: at } = await trained(SMALL, "end", () => 77);
  const steps = moments.map(({ step }) => step);
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(at.step);
  expect(steps.every((step, i) => i === 0 || step > steps[i - 1])).toBe(true);
  expect(steps.length).toBeLessThan(45);
  expect(moments.every(({ embedding }) => embedding.length === SMALL.n * SMALL.d)).toBe(true);
});
