import { beforeEach, describe, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { HOME } from "../../../../src/app/chapters";
import { gridHere, PHASES_PART } from "../../../../src/chapters/phases/model/choices";
import {
  bindFigure,
  bindReplay,
  bindRest,
  chooseAxis,
  chosenReplica,
  goTo,
  isLive,
  openCell,
  ownGrid,
  phasesState,
  phasesStudy,
  replayStore,
  showMoment,
  trainGrid,
} from "../../../../src/chapters/phases/model/phases";
import { cells } from "../../../../src/experiment/experiment";
import type { NamedExperiment } from "../../../../src/experiment/experimentFile";
import { DEFAULTS } from "../../../../src/experiment/params";
import { change, choose } from "../../../../src/kit/live/model/actions";
import { partOf } from "../../../../src/kit/live/model/link";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import type { Result } from "../../../../src/kit/study/model/result";
import type { Choose, Study } from "../../../../src/kit/study/model/study";
import { NO_STUDY } from "../../../../src/kit/study/model/studyState";
import type { Moment } from "../../../../src/run/standing";

const SMALL: NamedExperiment = {
  name: "figure-5-modulo-3",
  title: "Small",
  experiment: {
    base: { ...DEFAULTS, relation: "greater-than", batch: 32 },
    axes: [
      { key: "encoderRate", values: [1e-4, 1e-3, 1e-2] },
      { key: "decoderRate", values: [1e-4, 1e-3, 1e-2] },
      { key: "seed", values: [0, 1] },
    ],
  },
};

const RESULT: Result = {
  progress: { step: 9, train: 3, test: 5, fellBack: false },
  accuracies: { train: 1, test: 1, entire: 1 },
  outcome: null,
  exact: true,
};
const momentsOf = (replica: number): Moment[] =>
  [0, 4, 9].map((step) => ({ step, train: 1, test: 1, embedding: Float32Array.of(replica) }));

interface Desk extends Study {
  readonly asked: string[];
  choose: Choose | undefined;
}

/** A study that shows what it is told, at once, and notes what it was asked for. */
function desk(): Desk {
  const store = createStore(() => NO_STUDY);
  const show = (named: NamedExperiment, origin: "live" | "recorded") => {
    const settings = cells(named.experiment);
    const results = settings.map(() => (origin === "recorded" ? RESULT : null));
    store.setState({ named, settings, results, origin, status: { kind: "done" } });
  };
  const asked: string[] = [];
  const study: Desk = {
    store,
    asked,
    choose: undefined,
    async openRecording(name) {
      asked.push(`open ${name}`);
      show({ ...SMALL, name }, "recorded");
    },
    async prepare(named) {
      asked.push(`prepare ${named.experiment.axes.map(({ values }) => values.length).join("x")}`);
      show(named, "live");
    },
    start(choose) {
      asked.push("start");
      study.choose = choose;
    },
    pause() {},
    show() {},
    keep() {},
    async clear() {},
    histories: async (replica) => momentsOf(replica),
  };
  return study;
}

let store: Store;
let study: Desk;
const shown = () => phasesState(store).getState();
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  store = createPageStore({ ...HOME, chapter: "phases" });
  study = desk();
  phasesStudy.give(store, study);
});

describe("a cell", () => {
  beforeEach(() => study.openRecording("figure-5-modulo-3"));

  test("that is opened becomes the page's run, with its seed, and no other knob keeps its place", () => {
    change(store, { width: 7 });
    openCell(store, { column: 2, row: 0, seed: 1 });
    const { link } = store.getState();
    expect(link.settings).toEqual({
      ...SMALL.experiment.base,
      encoderRate: 1e-2,
      decoderRate: 1e-4,
      seed: 1,
    });
    expect(partOf(link, PHASES_PART)).toMatchObject({ column: 2, row: 0, replica: 1 });
    expect(isLive(shown())).toBe(true);
    goTo(store, { column: 1, row: 0, seed: 1 });
    expect(isLive(shown())).toBe(false);
  });

  test("that is live already is not started again", () => {
    openCell(store, { column: 2, row: 0, seed: 1 });
    const { settings } = store.getState().link;
    openCell(store, { column: 2, row: 0, seed: 1 });
    expect(store.getState().link.settings).toBe(settings);
  });

  test("of a grid that has gone leads nowhere", () => {
    const { link } = store.getState();
    openCell(store, { column: 99, row: 99, seed: 9 });
    expect(store.getState().link).toBe(link);
  });

  test("outside a smaller grid is the one at its edge", () => {
    goTo(store, { column: 20, row: 20, seed: 8 });
    expect(chosenReplica(shown())).toBe(17);
  });
});

describe("a figure", () => {
  test("is opened when the chapter is, when it is chosen, and not twice", () => {
    const end = bindFigure(store);
    choose(store, PHASES_PART, { figure: "figure-5-greater-than" });
    choose(store, PHASES_PART, { column: 0 });
    end();
    bindFigure(store)();
    expect(study.asked).toEqual(["open figure-5-modulo-3", "open figure-5-greater-than"]);
  });

  test("of one's own takes axes and networks from the one that is shown", async () => {
    const end = bindFigure(store);
    ownGrid(store);
    const { link } = store.getState();
    expect(partOf(link, PHASES_PART)).toMatchObject({
      figure: "here",
      batch: 32,
      xFrom: 1e-4,
      xTo: 1e-2,
    });
    expect(link.settings.relation).toBe("greater-than");
    expect(study.asked).toEqual(["open figure-5-modulo-3", "prepare 7x7x1"]);
    end();
  });

  test("of one's own is prepared anew for other networks, not for another cell", async () => {
    choose(store, PHASES_PART, { figure: "here" });
    const end = bindFigure(store);
    openCell(store, { column: 3, row: 3, seed: 0 });
    await expect.poll(() => isLive(shown())).toBe(true);
    choose(store, PHASES_PART, { rows: 5 });
    await expect.poll(() => study.asked).toEqual(["prepare 7x7x1", "prepare 7x5x1"]);
    end();
  });

  test("is trained in the order that the reader wants", () => {
    choose(store, PHASES_PART, { figure: "here", order: "boundary" });
    const end = bindFigure(store);
    trainGrid(store);
    const none = Array<null>(49).fill(null);
    const waiting = Array.from(none.keys());
    expect(study.choose?.(waiting, none)).toBe(0);
    // Not of the coarse lattice: not wanted while nothing is known around it.
    expect(study.choose?.([1], none)).toBeNull();
    choose(store, PHASES_PART, { order: "all" });
    trainGrid(store);
    expect(study.choose?.([1], none)).toBe(1);
    end();
  });
});

test("Another knob on an axis has its own range, and the other axis's knob changes places", () => {
  chooseAxis(store, "x", "decoderDecay");
  expect(partOf(store.getState().link, PHASES_PART)).toMatchObject({
    x: "decoderDecay",
    xFrom: 0,
    xTo: 10,
  });
  chooseAxis(store, "x", "decoderRate");
  expect(partOf(store.getState().link, PHASES_PART)).toMatchObject({
    x: "decoderRate",
    xFrom: PHASES_PART.initial.yFrom,
    y: "decoderDecay",
    yFrom: 0,
    yTo: 10,
  });
  const { experiment } = gridHere(partOf(store.getState().link, PHASES_PART), DEFAULTS);
  expect(experiment.axes[1].values[0]).toBe(0);
});

describe("the replay", () => {
  test("is that of the chosen cell, from its start, and late answers are dropped", async () => {
    await study.openRecording("figure-5-modulo-3");
    const replay = replayStore(store);
    const end = bindReplay(store);
    goTo(store, { column: 1, row: 1, seed: 0 });
    goTo(store, { column: 1, row: 1, seed: 1 });
    await settled();
    const { replica, moments, at } = replay.getState();
    expect([replica, moments[0].embedding[0], at]).toEqual([9, 9, 0]);
    showMoment(store, 99);
    expect(replay.getState().at).toBe(2);
    end();
    expect(replay.getState()).toMatchObject({ replica: null, moments: [], at: 0 });
  });

  test("says why there is none", async () => {
    await study.openRecording("figure-5-modulo-3");
    const histories = () => Promise.reject(new Error("They are damaged."));
    phasesStudy.give(store, { ...study, histories });
    const replay = replayStore(store);
    const end = bindReplay(store);
    await settled();
    expect(replay.getState()).toMatchObject({ moments: [], problem: "They are damaged." });
    end();
  });
});

const resting = () => store.getState().rests(store.getState().link);

test("The page's run rests while the chosen cell is another network, and not after the chapter", async () => {
  await study.openRecording("figure-5-modulo-3");
  const end = bindRest(store);
  expect(resting()).toBe(true);
  openCell(store, { column: 0, row: 0, seed: 0 });
  expect(resting()).toBe(false);
  goTo(store, { column: 1, row: 0, seed: 0 });
  expect(resting()).toBe(true);
  end();
  expect(resting()).toBe(false);
});
