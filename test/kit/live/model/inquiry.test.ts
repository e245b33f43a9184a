import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { HOME } from "../../../../src/app/chapters";
import { lookAtFraction } from "../../../../src/chapters/data/model/actions";
import { startBoundInquiry } from "../../../../src/chapters/data/model/boundInquiry";
import { boundStore } from "../../../../src/chapters/data/model/boundStudy";
import { startLookInquiry } from "../../../../src/chapters/data/model/lookInquiry";
import type { BoundCurve } from "../../../../src/chapters/data/worker/wire";
import { shapeOf } from "../../../../src/experiment/shape";
import { change } from "../../../../src/kit/live/model/actions";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { inquire } from "../../../../src/kit/live/model/inquire";
import { startInquiry } from "../../../../src/kit/live/model/inquiry";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { MEASURES } from "../../../../src/run/frame";
import { NobodyThere } from "../../../../src/run/lateWorker";
import type { Answer, Question } from "../../../../src/run/probe";

describe("the probe", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A page whose run is at a step, and a probe that answers when the test says so. */
  function setUp() {
    const store = createPageStore();
    const asked: { readonly question: Question; readonly answer: () => void }[] = [];
    const end = startInquiry(
      store,
      (question) =>
        new Promise<Answer>((resolve) => {
          const { step } = question;
          const answer = () =>
            resolve({ step, predictions: new Float32Array(), field: null, forces: null });
          asked.push({ question, answer });
        }),
    );
    const train = (step: number) => trainTo(store, step);
    /** Long enough for the probe to have rested. */
    const rest = () => vi.advanceTimersByTimeAsync(1000);
    return { store, asked, end, train, rest };
  }

  function trainTo(store: Store, step: number): void {
    const { settings } = store.getState().link;
    const frame = {
      step,
      steps: Float64Array.of(step),
      measures: new Float64Array(MEASURES.length),
      parameters: new Float32Array(shapeOf(settings).size),
    };
    store.setState(({ history }) => ({
      history: append(history ?? emptyHistory(settings), [frame]),
    }));
  }

  test("is asked once about a moment, and of later ones about the newest", async () => {
    const { store, asked, train, rest } = setUp();
    expect(asked).toHaveLength(0);
    train(0);
    store.setState({ hovered: [3] });
    expect(asked).toHaveLength(1);
    train(1);
    train(2);
    asked[0].answer();
    await rest();
    expect(asked.map(({ question }) => question.step)).toEqual([0, 2]);
    expect(store.getState().answer?.step).toBe(0);
    asked[1].answer();
    await rest();
    store.setState({ hovered: [] });
    await rest();
    expect(asked).toHaveLength(2);
  });

  test("is asked nothing more once its inquiry has ended, and its answer is not shown", async () => {
    const { store, asked, end, train, rest } = setUp();
    train(0);
    train(1);
    end();
    asked[0].answer();
    await rest();
    train(2);
    await rest();
    expect(asked).toHaveLength(1);
    expect(store.getState().answer).toBeNull();
  });
});

describe("where nobody is there to answer", () => {
  let network: EventTarget;
  beforeEach(() => {
    vi.useFakeTimers();
    network = new EventTarget();
    vi.stubGlobal("addEventListener", network.addEventListener.bind(network));
    vi.stubGlobal("removeEventListener", network.removeEventListener.bind(network));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function setUp() {
    const state = createStore(() => ({ moment: 0 }));
    let there = false;
    let asked = 0;
    const told: string[] = [];
    const end = inquire(state, {
      question: () => state.getState().moment,
      same: (a, b) => a === b,
      async ask() {
        asked += 1;
        if (!there) throw new NobodyThere("nobody is there");
        return "an answer";
      },
      answered: (answer) => told.push(answer),
      failed: (reason) => told.push(reason),
    });
    const open = () => {
      there = true;
    };
    return { state, told, end, open, asked: () => asked };
  }

  test("it is said, and asked again after growing pauses, whatever changes meanwhile", async () => {
    const { state, told, asked, open, end } = setUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["nobody is there"]);
    for (let moment = 1; moment <= 100; moment++) {
      state.setState({ moment });
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(asked()).toBe(2);
    open();
    await vi.advanceTimersByTimeAsync(1);
    expect(told.at(-1)).toBe("an answer");
    end();
  });

  test("the same is asked as soon as the network is back, and no more once it has ended", async () => {
    const { told, asked, open, end } = setUp();
    await vi.advanceTimersByTimeAsync(0);
    open();
    network.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["nobody is there", "an answer"]);
    network.dispatchEvent(new Event("online"));
    end();
    network.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked()).toBe(2);
  });
});

describe("the curve of Figure 2", () => {
  const CURVE: BoundCurve = { masks: 1, points: [] };

  function desk(store: Store) {
    const asked: { readonly seed: number; readonly signal: AbortSignal }[] = [];
    let complete = true;
    const end = startBoundInquiry(store, async (request, onCurve, signal) => {
      asked.push({ seed: request.seed, signal });
      onCurve(CURVE);
      if (!complete) await new Promise(() => {});
    });
    const hang = () => {
      complete = false;
    };
    return { asked, end, hang };
  }

  const turn = () => new Promise((resolve) => setImmediate(resolve));

  test("the latest 24 that are complete are kept, and no more", async () => {
    const store = createPageStore({ ...HOME, chapter: "data" });
    const { asked, end } = desk(store);
    await turn();
    for (let seed = 1; seed <= 24; seed++) {
      change(store, { relation: "generic", seed });
      await turn();
    }
    const before = asked.length;
    expect(before).toBe(25);
    for (let seed = 1; seed <= 24; seed++) {
      change(store, { seed });
      await turn();
    }
    expect(asked).toHaveLength(before);
    change(store, { relation: HOME.settings.relation, seed: HOME.settings.seed });
    await turn();
    expect(asked).toHaveLength(before + 1);
    end();
  });

  test("one that is being made is stopped with its inquiry", async () => {
    const store = createPageStore({ ...HOME, chapter: "data" });
    const { asked, end, hang } = desk(store);
    await turn();
    hang();
    change(store, { relation: "generic" });
    await turn();
    expect(asked[1].signal.aborted).toBe(false);
    end();
    expect(asked[1].signal.aborted).toBe(true);
  });
});

test("a sample of the same size is looked at anew for another relation", async () => {
  const store = createPageStore({ ...HOME, chapter: "data" });
  const asked: string[] = [];
  const end = startLookInquiry(store, async ({ prior }, samples) => {
    asked.push(`${prior.class} ${samples}`);
    return {
      known: new Uint8Array(),
      inference: { kind: "inconsistent", pairs: new Int32Array() },
    };
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  lookAtFraction(boundStore(store), 0.2);
  await turn();
  change(store, { relation: "generic" });
  await turn();
  end();
  // 0.2 of 900 pairs.
  expect(asked.slice(-2)).toEqual(["equivalence 180", "generic 180"]);
});
