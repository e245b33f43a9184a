import { expect, test } from "vitest";
import { NobodyThere } from "../../src/run/lateWorker";
import { type ProbeReply, portProbe } from "../../src/run/probe";
import type { WorkerPort } from "../../src/run/workerPort";

/** A worker that answers when it is told, and dies when it is told. */
function makeWorker() {
  const questions: number[] = [];
  let say: (reply: ProbeReply<number>) => void = () => {};
  let die: (reason: string, absent?: boolean) => void = () => {};
  let closed = false;
  const port: WorkerPort<number, ProbeReply<number>> = {
    postMessage: (question) => questions.push(question),
    onReply: (listener) => {
      say = listener;
    },
    onLost: (listener) => {
      die = listener;
    },
    close: () => {
      closed = true;
    },
  };
  /** Answers the oldest question with its double. */
  const answer = () => say({ kind: "answer", answer: 2 * (questions.shift() ?? Number.NaN) });
  const fail = (message: string) => {
    questions.shift();
    say({ kind: "failed", message });
  };
  return {
    port,
    questions,
    answer,
    fail,
    die: () => die("out of memory"),
    stayAway: () => die("the connection is down", true),
    closed: () => closed,
  };
}

function setUp() {
  const workers: ReturnType<typeof makeWorker>[] = [];
  const probe = portProbe<number, number>(() => {
    const worker = makeWorker();
    workers.push(worker);
    return worker.port;
  });
  return { workers, probe };
}

test("the worker is opened for the first question and answers in order", async () => {
  const { workers, probe } = setUp();
  expect(workers).toHaveLength(0);
  const [first, second] = [probe(1), probe(2)];
  expect(workers).toHaveLength(1);
  workers[0].answer();
  workers[0].fail("it has no answer");
  expect(await first).toBe(2);
  await expect(second).rejects.toThrow("it has no answer");
});

test("questions on which the worker is lost are asked again of a new one, in order", async () => {
  const { workers, probe } = setUp();
  const done = probe(1);
  workers[0].answer();
  await done;
  const [second, third] = [probe(2), probe(3)];
  workers[0].die();
  expect(workers[0].closed()).toBe(true);
  expect(workers[1].questions).toEqual([2, 3]);
  workers[1].answer();
  workers[1].answer();
  expect(await second).toBe(4);
  expect(await third).toBe(6);
  workers[0].die(); // Of a worker long gone nothing is heard.
  expect(workers).toHaveLength(2);
});

test("the second time the question fails with a sentence, and the next has a worker again", async () => {
  const { workers, probe } = setUp();
  const question = probe(1);
  workers[0].die();
  workers[1].die();
  await expect(question).rejects.toThrow(
    "The worker that computes this was lost twice (out of memory).",
  );
  const next = probe(5);
  workers[2].answer();
  expect(await next).toBe(10);
});

test("where no worker starts all questions fail at once with the reason, and none is opened for them", async () => {
  const { workers, probe } = setUp();
  const both = Promise.allSettled([probe(1), probe(2)]);
  workers[0].stayAway();
  for (const settled of await both) {
    const { reason } = settled as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(NobodyThere);
    expect(reason.message).toBe(
      "The worker that computes this did not start: the connection is down.",
    );
  }
  expect(workers).toHaveLength(1);
  const later = probe(3);
  workers[1].answer();
  expect(await later).toBe(6);
});
