import { afterEach, expect, test } from "vitest";
import { fingerprint } from "../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { Frame } from "../../src/run/frame";
import type { Pace } from "../../src/run/pace";
import { type Run, workerSource } from "../../src/run/source";
import type { Job, Reply, Request, RunEvent } from "../../src/run/wire";
import { workerPort } from "../../src/run/workerPort";
import { oracle } from "../engine/parity";
import type {} from "../setup";
import { survived } from "../survived";
import type { Blow, Mood } from "./faults.worker";

/** Float32 on WebGL, then on SIMD, against float64, as long as training does not amplify rounding. */
const PARAMETER = 2e-5;

const JOB: Job = { settings: [DEFAULTS], engine: "auto", from: null };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

interface Told {
  readonly run: Run;
  readonly events: RunEvent[];
  readonly workers: Worker[];
  readonly newest: () => Frame | undefined;
  readonly of: <K extends RunEvent["kind"]>(kind: K) => Extract<RunEvent, { kind: K }>[];
}

/** A run on real workers up to step `until`. */
function start(
  job: Job,
  until: number,
  { mood = "measure" as Mood, beat = 5000, pace = "full" as Pace } = {},
): Told {
  const events: RunEvent[] = [];
  const workers: Worker[] = [];
  const open = () => {
    const worker = new Worker(new URL("./faults.worker.ts", import.meta.url), {
      type: "module",
      name: mood,
    });
    workers.push(worker);
    return workerPort<Request, Reply>(worker);
  };
  const transport = { playing: true, until, pace };
  const run = workerSource(open, beat)(job, transport, (event) => events.push(event));
  ends.push(
    () => run.stop(),
    () => {
      for (const worker of workers) worker.terminate();
    },
  );
  const of: Told["of"] = (kind) =>
    events.filter(
      (event): event is Extract<RunEvent, { kind: typeof kind }> => event.kind === kind,
    );
  const newest = () => of("frames").at(-1)?.frames.at(-1);
  return { run, events, workers, newest, of };
}

const reaches = (told: Told, step: number) =>
  expect.poll(() => told.newest()?.step ?? 0, { timeout: 50_000 }).toBeGreaterThanOrEqual(step);

const strike = ({ workers }: Told, blow: Blow) => workers.at(-1)?.postMessage({ blow });

test("a lost context: the run goes on from its checkpoint on SIMD and stays close to float64", async () => {
  const told = start({ ...JOB, engine: "webgl" }, 110, { pace: 40 });
  await reaches(told, 60);
  strike(told, "lose context");
  await expect.poll(() => told.of("setback").length, { timeout: 40_000 }).toBe(1);
  const [{ message }] = told.of("setback");
  await reaches(told, 110);
  const [first, second] = told.of("ready");
  expect(first.engine.name).toBe("webgl");
  expect(second.engine.name).toBe("simd");
  expect(second.from).toBeGreaterThan(0);
  expect(message).toBe(
    `WebGL failed: The graphics context was lost. The run goes on from step ${second.from}.`,
  );
  for (const { frames } of told.of("frames"))
    for (const { parameters } of frames) expect(parameters.every(Number.isFinite)).toBe(true);
  const { parameters } = await oracle([DEFAULTS], [110]);
  expect(told.newest()?.parameters ?? []).toBeAllclose(parameters, { atol: PARAMETER });
  await survived(
    "the WebGL context is lost in mid-run",
    "goes on from its checkpoint on SIMD, and says so",
  );
});

/** A long run on SIMD that nothing disturbs, and its fingerprint at `step`. */
async function undisturbed(settings: Settings, step: number): Promise<string> {
  const told = start({ ...JOB, settings: [settings], engine: "simd" }, step);
  await reaches(told, step);
  return fingerprint(told.newest()?.parameters ?? new Float32Array());
}

test.each(["throw", "silence"] as const)(
  "a worker lost by %s: the run that goes on is the same run, bit for bit",
  async (how) => {
    const settings = { ...DEFAULTS, batch: 64 };
    const job: Job = { ...JOB, settings: [settings], engine: "simd" };
    const told = start(job, 1500, { pace: 400, beat: how === "silence" ? 100 : 5000 });
    await reaches(told, 900);
    if (how === "throw") strike(told, "throw");
    else told.workers[0].terminate();
    await expect.poll(() => told.of("setback").length).toBe(1);
    await reaches(told, 1500);
    expect(told.workers).toHaveLength(2);
    expect(told.of("setback")[0].message).toMatch(
      how === "throw"
        ? /^The training worker was lost \(.*struck.*\)\. The run goes on from step [\d,]+\.$/
        : /^The training worker was lost \(it gave no sign of life for 0\.6 s\)/,
    );
    expect(told.of("ready")[1].from).toBeGreaterThan(0);
    const found = fingerprint(told.newest()?.parameters ?? new Float32Array());
    expect(found).toBe(await undisturbed(settings, 1500));
    await survived(
      how === "throw" ? "the training worker throws in mid-run" : "the training worker is killed",
      "another goes on from its checkpoint: the same run, bit for bit",
    );
  },
);

test("a run that diverges ends with a sentence; on WebGL SIMD is asked first", async () => {
  const wild: Settings = {
    ...DEFAULTS,
    mode: "squared-difference",
    optimiser: "gd",
    encoderRate: 10,
    decoderRate: 10,
    embeddingSigma: 10,
    decoderSigma: 10,
    depth: 0,
  };
  for (const engine of ["simd", "webgl"] as const) {
    const told = start({ ...JOB, settings: [wild], engine }, wild.steps);
    await expect.poll(() => told.of("failed").length, { timeout: 40_000 }).toBe(1);
    expect(told.of("failed")[0].message).toMatch(/at step \d+\.$/);
    expect(told.of("setback")).toHaveLength(engine === "webgl" ? 1 : 0);
    told.run.stop();
  }
  await survived(
    "rates at which the losses are no longer numbers, on both engines",
    "ends with the step at which they were none; on WebGL SIMD is asked first",
  );
});

test("a run that has lasted is measured on both engines, and goes on", async () => {
  const told = start({ ...JOB, settings: [{ ...DEFAULTS, width: 20 }] }, DEFAULTS.steps);
  await expect.poll(() => told.of("compared").length, { timeout: 40_000 }).toBe(1);
  expect(told.of("ready")[0].engine.declined.webgl).toContain("not measured yet");
  const [{ engine }] = told.of("compared");
  expect(engine.name).toBe("simd"); // The renderer here draws on the processor.
  expect(engine.speeds.simd).toBeGreaterThan(engine.speeds.webgl ?? Number.POSITIVE_INFINITY);
  expect(engine.declined.webgl).toMatch(/^[\d.,]+ steps\/s against [\d.,]+$/);
  await reaches(told, (told.newest()?.step ?? 0) + 1);
});

test("a run that moves to WebGL goes on where it was, every step evaluated", async () => {
  const told = start(JOB, 120, { mood: "move", pace: 40 });
  await reaches(told, 120);
  const [first, second] = told.of("ready");
  expect([first.engine.name, second.engine.name]).toEqual(["simd", "webgl"]);
  expect(second.from).toBeGreaterThan(0);
  const evaluated = (frames: readonly Frame[]) => frames.flatMap(({ steps }) => [...steps]);
  const later = told.events.slice(told.events.indexOf(second));
  const frames = later.flatMap((event) => (event.kind === "frames" ? [...event.frames] : []));
  expect(evaluated(frames)).toEqual(
    Array.from({ length: 121 - second.from }, (_, i) => second.from + i),
  );
  const { parameters } = await oracle([DEFAULTS], [120]);
  expect(told.newest()?.parameters ?? []).toBeAllclose(parameters, { atol: PARAMETER });
});
