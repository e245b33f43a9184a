import { expect, test } from "vitest";
import { serveBounds } from "../../src/engine/serveBounds";
import { type BoundCurve, type BoundRequest, portBounds } from "../../src/run/bound";
import { boundCurve } from "../../src/theory/inference/bound";
import { boundMeans } from "../../src/theory/inference/boundMeans";
import { priorOf } from "../../src/theory/inference/prior";
import { makeRelation, type RelationName } from "../../src/theory/relation";

/** The real protocol over a pair of event targets with cloned messages, no thread. */
function connect() {
  const page = new EventTarget();
  const worker = new EventTarget();
  const port = (from: EventTarget, to: EventTarget) => ({
    postMessage: (message: unknown) => {
      const data = structuredClone(message);
      queueMicrotask(() => to.dispatchEvent(Object.assign(new Event("message"), { data })));
    },
    addEventListener: (type: "message", listener: (event: MessageEvent) => void) =>
      from.addEventListener(type, listener as EventListener),
  });
  serveBounds(port(worker, page));
  return portBounds(port(page, worker));
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
