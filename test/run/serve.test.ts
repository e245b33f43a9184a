import { describe, expect, test, vi } from "vitest";
import { makeChooser } from "../../src/engine/chooser";
import { REFERENCE_ONLY } from "../../src/engine/engines";
import { serve } from "../../src/engine/serve";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { Frame } from "../../src/run/frame";
import { schedule } from "../../src/run/schedule";
import { type Source, workerSource } from "../../src/run/source";
import type { Reply, Request, RunEvent, Transport } from "../../src/run/wire";

const CHOOSER = makeChooser(["reference"], REFERENCE_ONLY, null);

/** The real protocol over a pair of event targets with cloned messages, no thread. */
function connect(): Source {
  const page = new EventTarget();
  const worker = new EventTarget();
  const deliver = (target: EventTarget, data: unknown) => {
    const cloned = structuredClone(data);
    queueMicrotask(() =>
      target.dispatchEvent(Object.assign(new Event("message"), { data: cloned })),
    );
  };
  const listen =
    <T>(target: EventTarget) =>
    (listener: (message: T) => void) =>
      target.addEventListener("message", (event) => listener((event as MessageEvent<T>).data));
  serve(
    { postMessage: (reply) => deliver(page, reply), onRequest: listen<Request>(worker) },
    CHOOSER,
  );
  return workerSource(() => ({
    postMessage: (request) => deliver(worker, request),
    onReply: listen<Reply>(page),
    onLost: () => {},
    close: () => {},
  }));
}

const TINY: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1, steps: 400 };
const PLAY: Transport = { playing: true, until: null, pace: "full" };

/** Runs to the end and gives everything that was said. */
function runToEnd(source: Source, settings: Settings, transport = PLAY): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  return new Promise((resolve) => {
    source({ settings: [settings], engine: "auto", from: null }, transport, (event) => {
      events.push(event);
      if (event.kind === "done" || event.kind === "failed") resolve(events);
    });
  });
}

const framesOf = (events: readonly RunEvent[]): Frame[] =>
  events.flatMap((event) => (event.kind === "frames" ? event.frames : []));

test("a run says ready, gives frames from step 0 to the last, and ends once", async () => {
  const events = await runToEnd(connect(), TINY);
  expect(events[0].kind).toBe("ready");
  expect(events.filter(({ kind }) => kind === "done")).toHaveLength(1);
  const frames = framesOf(events);
  expect(frames[0].step).toBe(0);
  expect(frames.at(-1)?.step).toBe(400);
  expect(frames.every((frame, i) => i === 0 || frame.step > frames[i - 1].step)).toBe(true);
});

test("the evaluated steps are the schedule's, however the run was sliced", async () => {
  const fast = framesOf(await runToEnd(connect(), TINY));
  const paced = framesOf(await runToEnd(connect(), { ...TINY, steps: 40 }, { ...PLAY, pace: 200 }));
  expect(fast.flatMap(({ steps }) => [...steps])).toEqual(schedule(400));
  expect(paced.flatMap(({ steps }) => [...steps])).toEqual(schedule(40));
  const early = fast.findLast(({ step }) => step <= 40);
  const same = paced.find(({ step }) => step === early?.step);
  expect(same?.parameters).toEqual(early?.parameters);
});

test("the newest run wins, and nothing of the old one is heard after", async () => {
  const source = connect();
  const old: RunEvent[] = [];
  source({ settings: [{ ...TINY, steps: 100_000 }], engine: "auto", from: null }, PLAY, (e) =>
    old.push(e),
  );
  const events = await runToEnd(source, TINY);
  const heard = old.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(old).toHaveLength(heard);
  expect(events.at(-1)?.kind).toBe("done");
});

describe("transport", () => {
  test("until is met exactly, then the run rests and can be sent on", async () => {
    const source = connect();
    const steps: number[] = [];
    const reached = (goal: number) =>
      new Promise<void>((resolve) => {
        const look = () => (steps.at(-1) === goal ? resolve() : setTimeout(look, 5));
        look();
      });
    const run = source(
      { settings: [TINY], engine: "auto", from: null },
      { ...PLAY, until: 33 },
      (event) => {
        if (event.kind === "frames") steps.push(...event.frames.map(({ step }) => step));
      },
    );
    await reached(33);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(steps.at(-1)).toBe(33);
    run.direct({ ...PLAY, until: 34 });
    await reached(34);
    run.stop();
  });

  test("a paused run shows its first weights and waits", async () => {
    const source = connect();
    const frames: Frame[] = [];
    const run = source(
      { settings: [TINY], engine: "auto", from: null },
      { ...PLAY, playing: false },
      (event) => {
        if (event.kind === "frames") frames.push(...event.frames);
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(frames.map(({ step }) => step)).toEqual([0]);
    run.stop();
  });
});

test("where a run rests and where it ends it hands out what it goes on from, and it stops where it is to be met", async () => {
  const source = connect();
  const events: RunEvent[] = [];
  const saved = () => events.flatMap((e) => (e.kind === "checkpoint" ? [e.checkpoint.step] : []));
  const job = { settings: [TINY], engine: "auto", from: null, met: [201, 335] } as const;
  const run = source(job, { ...PLAY, until: 50 }, (event) => events.push(event));
  await vi.waitFor(() => expect(saved()).toEqual([50]));
  run.direct(PLAY);
  await vi.waitFor(() => expect(saved().at(-1)).toBe(400));
  await vi.waitFor(() => expect(events.at(-1)?.kind).toBe("done"));
  const steps = framesOf(events).map(({ step }) => step);
  expect(steps).toEqual(expect.arrayContaining([201, 335]));
});

test("a diverging run ends at its last good frame and says at which step and why", async () => {
  const settings: Settings = {
    ...TINY,
    mode: "squared-difference",
    optimiser: "gd",
    depth: 0,
    encoderRate: 10,
    decoderRate: 10,
    embeddingSigma: 10,
    decoderSigma: 10,
  };
  const events = await runToEnd(connect(), settings);
  const end = events.at(-1);
  expect(end?.kind).toBe("failed");
  expect(end?.kind === "failed" && end.message).toMatch(/at step \d+\./);
  for (const { parameters } of framesOf(events))
    expect(parameters.every(Number.isFinite)).toBe(true);
});

test("an engine that is not there is declined with a sentence and another one runs", async () => {
  const events: RunEvent[] = [];
  await new Promise<void>((resolve) => {
    connect()({ settings: [{ ...TINY, steps: 3 }], engine: "webgl", from: null }, PLAY, (event) => {
      events.push(event);
      if (event.kind === "done") resolve();
    });
  });
  const [ready] = events;
  expect(ready.kind === "ready" && ready.engine.name).toBe("reference");
  expect(ready.kind === "ready" && ready.engine.declined.webgl).toBe("not part of this build");
});
