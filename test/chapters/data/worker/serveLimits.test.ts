import { expect, test } from "vitest";
import { serveBounds } from "../../../../src/chapters/data/worker/serve";
import type {
  BoundMessage,
  BoundReply,
  BoundRequest,
} from "../../../../src/chapters/data/worker/wire";
import { priorOf } from "../../../../src/theory/inference/prior";
import { makeRelation } from "../../../../src/theory/relation";

const RELATION = makeRelation("greater-than", {
  n: 30,
  classes: 2,
  seed: 0,
  matrix: new Uint8Array(),
});

const requestOf = (masks: number): BoundRequest => ({
  n: 30,
  truth: RELATION.truth,
  prior: priorOf("greater-than", RELATION),
  fractions: [0.05, 0.1],
  masks,
  seed: 0,
});

/** The worker's loop; `on` hears what it says. */
function openLoop(on: (reply: BoundReply) => void): (message: BoundMessage) => void {
  let hear: (event: MessageEvent<BoundMessage>) => void = () => {};
  serveBounds({
    postMessage: on,
    addEventListener: (_, listener) => {
      hear = listener;
    },
  });
  return (data) => hear(new MessageEvent("message", { data }));
}

test.each([true, false])(
  "a curve that is replaced (stopped first: %s) is heard no more",
  async (stopped) => {
    const said: (BoundReply["kind"] | undefined)[] = [];
    await new Promise<void>((resolve) => {
      const tell = openLoop((reply) => {
        if (!("question" in reply)) return;
        if (reply.question === 2) {
          if (reply.kind === "done") resolve();
          return;
        }
        said.push(reply.kind);
        if (said.length > 1) return;
        // Heard once the worker lets messages in.
        queueMicrotask(() => {
          if (stopped) tell({ kind: "stop", question: 1 });
          tell({ kind: "ask", question: 2, request: requestOf(1) });
        });
      });
      // Seconds of work, told of some ten times a second.
      tell({ kind: "ask", question: 1, request: requestOf(200) });
    });
    // Two turns of the loop, in which the first curve would have gone on.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve));
    expect(said).toEqual(["curve"]);
  },
);
