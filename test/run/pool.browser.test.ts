import { expect, test } from "vitest";
import { loadSimdEngine } from "../../src/engine/simd/loadInBrowser";
import { openTrial } from "../../src/engine/trial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { makePool, type PoolEvent, type PoolJob } from "../../src/run/pool";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import type { EngineInfo } from "../../src/run/wire";
import { workerPort } from "../../src/run/workerPort";

/** Largest difference of a parameter in the first 60 steps: float32 on both sides, summed otherwise. */
const PARAMETER = 2e-5;

const open = (workers: Worker[]) =>
  makePool(() => {
    const worker = new Worker(new URL("../../src/engine/pool.worker.ts", import.meta.url), {
      type: "module",
    });
    workers.push(worker);
    return workerPort(worker);
  }, 2);

const job = (settings: readonly Settings[]): PoolJob => ({
  settings,
  until: "decided",
  engine: "auto",
  from: settings.map(() => NOT_BEGUN),
});

const SMALL: Settings = { ...DEFAULTS, n: 12, width: 10, batch: 32, steps: 2000 };

test("a grid trained by real workers is, bit for bit, the one trained in this thread", async () => {
  const settings = [1e-4, 1e-3, 1e-2].flatMap((encoderRate) =>
    [1e-3, 1e-2].map((decoderRate): Settings => ({ ...SMALL, encoderRate, decoderRate })),
  );
  const workers: Worker[] = [];
  const pool = open(workers);
  const found: Standing[] = [];
  const problem = await new Promise((resolve) => {
    pool.run(job(settings), (event) => {
      if (event.kind === "standing") found[event.replica] = event.standing;
      if (event.kind === "end") resolve(event.problem);
    });
  });
  pool.close();
  expect(problem).toBeNull();
  expect(workers).toHaveLength(2);
  const engine = await loadSimdEngine();
  for (const [replica, each] of settings.entries()) {
    const trial = await openTrial(engine, [each], "decided", [NOT_BEGUN]);
    while (!trial.finished) await trial.advance(1000);
    expect([found[replica]]).toEqual(await trial.standings());
  }
});

test("asked for, WebGL trains a grid side by side in one worker, within float32 of the exact engine", async () => {
  const settings = [3e-3, 1e-2].flatMap((encoderRate) =>
    [1e-3, 1e-2, 3e-2].map(
      (decoderRate): Settings => ({ ...SMALL, steps: 60, encoderRate, decoderRate }),
    ),
  );
  const workers: Worker[] = [];
  const pool = open(workers);
  const found: Standing[] = [];
  const engines: EngineInfo[] = [];
  const problem = await new Promise((resolve) => {
    pool.run({ ...job(settings), engine: "webgl" }, (event) => {
      if (event.kind === "standing") found[event.replica] = event.standing;
      if (event.kind === "engine") engines.push(event.engine);
      if (event.kind === "end") resolve(event.problem);
    });
  });
  pool.close();
  expect(problem).toBeNull();
  expect(workers).toHaveLength(1);
  expect(engines).toMatchObject([{ name: "webgl", exact: false }]);
  const exact = await loadSimdEngine();
  for (const [replica, each] of settings.entries()) {
    const trial = await openTrial(exact, [each], "decided", [NOT_BEGUN]);
    while (!trial.finished) await trial.advance(1000);
    const [standing] = await trial.standings();
    const { moments, exact: isExact, progress } = found[replica];
    expect(isExact).toBe(false);
    expect(progress.step).toBe(standing.progress.step);
    expect(moments.map(({ step }) => step)).toEqual(standing.moments.map(({ step }) => step));
    moments.forEach(({ embedding }, i) => {
      expect(embedding).toBeAllclose(standing.moments[i].embedding, { atol: PARAMETER });
    });
  }
});

test("left to choose, a software renderer is declined and SIMD trains on all workers", async () => {
  const workers: Worker[] = [];
  const pool = open(workers);
  const engine = await new Promise<EngineInfo>((resolve) => {
    pool.run(job([SMALL, { ...SMALL, seed: 1 }]), (event) => {
      if (event.kind === "engine") resolve(event.engine);
    });
  });
  pool.close();
  expect(engine).toMatchObject({ name: "simd", exact: true });
  expect(engine.declined.webgl).toContain("software renderer");
});

test("a stop reaches workers in mid-replica, which report where they stand", async () => {
  const pool = open([]);
  const long: Settings = { ...DEFAULTS, steps: 1_000_000 };
  const events: PoolEvent[] = [];
  await new Promise<void>((resolve) => {
    const stop = pool.run(job([long, { ...long, seed: 1 }]), (event) => {
      events.push(event);
      if (event.kind === "end") resolve();
      else if (event.kind === "standing") stop();
    });
  });
  pool.close();
  const standings = events.flatMap((event) => (event.kind === "standing" ? [event.standing] : []));
  expect(standings.length).toBeGreaterThan(1);
  expect(standings.every(({ finished, checkpoint }) => !finished && checkpoint !== null)).toBe(
    true,
  );
});

test("a worker that does not start is replaced a few times, then a sentence says what is left", async () => {
  const pool = makePool(
    () => workerPort(new Worker("data:text/javascript,throw new Error('no engine here')")),
    1,
  );
  const events: PoolEvent[] = [];
  const problem = await new Promise<string | null>((resolve) => {
    pool.run(job([SMALL]), (event) => {
      events.push(event);
      if (event.kind === "end") resolve(event.problem);
    });
  });
  pool.close();
  expect(problem).toMatch(/3 workers were lost, so 1 of 1 networks are left/);
  expect(
    events.some((event) => event.kind === "notice" && /no engine here/.test(event.message)),
  ).toBe(true);
});
