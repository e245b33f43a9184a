import { beforeEach, describe, expect, test } from "vitest";
import { HOME } from "../../../../src/app/chapters";
import { startPairsInquiry } from "../../../../src/chapters/pairs/model/inquiry";
import {
  chosenPair,
  goToMoment,
  judge,
  pickElement,
  scoresOf,
  study,
  within,
} from "../../../../src/chapters/pairs/model/pairs";
import { drawnWords } from "../../../../src/chapters/pairs/model/pictures";
import { PRESETS } from "../../../../src/chapters/pairs/model/presets";
import { type PairStudy, pairStore, pairsState } from "../../../../src/chapters/pairs/model/store";
import type {
  PairMap,
  PairsAnswer,
  PairsQuestion,
} from "../../../../src/chapters/pairs/worker/wire";
import { initialParameters } from "../../../../src/experiment/initial";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { pin } from "../../../../src/kit/live/model/actions";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { pinnedOf } from "../../../../src/kit/live/model/selectors";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";

const SETTINGS: Settings = { ...DEFAULTS, n: 9, depth: 1, width: 4, steps: 1000 };

/** A frame at `step` with the first weights. */
const frame = (step: number, parameters = initialParameters(SETTINGS)) => ({
  step,
  steps: Float64Array.of(step),
  measures: new Float64Array(5),
  parameters,
});

let store: Store;
beforeEach(() => {
  store = createPageStore({ ...HOME, chapter: "pairs", settings: SETTINGS });
  store.setState({
    history: append(emptyHistory(SETTINGS), [frame(0), frame(100)]),
    status: { kind: "running" },
    transport: { playing: false, until: null },
  });
});

describe("the pair", () => {
  test("is the closest of one class until one is chosen", () => {
    const parameters = initialParameters(SETTINGS);
    parameters.set([5, 5], 2 * 4);
    parameters.set([5, 5.001], 2 * 7);
    parameters.set([5, 5.0001], 2 * 8); // Nearer, but of another class.
    store.setState({ history: append(emptyHistory(SETTINGS), [frame(0, parameters)]) });
    expect(chosenPair(pairsState(store).getState())).toEqual([4, 7]);
    study(store, { pair: [0, 6] });
    expect(chosenPair(pairsState(store).getState())).toEqual([0, 6]);
  });

  test("is the closest again where the relation sets the chosen two apart, and none in an order", () => {
    study(store, { pair: [0, 1] });
    expect(chosenPair(pairsState(store).getState())).not.toEqual([0, 1]);
    const settings: Settings = { ...SETTINGS, relation: "greater-than" };
    store.setState(({ link }) => ({
      link: { ...link, settings },
      history: append(emptyHistory(settings), [frame(0)]),
    }));
    expect(chosenPair(pairsState(store).getState())).toBeNull();
  });

  test("that is drawn is named, and so is the chosen one while it is worked out", () => {
    const settings = SETTINGS;
    const answer = { settings, step: 1234, pair: [1, 4], horizon: 100, track: { pair: [1, 4] } };
    const say = (changes: object) => {
      pairStore(store).setState({ failure: null, ...changes } as Partial<PairStudy>);
      return drawnWords(pairsState(store).getState());
    };
    expect(say({ answer: null })).toBeNull();
    expect(say({ answer, pair: [1, 4] })).toBe("1 and 4 from step 1,234 on");
    expect(say({ answer, pair: [3, 6], busy: true })).toBe(
      "1 and 4 from step 1,234 on; 3 and 6 are being worked out",
    );
    expect(say({ answer, pair: [3, 6], failure: "lost" })).toContain("3 and 6 are not known");
    expect(say({ answer: { ...answer, settings: { ...settings } } })).toBeNull();
  });

  test("is two elements of one class pressed one after the other", () => {
    pin(store, 6);
    pickElement(store, 1);
    expect(pairsState(store).getState().pairs.pair).toBeNull();
    pickElement(store, 4);
    expect(pairsState(store).getState().pairs.pair).toEqual([1, 4]);
    expect(pinnedOf(store.getState().link)).toBe(4);
  });
});

describe("scores", () => {
  const map: PairMap = {
    pairs: Int32Array.of(0, 3, 0, 6, 3, 6, 1, 4, 1, 7, 4, 7),
    all: 6,
    separation: Float64Array.of(6, 5, 4, 3, 2, 1),
    actual: Float64Array.of(9, -3, 0, 1, 2, 3),
    predicted: {
      alone: Float64Array.of(0, 0, 9, 1, 2, 3),
      drive: Float64Array.of(-9, 3, 0, -1, -2, -3),
      bend: new Float64Array(6),
    },
  };

  test("The nearer half are the pairs below the median separation", () => {
    expect(within(map, "near")).toEqual([5, 4, 3]);
    expect(within(map, "all")).toHaveLength(6);
  });

  test("are correlations over those pairs, or nothing where a theory predicts no change", () => {
    const scores = scoresOf(map);
    expect(scores.alone.near).toBeCloseTo(1, 12);
    expect(scores.alone.all).toBeLessThan(0.2);
    expect(scores.drive.all).toBeCloseTo(-1, 12);
    expect(scores.bend).toEqual({ all: null, near: null });
  });

  test("hold above 0.9 and not at it", () => {
    expect([0.901, 0.9, 0.51, 0.5, -1, null].map(judge)).toEqual([
      "holds",
      "partly",
      "partly",
      "fails",
      "fails",
      "none",
    ]);
  });
});

describe("a moment worth looking at", () => {
  test("starts its run and stops there, or scrubs back where the run has been there", () => {
    const [{ changes, at }] = PRESETS;
    goToMoment(store, changes, at);
    const { link, transport } = store.getState();
    expect(link.settings).toEqual({ ...DEFAULTS, ...changes });
    expect(transport).toMatchObject({ until: at, playing: true });
    store.setState({ history: append(emptyHistory(link.settings), [frame(at), frame(at + 50)]) });
    goToMoment(store, changes, at);
    expect(store.getState().link.settings).toBe(link.settings);
    expect(store.getState().scrub).toBe(at);
  });
});

describe("asking", () => {
  /** Everything asked, and how to answer the oldest question. */
  function desk() {
    const questions: PairsQuestion[] = [];
    const waiting: { resolve: (answer: PairsAnswer) => void; reject: (error: Error) => void }[] =
      [];
    const end = startPairsInquiry(store, (question) => {
      questions.push(question);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    });
    const answer = async (change: Partial<PairsAnswer> = {}) => {
      const { step, horizon } = questions[questions.length - waiting.length];
      waiting.shift()?.resolve({ step, horizon, ...change } as PairsAnswer);
      await new Promise((resolve) => setTimeout(resolve));
    };
    const refuse = async () => {
      waiting.shift()?.reject(new Error("A newer question has come."));
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { questions, answer, refuse, end };
  }

  test("happens once for each question, and ends with the chapter", async () => {
    const { questions, answer, end } = desk();
    store.setState({ hovered: [1] });
    expect(questions.map(({ step, horizon }) => [step, horizon])).toEqual([[100, 1000]]);
    expect(pairStore(store).getState().busy).toBe(true);
    await answer();
    expect(pairStore(store).getState()).toMatchObject({ busy: false, answer: { step: 100 } });
    expect(pairStore(store).getState().answer?.settings).toBe(SETTINGS);
    end();
    store.setState({ scrub: 0 });
    expect(questions).toHaveLength(1);
  });

  test("A newer question replaces the one in flight, whose late end is dropped", async () => {
    const { questions, answer, refuse, end } = desk();
    study(store, { horizon: 100 });
    store.setState({ scrub: 0 });
    expect(questions.map(({ step, horizon }) => [step, horizon])).toEqual([
      [100, 1000],
      [100, 100],
      [0, 100],
    ]);
    await refuse();
    await answer();
    expect(pairStore(store).getState()).toMatchObject({ busy: true, answer: null, failure: null });
    await answer();
    expect(pairStore(store).getState()).toMatchObject({ busy: false, answer: { step: 0 } });
    end();
  });

  test("A run that goes on does not replace the question in flight", () => {
    const { questions, end } = desk();
    store.setState({ transport: { playing: true, until: null } });
    const { history } = store.getState();
    if (history) store.setState({ history: append(history, [frame(200)]) });
    expect(questions).toHaveLength(1);
    store.setState({ scrub: 0 });
    expect(questions).toHaveLength(2);
    end();
  });

  test("What cannot be answered is said, until the next question", async () => {
    const { refuse, end } = desk();
    await refuse();
    expect(pairStore(store).getState()).toMatchObject({
      busy: false,
      failure: "A newer question has come.",
    });
    study(store, { horizon: 100 });
    expect(pairStore(store).getState().failure).toBeNull();
    end();
  });
});
