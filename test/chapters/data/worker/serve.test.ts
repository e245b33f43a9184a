import { expect, test } from "vitest";
import { serveBounds } from "../../../../src/chapters/data/worker/serve";
import {
  type BoundCurve,
  type BoundRequest,
  portBounds,
} from "../../../../src/chapters/data/worker/wire";
import { boundCurve } from "../../../../src/theory/inference/bound";
import { boundMeans } from "../../../../src/theory/inference/boundMeans";
import { priorOf } from "../../../../src/theory/inference/prior";
import { makeRelation, type RelationName } from "../../../../src/theory/relation";

/** The real protocol over cloned messages, no thread. */
const connect = () => connectTo([]);

/** `deaths` are filled with what kills each worker that is opened. */
function connectTo(deaths: (() => void)[]) {
  return portBounds(() => {
    const page = new EventTarget();
    const worker = new EventTarget();
    const post = (to: EventTarget) => (message: unknown) => {
      const data = structuredClone(message);
      queueMicrotask(() => to.dispatchEvent(Object.assign(new Event("message"), { data })));
    };
    serveBounds({
      postMessage: post(page),
      addEventListener: (type, listener) =>
        worker.addEventListener(type, listener as EventListener),
    });
    return {
      postMessage: post(worker),
      onReply: (listener) =>
        page.addEventListener("message", (event) => listener((event as MessageEvent).data)),
      onLost: (listener) => deaths.push(() => listener("it was killed")),
      close: () => {},
    };
  });
}

function request(name: RelationName, n: number, masks: number): BoundRequest {
  const relation = makeRelation(name, { n, classes: 3, seed: 0, matrix: new Uint8Array(n * n) });
  const prior = priorOf(name, relation);
  return { n, truth: relation.truth, prior, fractions: [0.1, 0.3, 0.6], masks, seed: 0 };
}

const forever = () => new AbortController().signal;

test("a curve ends as the averages of all its points", async () => {
  const asked = request("modulo-3", 9, 6);
  const curves: BoundCurve[] = [];
  await connect().curve(asked, (curve) => curves.push(curve), forever());
  expect(curves.at(-1)).toEqual({ masks: 6, points: boundMeans(asked, [...boundCurve(asked)]) });
});

test("partial averages come before the end, with more and more masks", async () => {
  // About a second and a half of work, in slices of 80 ms.
  const asked = { ...request("greater-than", 30, 30), fractions: [0.02, 0.05, 0.1] };
  const counts: number[] = [];
  await connect().curve(asked, ({ points }) => counts.push(points[0].masks), forever());
  expect(counts.length).toBeGreaterThan(2);
  expect(counts[0]).toBeLessThan(30);
  expect(counts.every((count, i) => i === 0 || count >= counts[i - 1])).toBe(true);
  expect(counts.at(-1)).toBe(30);
});

test("a newer question replaces the one before, of which nothing more is heard", async () => {
  const bounds = connect().curve;
  const old = new AbortController();
  const heard: string[] = [];
  const first = bounds(request("greater-than", 30, 1000), () => heard.push("old"), old.signal);
  await new Promise((resolve) => setTimeout(resolve, 20));
  old.abort();
  const before = heard.length;
  await bounds(request("symmetric", 6, 2), () => heard.push("new"), forever());
  await first;
  expect(heard.slice(before).every((name) => name === "new")).toBe(true);
});

test("a question that is taken back ends without an answer", async () => {
  const control = new AbortController();
  control.abort();
  let heard = 0;
  await connect().curve(request("tree", 6, 2), () => heard++, control.signal);
  expect(heard).toBe(0);
});

test("what cannot be computed is a failure with its reason", async () => {
  const broken = { ...request("tree", 6, 2), truth: null as unknown as Uint8Array };
  await expect(connect().curve(broken, () => {}, forever())).rejects.toThrow(/null/);
});

test("a look is answered while a curve is made, and is the curve's first sample", async () => {
  const bounds = connect();
  const asked = request("modulo-3", 9, 1);
  const control = new AbortController();
  const curve = bounds.curve(request("greater-than", 30, 1000), () => {}, control.signal);
  const { known, inference } = await bounds.look(asked, 24);
  control.abort();
  await curve;
  expect(known.reduce((sum, bit) => sum + bit, 0)).toBe(24);
  if (inference.kind === "inconsistent") throw new Error("modulo 3 is an equivalence");
  const right = inference.p?.map((p, pair) =>
    inference.value[pair] === 2 ? Math.max(p, 1 - p) : 1,
  );
  const points = [...boundCurve({ ...asked, fractions: [24 / 81] })];
  expect((right?.reduce((sum, p) => sum + p, 0) ?? 0) / 81).toBeCloseTo(points[0].bound ?? 0, 12);
  const broken = { ...asked, truth: null as unknown as Uint8Array };
  await expect(bounds.look(broken, 5)).rejects.toThrow(/null/);
});

test("a worker lost in mid-curve is replaced, and curve and look come all the same", async () => {
  const asked = request("greater-than", 8, 5);
  const deaths: (() => void)[] = [];
  const bounds = connectTo(deaths);
  const curves: BoundCurve[] = [];
  const curve = bounds.curve(asked, (each) => curves.push(each), forever());
  const look = bounds.look(asked, 12);
  deaths[0]();
  await curve;
  expect(deaths).toHaveLength(2);
  expect(curves.at(-1)).toEqual({ masks: 5, points: boundMeans(asked, [...boundCurve(asked)]) });
  expect(await look).toEqual(await connect().look(asked, 12));
  await bounds.curve(asked, () => {}, forever());
  expect(deaths).toHaveLength(2); // Nothing that was answered is asked again.
});

test("a question on which two workers are lost fails with a sentence, and the next is answered", async () => {
  const asked = request("modulo-3", 6, 2);
  const deaths: (() => void)[] = [];
  const bounds = connectTo(deaths);
  const curve = bounds.curve(asked, () => {}, forever());
  const look = bounds.look(asked, 9);
  const failures = Promise.allSettled([curve, look]);
  deaths[0]();
  deaths[1]();
  for (const failure of await failures)
    expect(failure).toMatchObject({
      status: "rejected",
      reason: { message: "The worker that computes this was lost twice (it was killed)." },
    });
  await bounds.curve(asked, () => {}, forever());
  expect(deaths).toHaveLength(3);
});
