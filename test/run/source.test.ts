import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULTS } from "../../src/experiment/params";
import { type Run, workerSource } from "../../src/run/source";
import type { EngineInfo, Job, Reply, Request, RunEvent, Transport } from "../../src/run/wire";

const JOB: Job = { settings: [DEFAULTS], engine: "auto", from: null };
const PLAY: Transport = { playing: true, until: null, pace: "full" };
const ENGINE: EngineInfo = {
  name: "simd",
  detail: "",
  precision: "float32",
  exact: true,
  declined: {},
  speeds: {},
};

/** Milliseconds between two requests for a sign of life. */
const BEAT = 1000;

/** A source whose workers say what the test says for them. */
function setUp() {
  const workers: {
    requests: Request[];
    say: (reply: Reply) => void;
    stayAway: () => void;
    closed: number;
  }[] = [];
  const source = workerSource(() => {
    const worker: (typeof workers)[number] = {
      requests: [],
      say: () => {},
      stayAway: () => {},
      closed: 0,
    };
    workers.push(worker);
    return {
      postMessage: (request) => worker.requests.push(request),
      onReply: (listener) => {
        worker.say = listener;
      },
      onLost: (listener) => {
        worker.stayAway = () => listener("the connection is down", true);
      },
      close: () => {
        worker.closed += 1;
      },
    };
  }, BEAT);
  const start = (): { readonly events: RunEvent[]; readonly run: Run } => {
    const events: RunEvent[] = [];
    return { events, run: source(JOB, PLAY, (event) => events.push(event)) };
  };
  const count = (kind: Request["kind"], worker = 0) =>
    workers[worker].requests.filter((request) => request.kind === kind).length;
  return { workers, start, count };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a worker's signs of life", () => {
  test("a silent worker is given up when six of them are missing, no sooner and no later", () => {
    const { workers, start, count } = setUp();
    const { events } = start();
    workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
    vi.advanceTimersByTime(6 * BEAT);
    expect(count("ping")).toBe(6);
    expect(workers).toHaveLength(1);
    // The sixth, too, has had its beat to be answered.
    vi.advanceTimersByTime(BEAT - 1);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(workers).toHaveLength(2);
    expect(count("ping")).toBe(6);
    expect(events.at(-1)).toMatchObject({
      kind: "setback",
      message: expect.stringContaining(`no sign of life for ${(6 * BEAT) / 1000} s`),
    });
  });

  test("one answer is enough to be waited for as long again", () => {
    const { workers, start, count } = setUp();
    start();
    workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
    vi.advanceTimersByTime(6 * BEAT);
    workers[0].say({ kind: "alive", run: 1 });
    vi.advanceTimersByTime(6 * BEAT);
    expect(workers).toHaveLength(1);
    expect(count("ping")).toBe(12);
    vi.advanceTimersByTime(BEAT);
    expect(workers).toHaveLength(2);
  });

  test("a worker that is still loading is not missed", () => {
    const { workers, start, count } = setUp();
    start();
    vi.advanceTimersByTime(100 * BEAT);
    expect(workers).toHaveLength(1);
    expect(count("ping")).toBe(0);
  });

  test("none is asked for once the run is over, and no timer is left", () => {
    const { workers, start, count } = setUp();
    start();
    workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
    workers[0].say({ kind: "done", run: 1 });
    vi.advanceTimersByTime(100 * BEAT);
    expect(count("ping")).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    const { run } = start();
    expect(vi.getTimerCount()).toBe(1);
    run.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("a worker that is given up is closed, once, and heard no more", () => {
  const { workers, start } = setUp();
  const { events } = start();
  workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
  vi.advanceTimersByTime(7 * BEAT);
  expect(workers.map(({ closed }) => closed)).toEqual([1, 0]);
  const heard = events.length;
  workers[0].say({ kind: "done", run: 1 });
  expect(events).toHaveLength(heard);
});

test("a run that is stopped tells its worker, once, and is heard no more", () => {
  const { workers, start, count } = setUp();
  const { events, run } = start();
  workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
  run.stop();
  run.stop();
  expect(count("stop")).toBe(1);
  workers[0].say({ kind: "done", run: 1 });
  expect(events.map(({ kind }) => kind)).toEqual(["ready"]);
});

test("what comes late of a run is not taken for the next one's", () => {
  const { workers, start } = setUp();
  const old = start();
  const { events } = start();
  workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
  workers[0].say({ kind: "done", run: 1 });
  expect([...old.events, ...events]).toEqual([]);
  workers[0].say({ kind: "ready", run: 2, engine: ENGINE, from: 0 });
  expect(old.events).toEqual([]);
  expect(events).toHaveLength(1);
});

describe("where no worker starts", () => {
  let network: EventTarget;
  const back = () => network.dispatchEvent(new Event("online"));
  /** How many are called when the network is back. */
  let heard: Set<unknown>;
  beforeEach(() => {
    network = new EventTarget();
    heard = new Set();
    vi.stubGlobal("addEventListener", (type: string, listener: () => void) => {
      heard.add(listener);
      network.addEventListener(type, listener);
    });
    vi.stubGlobal("removeEventListener", (type: string, listener: () => void) => {
      heard.delete(listener);
      network.removeEventListener(type, listener);
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("the run ends with the reason, and goes on from its checkpoint when the network is back", () => {
    const { workers, start } = setUp();
    const { events } = start();
    workers[0].say({ kind: "ready", run: 1, engine: ENGINE, from: 0 });
    const checkpoint = { step: 1500, state: new Float32Array(3) };
    workers[0].say({ kind: "checkpoint", run: 1, checkpoint });
    vi.advanceTimersByTime(7 * BEAT);
    workers[1].stayAway();
    expect(events.at(-1)).toEqual({
      kind: "failed",
      message: "The worker that trains did not start: the connection is down.",
    });
    vi.advanceTimersByTime(100 * BEAT);
    expect(workers).toHaveLength(2);
    back();
    expect(events.at(-1)).toEqual({
      kind: "setback",
      message: "The network is back. The run goes on from step 1,500.",
    });
    expect(workers[2].requests.at(-1)).toMatchObject({ kind: "start", job: { from: checkpoint } });
    back();
    expect(workers).toHaveLength(3);
  });

  test("a run that was stopped or replaced meanwhile does not come back", () => {
    const { workers, start } = setUp();
    const { run, events } = start();
    workers[0].stayAway();
    run.stop();
    back();
    expect(workers).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).toEqual(["failed"]);
  });

  test("the network is listened to for as long as a run waits for it, and no longer", () => {
    const { workers, start } = setUp();
    const { run } = start();
    expect(heard.size).toBe(0);
    workers[0].stayAway();
    expect(heard.size).toBe(1);
    back();
    expect(heard.size).toBe(0);
    workers[1].stayAway();
    expect(heard.size).toBe(1);
    run.stop();
    expect(heard.size).toBe(0);
  });
});

describe("a mistake of the program", () => {
  const SLIP = "n.toSorted is not a function";
  const slip = { kind: "failed", run: 1, fault: "program", engine: "simd", message: SLIP } as const;

  test("is no lack of an engine: the run goes on on the same one, and only then without it", () => {
    const { workers, start } = setUp();
    const { events } = start();
    workers[0].say(slip);
    expect(events.at(-1)).toMatchObject({
      message: `The program made a mistake on SIMD (${SLIP}). The run goes on from step 0.`,
    });
    const withoutOf = (worker: number) => {
      const request = workers[worker].requests.at(-1);
      return request?.kind === "start" ? request.job.without : undefined;
    };
    expect(withoutOf(1)).toEqual({});
    workers[1].say(slip);
    expect(withoutOf(2)).toEqual({ simd: SLIP });
  });
});
