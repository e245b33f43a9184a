import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openWorker } from "../../src/run/openWorker";

const ADDRESS = "https://a.test/assets/train.js";

/** A worker of the browser, as far as it is used; it does what the test says. */
class FakeWorker extends EventTarget {
  static readonly made: FakeWorker[] = [];
  static forbidden = false;
  readonly heard: unknown[] = [];
  readonly source: string;
  ended = false;
  constructor(source: string) {
    super();
    this.source = source;
    if (FakeWorker.forbidden) throw new Error("SecurityError");
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
  /** Its file did not load; or its code threw. */
  break(message = "", lineno = 0): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message, lineno }));
  }
}

let answer: () => Promise<Response>;
let looked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.made.length = 0;
  FakeWorker.forbidden = false;
  looked = 0;
  answer = async () => new Response(null, { status: 404 });
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("location", { href: "https://a.test/" });
  vi.stubGlobal("fetch", () => {
    looked += 1;
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  const lost: [string, boolean][] = [];
  const heard: unknown[] = [];
  const port = openWorker<string, string>(ADDRESS, "train");
  port.onReply((reply) => heard.push(reply));
  port.onLost((reason, absent = false) => lost.push([reason, absent]));
  return { port, lost, heard };
}

const newest = () => FakeWorker.made[FakeWorker.made.length - 1];
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("one whose file is gone is tried four times with growing pauses, then lost with the reason", async () => {
  const { lost } = open();
  for (const [pause, workers] of [
    [0, 2],
    [999, 2],
    [1, 3],
    [3999, 3],
    [1, 4],
  ]) {
    if (!newest().ended) newest().break();
    await pass(pause);
    expect(FakeWorker.made).toHaveLength(workers);
  }
  expect(lost).toEqual([]);
  newest().break();
  await pass(600_000);
  expect(FakeWorker.made).toHaveLength(4);
  expect(looked).toBe(4);
  expect(lost).toEqual([
    ["the page was published anew after it was opened here; load it again", true],
  ]);
});

test("what it was told before its first sign is told again to the next; nothing after", async () => {
  const { port, heard, lost } = open();
  port.postMessage("start");
  newest().break();
  await pass(0);
  port.postMessage("direct");
  expect(newest().heard).toEqual(["start", "direct"]);
  newest().say("ready");
  expect(heard).toEqual(["ready"]);
  newest().break("struck", 7);
  await pass(600_000);
  expect(FakeWorker.made).toHaveLength(2);
  expect(lost).toEqual([["struck", false]]);
});

test("where the file is there but may not be begun, a line that imports it is begun", async () => {
  answer = async () => new Response(null, { headers: { "content-type": "text/javascript" } });
  FakeWorker.forbidden = true;
  const { port, lost } = open();
  port.postMessage("start");
  FakeWorker.forbidden = false;
  await pass(0);
  expect(newest().source).toMatch(/^blob:/);
  expect(newest().heard).toEqual(["start"]);
  // An import that fails is told as a mistake in the line.
  newest().break("Failed to fetch dynamically imported module", 1);
  await pass(1000);
  expect(FakeWorker.made).toHaveLength(2);
  newest().say("ready");
  expect(lost).toEqual([]);
});

test("a host that answers with its page, and a network that is down, have their own reasons", async () => {
  const reasonOf = async (given: typeof answer) => {
    answer = given;
    const { lost } = open();
    for (let tries = 0; tries < 4; tries++) {
      newest().break();
      await pass(5000);
    }
    return lost[0][0];
  };
  const page = async () => new Response("", { headers: { "content-type": "text/html" } });
  expect(await reasonOf(page)).toContain("published anew");
  const down = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await reasonOf(down)).toContain("the connection is down");
});

test("one that is closed is tried no more and heard no more", async () => {
  const { port, lost } = open();
  newest().break();
  port.close();
  await pass(600_000);
  expect(FakeWorker.made).toHaveLength(1);
  expect(lost).toEqual([]);
});
