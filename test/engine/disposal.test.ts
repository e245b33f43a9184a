import { afterEach, describe, expect, test, vi } from "vitest";
import { makeChooser } from "../../src/engine/chooser";
import { serve } from "../../src/engine/serve";
import { servePool } from "../../src/engine/servePool";
import { measureAll, measureSpeed } from "../../src/engine/speed";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { PoolReply, PoolRequest } from "../../src/run/poolWire";
import { NOT_BEGUN } from "../../src/run/standing";
import type { Reply, Request, Transport } from "../../src/run/wire";
import { type Counted, counted } from "./counted";

const TINY: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1, steps: 30 };
const PLAY: Transport = { playing: true, until: null, pace: "full" };

const fails = () => {
  throw new Error("the graphics context was lost");
};

/** The worker's loop, and what it has said. */
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
  const start = (run: number, transport = PLAY, settings = TINY) =>
    ask({
      kind: "start",
      run,
      job: { settings: [settings], engine: "auto", from: null },
      transport,
    });
  const heard = (kind: Reply["kind"], run: number) =>
    vi.waitFor(
      () => expect(replies.some((r) => r.kind === kind && r.run === run)).toBe(true),
      10_000,
    );
  return { replies, start, heard, stop: (run: number) => ask({ kind: "stop", run }) };
}

describe("a run disposes of its one ensemble", () => {
  test("when it is done", async () => {
    const count = counted();
    const { start, heard } = openLoop(count);
    start(1);
    await heard("done", 1);
    expect([count.made(), count.alive()]).toEqual([1, 0]);
  });

  test("when it is stopped", async () => {
    const count = counted();
    const { start, heard, stop } = openLoop(count);
    start(1, { ...PLAY, playing: false });
    await heard("frames", 1);
    expect([count.made(), count.alive()]).toEqual([1, 1]);
    stop(1);
    await vi.waitFor(() => expect(count.alive()).toBe(0), 10_000);
  });

  test("when another run takes its place", async () => {
    const count = counted();
    const { start, heard } = openLoop(count);
    start(1, { ...PLAY, playing: false });
    await heard("frames", 1);
    start(2);
    await heard("done", 2);
    expect([count.made(), count.alive()]).toEqual([2, 0]);
  });

  test("when its engine fails", async () => {
    const count = counted(fails);
    const { start, heard } = openLoop(count);
    start(1);
    await heard("failed", 1);
    expect([count.made(), count.alive()]).toEqual([1, 0]);
  });
});

describe("a leg disposes of its one ensemble", () => {
  /** What comes of one leg, once it is over. */
  const over = ({ engine }: Counted) =>
    new Promise<PoolReply["kind"]>((resolve) => {
      let ask: (request: PoolRequest) => void = () => {};
      servePool(
        {
          postMessage(reply) {
            if (reply.kind === "failed" || (reply.kind === "standings" && reply.over))
              setTimeout(() => resolve(reply.kind)); // What follows the last word is done by then.
          },
          onRequest: (listener) => {
            ask = listener;
          },
        },
        ["reference"],
        { reference: async () => engine },
        null,
      );
      const leg = {
        settings: [TINY],
        until: "end",
        engine: "reference",
        from: [NOT_BEGUN],
        pause: Infinity,
      } as const;
      ask({ kind: "train", ticket: 1, leg });
    });

  test.each([
    ["when its replicas have ended", () => {}, "standings"],
    ["when its engine fails", fails, "failed"],
  ] as const)("%s", async (_, before, kind) => {
    const count = counted(before);
    expect(await over(count)).toBe(kind);
    expect([count.made(), count.alive()]).toEqual([1, 0]);
  });
});

describe("a measurement", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("disposes of its one ensemble, also when the engine fails", async () => {
    const clock = { now: 0 };
    const tick = () => {
      clock.now += 1;
      return clock.now;
    };
    const count = counted();
    await measureSpeed(count.engine, [TINY], 10, tick);
    expect([count.made(), count.alive()]).toEqual([1, 0]);
    const broken = counted(fails);
    await expect(measureSpeed(broken.engine, [TINY], 10, tick)).rejects.toThrow("was lost");
    expect([broken.made(), broken.alive()]).toEqual([1, 0]);
  });

  test("leaves no timer that waits for an answer it has had", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const clock = { now: 0 };
    const { engine } = counted();
    const race = { name: "reference", settings: [TINY], limit: 10 } as const;
    const { speeds } = await measureAll([race, race], { reference: async () => engine }, () => {
      clock.now += 1;
      return clock.now;
    });
    expect(speeds.reference).toBeGreaterThan(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
