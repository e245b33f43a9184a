import { afterEach, expect, test, vi } from "vitest";
import { makeChooser } from "../../src/engine/chooser";
import { serve } from "../../src/engine/serve";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { Reply, Request, Transport } from "../../src/run/wire";
import { type Counted, counted } from "./counted";

const TINY: Settings = { ...DEFAULTS, n: 3, width: 2, depth: 0, steps: 5 };
const PLAY: Transport = { playing: true, until: null, pace: "full" };

function openLoop({ engine }: Counted) {
  const replies: Reply[] = [];
  let ask: (request: Request) => void = () => {};
  serve(
    {
      postMessage: (reply) => replies.push(reply),
      onRequest: (listener) => {
        ask = listener;
      },
    },
    makeChooser(["reference"], { reference: async () => engine }, null),
  );
  const start = (run: number, transport: Transport, settings = TINY) =>
    ask({
      kind: "start",
      run,
      job: { settings: [settings], engine: "auto", from: null },
      transport,
    });
  const kinds = (run: number) => replies.filter((reply) => reply.run === run).map((r) => r.kind);
  return { replies, start, kinds, stop: (run: number) => ask({ kind: "stop", run }) };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a run that is stopped ends without a word, and trains no further", async () => {
  const count = counted();
  const { start, stop, kinds } = openLoop(count);
  // One step in a thousand seconds: the loop waits for a message.
  start(1, { ...PLAY, pace: 1e-3 });
  await vi.waitFor(() => expect(kinds(1)).toContain("frames"), 10_000);
  const said = kinds(1).length;
  stop(1);
  await vi.waitFor(() => expect(count.alive()).toBe(0), 10_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(kinds(1)).toHaveLength(said);
});

test("a run that is paused or finished asks for nothing: no timer, no message, no step", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"], now: 0 });
  const turns = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  let advances = 0;
  const { start, kinds, replies } = openLoop(counted(() => advances++));
  const rests = async () => {
    const before = [replies.length, advances];
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(600_000);
    await turns();
    expect([replies.length, advances]).toEqual(before);
  };
  start(1, { ...PLAY, until: 3 });
  await turns();
  // After two seconds it would compare engines, once, if there were others.
  await vi.advanceTimersByTimeAsync(5000);
  await turns();
  expect(kinds(1)).toEqual(["ready", "frames", "checkpoint"]);
  await rests();
  start(2, PLAY);
  await turns();
  await vi.advanceTimersByTimeAsync(5000);
  await turns();
  expect(kinds(2)).toContain("done");
  await rests();
});

test("while a slider is dragged only the first and the last value are trained", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"], now: 0 });
  vi.advanceTimersByTime(1000);
  const count = counted();
  const { start, kinds } = openLoop(count);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (let run = 1; run <= 5; run++) {
    start(run, PLAY);
    await turn();
  }
  expect(count.made()).toBe(1);
  await vi.advanceTimersByTimeAsync(100);
  await turn();
  expect(count.made()).toBe(2);
  expect([1, 2, 3, 4, 5].map((run) => kinds(run).includes("done"))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

test("a paced run that was put to sleep for minutes goes on from where it was, at its pace", async () => {
  const now = performance.now.bind(performance);
  let slept = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now() + slept);
  const { start, stop, replies } = openLoop(counted());
  const newest = () =>
    replies.findLast((reply) => reply.kind === "frames")?.frames.at(-1)?.step ?? 0;
  start(1, { ...PLAY, pace: 20 }, { ...TINY, steps: 6000 });
  await vi.waitFor(() => expect(newest()).toBeGreaterThan(3), 60_000);
  // Engines have been compared, after which it would begin a new stretch anyway.
  slept = 3000;
  const compared = newest();
  await vi.waitFor(() => expect(newest()).toBeGreaterThan(compared + 3), 60_000);
  slept += 300_000;
  const before = newest();
  await vi.waitFor(() => expect(newest()).toBeGreaterThan(before), 60_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  stop(1);
  // 300 seconds at its pace are 6,000 steps.
  expect(newest()).toBeLessThan(before + 200);
});

test("a run has a frame at every power of two, however fast it is", async () => {
  const { start, kinds, replies } = openLoop(counted());
  start(1, PLAY, { ...TINY, steps: 3000 });
  await vi.waitFor(() => expect(kinds(1)).toContain("done"), 60_000);
  const steps = replies.flatMap((reply) =>
    reply.kind === "frames" ? reply.frames.map(({ step }) => step) : [],
  );
  const powers = Array.from({ length: 12 }, (_, k) => 2 ** k);
  expect(steps).toEqual(expect.arrayContaining([0, ...powers, 3000]));
  expect(new Set(steps).size).toBe(steps.length);
});
