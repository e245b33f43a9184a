import { expect, test } from "vitest";
import { loadSimdEngine } from "../../src/engine/simd/loadInBrowser";
import { openTrial } from "../../src/engine/trial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { makePool, type PoolEvent, type PoolJob } from "../../src/run/pool";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import { workerPort } from "../../src/run/workerPort";

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

test("a stop reaches workers in mid-replica, which report where they stand", async () => {
  const pool = open([]);
  const long: Settings = { ...DEFAULTS, steps: 1_000_000 };
  const events: PoolEvent[] = [];
  await new Promise<void>((resolve) => {
    const stop = pool.run(job([long, { ...long, seed: 1 }]), (event) => {
      events.push(event);
      if (event.kind === "end") resolve();
      else stop();
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
