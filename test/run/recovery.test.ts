import { expect, test } from "vitest";
import { makeChooser } from "../../src/engine/chooser";
import type { Engine } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import { serve } from "../../src/engine/serve";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { Frame } from "../../src/run/frame";
import { workerSource } from "../../src/run/source";
import type { Job, Reply, Request, RunEvent, Transport } from "../../src/run/wire";
import type { WorkerPort } from "../../src/run/workerPort";

type Port = WorkerPort<Request, Reply>;

/** Some two seconds of training, so that there is a checkpoint on the way. */
const SETTINGS: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1, steps: 300 };
const PACED: Transport = { playing: true, until: null, pace: 150 };
const JOB: Job = { settings: [SETTINGS], engine: "auto", from: null };

/** The reference under another engine's name, whose `spoil` may throw or ruin what it computes. */
const spoilt =
  (name: "simd" | "webgl", spoil: (step: number, measures: Float64Array) => void) =>
  async (): Promise<Engine> => ({
    ...referenceEngine,
    name,
    async create(settings) {
      const ensemble = await referenceEngine.create(settings);
      const { advance } = ensemble;
      return Object.defineProperties(
        { ...ensemble },
        {
          step: { get: () => ensemble.step },
          advance: {
            value: async (steps: readonly number[]) => {
              const measures = await advance(steps);
              spoil(ensemble.step, measures);
              return measures;
            },
          },
        },
      );
    },
  });

/** A worker with this engine and the reference, over event targets with cloned messages. */
function worker(engine?: () => Promise<Engine>, name: "simd" | "webgl" = "webgl") {
  const page = new EventTarget();
  const inside = new EventTarget();
  let alive = true;
  let lose: (reason: string) => void = () => {};
  const deliver = (target: EventTarget, data: unknown) => {
    const cloned = structuredClone(data);
    queueMicrotask(() => {
      if (alive) target.dispatchEvent(Object.assign(new Event("message"), { data: cloned }));
    });
  };
  const listen =
    <T>(target: EventTarget) =>
    (listener: (message: T) => void) =>
      target.addEventListener("message", (event) => listener((event as MessageEvent<T>).data));
  const port: Port = {
    postMessage: (request) => deliver(inside, request),
    onReply: listen<Reply>(page),
    onLost: (listener) => {
      lose = listener;
    },
    close: () => {
      alive = false;
    },
  };
  serve(
    { postMessage: (reply) => deliver(page, reply), onRequest: listen<Request>(inside) },
    makeChooser(
      engine ? [name, "reference"] : ["reference"],
      { ...(engine && { [name]: engine }), reference: async () => referenceEngine },
      null,
    ),
  );
  return {
    port,
    die: (reason: string) => lose(reason),
    /** Dies without a word. */
    fallSilent: () => {
      alive = false;
    },
  };
}

interface Told {
  readonly events: RunEvent[];
  readonly end: Promise<RunEvent>;
}

/** Runs the job to its end; `onStep` hears the newest step. */
function run(open: () => Port, job: Job = JOB, onStep = (_: number) => {}, beat?: number): Told {
  const events: RunEvent[] = [];
  const end = new Promise<RunEvent>((resolve) => {
    workerSource(open, beat)(job, PACED, (event) => {
      events.push(event);
      if (event.kind === "frames") onStep(event.frames.at(-1)?.step ?? 0);
      if (event.kind === "done" || event.kind === "failed") resolve(event);
    });
  });
  return { events, end };
}

const ofKind = <K extends RunEvent["kind"]>(events: readonly RunEvent[], kind: K) =>
  events.filter((event): event is Extract<RunEvent, { kind: K }> => event.kind === kind);

const framesOf = (events: readonly RunEvent[]): Frame[] =>
  ofKind(events, "frames").flatMap(({ frames }) => [...frames]);

/** Where a run that nothing disturbs ends. */
async function undisturbed(): Promise<Float32Array> {
  const ensemble = await referenceEngine.create([SETTINGS]);
  await ensemble.advance([SETTINGS.steps]);
  return ensemble.parameters();
}

/** Throws once it is at `step`. */
const throwAt = (at: number, message: string) => (step: number) => {
  if (step >= at) throw new Error(message);
};

test("a run whose engine fails goes on from the last checkpoint on another, as if nothing had been", async () => {
  const fails = spoilt("webgl", throwAt(220, "The graphics context was lost."));
  const { events, end } = run(() => worker(fails).port);
  expect((await end).kind).toBe("done");
  const [first, second, ...rest] = ofKind(events, "ready");
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ from: 0, engine: { name: "webgl" } });
  expect(second.engine).toMatchObject({
    name: "reference",
    declined: { webgl: "The graphics context was lost" },
  });
  expect(second.from).toBeGreaterThan(50);
  expect(second.from).toBeLessThan(220);
  expect(ofKind(events, "setback").map(({ message }) => message)).toEqual([
    `WebGL failed: The graphics context was lost. The run goes on from step ${second.from}.`,
  ]);
  expect(framesOf(events).at(-1)?.parameters).toEqual(await undisturbed());
});

test("a lost worker is replaced, and every evaluated step is told once up to the checkpoint and from it", async () => {
  const workers: ReturnType<typeof worker>[] = [];
  const open = () => {
    workers.push(worker());
    return workers[workers.length - 1].port;
  };
  let killed = false;
  const { events, end } = run(open, JOB, (step) => {
    if (killed || step < 220) return;
    killed = true;
    workers[0].die("out of memory");
  });
  expect((await end).kind).toBe("done");
  expect(workers).toHaveLength(2);
  const { from } = ofKind(events, "ready")[1];
  expect(from).toBeGreaterThan(50);
  expect(ofKind(events, "setback")[0].message).toBe(
    `The training worker was lost (out of memory). The run goes on from step ${from}.`,
  );
  const again = framesOf(events.slice(events.findIndex(({ kind }) => kind === "setback")));
  expect(again[0].step).toBe(from);
  expect(again.at(-1)?.parameters).toEqual(await undisturbed());
});

test("a worker that is lost twice in a run ends it with a sentence; the next run opens a new one", async () => {
  const workers: ReturnType<typeof worker>[] = [];
  const open = () => {
    workers.push(worker());
    return workers[workers.length - 1].port;
  };
  const lost = () => workers[workers.length - 1].die("it did not start");
  const { events, end } = run(open, JOB, lost);
  expect(await end).toEqual({
    kind: "failed",
    message: "The training worker was lost (it did not start), for the second time.",
  });
  expect(ofKind(events, "setback")).toHaveLength(1);
  expect(workers).toHaveLength(2);
});

test("a worker that dies without a word is missed", async () => {
  const workers: ReturnType<typeof worker>[] = [];
  const open = () => {
    workers.push(worker());
    return workers[workers.length - 1].port;
  };
  const { events, end } = run(open, JOB, () => workers[0].fallSilent(), 10);
  expect((await end).kind).toBe("done");
  expect(ofKind(events, "setback")[0].message).toContain("gave no sign of life for 0.06 s");
  expect(framesOf(events).at(-1)?.parameters).toEqual(await undisturbed());
});

/** Ruins the loss once it is at `step`. */
const ruinAt = (at: number) => (step: number, measures: Float64Array) => {
  if (step >= at) measures.fill(Number.NaN);
};

test("NaN on WebGL is tried once again on another engine, which here finds nothing wrong", async () => {
  const { events, end } = run(() => worker(spoilt("webgl", ruinAt(30))).port);
  expect((await end).kind).toBe("done");
  expect(ofKind(events, "setback")[0].message).toMatch(
    /^The training loss was NaN at step 30 on WebGL\. The run goes on from step 0\.$/,
  );
  expect(framesOf(events).at(-1)?.parameters).toEqual(await undisturbed());
});

test("NaN on the exact engine is the run's own: no second try", async () => {
  const { events, end } = run(() => worker(spoilt("simd", ruinAt(30)), "simd").port);
  expect(await end).toEqual({
    kind: "failed",
    message: "The training loss was NaN at step 30.",
  });
  expect(ofKind(events, "setback")).toEqual([]);
});

test("a run that diverges on every engine is told so once, and not restarted for ever", async () => {
  const wild: Settings = {
    ...SETTINGS,
    mode: "squared-difference",
    optimiser: "gd",
    depth: 0,
    encoderRate: 10,
    decoderRate: 10,
    embeddingSigma: 10,
    decoderSigma: 10,
  };
  const { events, end } = run(() => worker(spoilt("webgl", () => {})).port, {
    ...JOB,
    settings: [wild],
  });
  expect(await end).toMatchObject({ kind: "failed", message: /at step \d+\.$/ });
  expect(ofKind(events, "setback")).toHaveLength(1);
  for (const { parameters } of framesOf(events))
    expect(parameters.every(Number.isFinite)).toBe(true);
});

test("an engine that failed is not taken by itself again, but when it is asked for", async () => {
  const fails = spoilt("webgl", throwAt(5, "The graphics context was lost."));
  const source = workerSource(() => worker(fails).port);
  const until = (job: Job) =>
    new Promise<RunEvent[]>((resolve) => {
      const events: RunEvent[] = [];
      source(job, { ...PACED, pace: "full" }, (event) => {
        events.push(event);
        if (event.kind === "done") resolve(events);
      });
    });
  const names = (events: readonly RunEvent[]) =>
    ofKind(events, "ready").map(({ engine }) => engine.name);
  expect(names(await until(JOB))).toEqual(["webgl", "reference"]);
  expect(names(await until(JOB))).toEqual(["reference"]);
  expect(names(await until({ ...JOB, engine: "webgl" }))).toEqual(["webgl", "reference"]);
});
