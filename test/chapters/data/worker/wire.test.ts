import { expect, test } from "vitest";
import {
  type BoundMessage,
  type BoundReply,
  type BoundRequest,
  portBounds,
} from "../../../../src/chapters/data/worker/wire";

const REQUEST: BoundRequest = {
  n: 2,
  truth: new Uint8Array(4),
  prior: { class: "generic", classes: 2, side: new Uint8Array(2) },
  fractions: [0.5],
  masks: 1,
  seed: 0,
};

/** Bounds whose worker says what the test says for it. */
function setUp() {
  const messages: BoundMessage[] = [];
  let say: (reply: BoundReply) => void = () => {};
  const bounds = portBounds(() => ({
    postMessage: (message) => messages.push(message),
    onReply: (listener) => {
      say = listener;
    },
    onLost: () => {},
    close: () => {},
  }));
  const stops = () => messages.flatMap((each) => (each.kind === "stop" ? [each.question] : []));
  return { bounds, messages, stops, say: (reply: BoundReply) => say(reply) };
}

test("a curve that is not wanted any more is stopped, once", async () => {
  const { bounds, stops } = setUp();
  const control = new AbortController();
  const curve = bounds.curve(REQUEST, () => {}, control.signal);
  control.abort();
  control.abort();
  await curve;
  expect(stops()).toEqual([1]);
});

test("a curve that is complete, or was replaced, is not stopped", async () => {
  const { bounds, stops, say } = setUp();
  const [first, second] = [new AbortController(), new AbortController()];
  const one = bounds.curve(REQUEST, () => {}, first.signal);
  const other = bounds.curve(REQUEST, () => {}, second.signal);
  first.abort();
  await one;
  say({ kind: "done", question: 2 });
  await other;
  second.abort();
  expect(stops()).toEqual([]);
});
