import { afterEach, expect, test, vi } from "vitest";
import { servePool } from "../../src/engine/servePool";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { PoolReply, PoolRequest } from "../../src/run/poolWire";
import { NOT_BEGUN } from "../../src/run/standing";
import { counted } from "./counted";

const TINY: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1, steps: 300 };

afterEach(() => {
  vi.useRealTimers();
});

/** All that a worker says of a leg up to `pause`; each of its advances takes so many milliseconds. */
async function saidOf(pause: number, took: number) {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { engine } = counted(() => vi.advanceTimersByTime(took));
  const replies: PoolReply[] = [];
  let ask: (request: PoolRequest) => void = () => {};
  const over = new Promise<void>((resolve) => {
    servePool(
      {
        postMessage(reply) {
          replies.push(reply);
          if (reply.kind === "failed" || (reply.kind === "standings" && reply.over)) resolve();
        },
        onRequest: (listener) => {
          ask = listener;
        },
        mailbox: async () => {},
      },
      ["reference"],
      { reference: async () => engine },
      null,
      0,
    );
  });
  const leg = {
    settings: [TINY],
    until: "end",
    engine: "reference",
    from: [NOT_BEGUN],
    pause,
  } as const;
  ask({ kind: "train", ticket: 1, leg });
  await over;
  return replies.map((reply) => {
    if (reply.kind !== "standings") throw new Error(`the worker said ${reply.kind}`);
    return { over: reply.over, standing: reply.standings[0] };
  });
}

test.each([1, 37, 299])("a leg up to step %i ends there, and not beyond", async (pause) => {
  // So quick that it may train any number of steps before it looks at the time.
  const said = await saidOf(pause, 0);
  expect(said.at(-1)?.standing.checkpoint?.step).toBe(pause);
});

test("the end of a replica is told once, with the end of its leg", async () => {
  // So slow that it reports after every advance.
  const said = await saidOf(Infinity, 20);
  expect(said.length).toBeGreaterThan(2);
  expect(said.filter(({ standing }) => standing.finished)).toHaveLength(1);
  expect(said.filter(({ over }) => over)).toHaveLength(1);
  expect(said.at(-1)).toMatchObject({ over: true, standing: { finished: true } });
});
