import { beforeEach, describe, expect, test } from "vitest";
import { HOME } from "../../../../src/app/chapters";
import { lookAtFraction, stopBound } from "../../../../src/chapters/data/model/actions";
import { startBoundInquiry } from "../../../../src/chapters/data/model/boundInquiry";
import { boundStore } from "../../../../src/chapters/data/model/boundStudy";
import { DATA_PART } from "../../../../src/chapters/data/model/choices";
import { startLookInquiry } from "../../../../src/chapters/data/model/lookInquiry";
import type {
  BoundCurve,
  BoundMean,
  BoundRequest,
  Look,
} from "../../../../src/chapters/data/worker/wire";
import { change, choose, visit } from "../../../../src/kit/live/model/actions";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";

const POINT: BoundMean = {
  fraction: 0.1,
  samples: 90,
  masks: 50,
  inferable: null,
  determined: null,
  bound: null,
  inconsistent: 0,
  contradiction: null,
};

let store: Store;
beforeEach(() => {
  store = createPageStore({ ...HOME, chapter: "data" });
});

describe("asking", () => {
  interface Asked {
    readonly request: BoundRequest;
    readonly onCurve: (curve: BoundCurve) => void;
    readonly signal: AbortSignal;
    readonly end: (failure?: Error) => Promise<void>;
  }

  function desk() {
    const asked: Asked[] = [];
    const stop = startBoundInquiry(
      store,
      (request, onCurve, signal) =>
        new Promise((resolve, reject) => {
          const end = async (failure?: Error) => {
            if (failure) reject(failure);
            else resolve();
            await new Promise((then) => setTimeout(then));
          };
          asked.push({ request, onCurve, signal, end });
        }),
    );
    return { asked, stop };
  }

  const curve = (masks: number): BoundCurve => ({ masks, points: [POINT] });

  test("happens once for each question, and ends with the chapter", () => {
    const { asked, stop } = desk();
    visit(store, { theme: "dark" });
    choose(store, DATA_PART, { alpha: 0.5, unit: "bits", length: "count" });
    change(store, { encoderRate: 0.1, trainFraction: 0.2 });
    expect(asked).toHaveLength(1);
    stop();
    expect(asked[0].signal.aborted).toBe(true);
    change(store, { n: 20 });
    expect(asked).toHaveLength(1);
  });

  test("partial curves are shown, a newer question aborts, and a complete curve is kept", async () => {
    const { asked, stop } = desk();
    asked[0].onCurve(curve(1));
    expect(boundStore(store).getState()).toMatchObject({
      curve: { masks: 1 },
      status: { kind: "running" },
    });
    asked[0].onCurve(curve(50));
    await asked[0].end();
    expect(boundStore(store).getState().status).toEqual({ kind: "done" });
    choose(store, DATA_PART, { class: "symmetric" });
    change(store, { n: 20 });
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
    expect(boundStore(store).getState().curve).toBeNull();
    change(store, { n: 30 });
    choose(store, DATA_PART, { class: "own" });
    expect(asked).toHaveLength(4);
    expect(boundStore(store).getState()).toMatchObject({
      curve: { masks: 50 },
      status: { kind: "done" },
    });
    stop();
    const again = desk();
    expect(again.asked).toHaveLength(0);
    again.stop();
  });

  test("stops when it is told to, until it is told to go on or asked something else", () => {
    const { asked, stop } = desk();
    asked[0].onCurve(curve(3));
    stopBound(boundStore(store), true);
    expect(asked[0].signal.aborted).toBe(true);
    expect(boundStore(store).getState().curve?.masks).toBe(3);
    stopBound(boundStore(store), false);
    expect(asked).toHaveLength(2);
    stopBound(boundStore(store), true);
    change(store, { seed: 1 });
    expect(asked).toHaveLength(3);
    expect(boundStore(store).getState().stopped).toBe(false);
    stop();
  });

  test("a failure is said, and another relation is asked anew", async () => {
    const { asked, stop } = desk();
    await asked[0].end(new Error("no memory"));
    expect(boundStore(store).getState().status).toEqual({ kind: "failed", message: "no memory" });
    change(store, { relation: "greater-than" });
    expect(boundStore(store).getState()).toMatchObject({
      status: { kind: "running" },
    });
    stop();
  });
});

describe("looking at one sample", () => {
  test("asks one question at a time, the newest next, and not for the same twice", async () => {
    const asked: number[] = [];
    const answers: ((look: Look) => void)[] = [];
    const stop = startLookInquiry(store, (_, samples) => {
      asked.push(samples);
      return new Promise((resolve) => answers.push(resolve));
    });
    const answer = async () => {
      const inference = { kind: "inconsistent", pairs: new Int32Array() } as const;
      answers.shift()?.({ known: new Uint8Array(900), inference });
      await new Promise((then) => setTimeout(then));
    };
    for (const at of [0.2, 0.3, 0.3001]) lookAtFraction(boundStore(store), at);
    expect(asked).toEqual([90]);
    await answer();
    expect(boundStore(store).getState().look?.samples).toBe(90);
    expect(asked).toEqual([90, 270]);
    await answer();
    expect(asked).toHaveLength(2);
    lookAtFraction(boundStore(store), 0.5);
    expect(asked).toEqual([90, 270, 450]);
    stop();
    lookAtFraction(boundStore(store), 0.6);
    expect(asked).toHaveLength(3);
  });

  test("a look that fails leaves the last one and goes on with the next", async () => {
    let failures = 0;
    const stop = startLookInquiry(store, async () => {
      failures++;
      throw new Error("no");
    });
    lookAtFraction(boundStore(store), 0.5);
    await new Promise((then) => setTimeout(then));
    expect(failures).toBe(2);
    expect(boundStore(store).getState().look).toBeNull();
    stop();
  });
});
