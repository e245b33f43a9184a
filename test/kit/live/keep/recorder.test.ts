import { beforeEach, expect, test } from "vitest";
import { codec } from "../../../../src/app/chapters";
import { DEFAULTS } from "../../../../src/experiment/params";
import { shapeOf } from "../../../../src/experiment/shape";
import { recordRuns } from "../../../../src/kit/live/keep/recorder";
import { change, newSeed, reset, setPlaying } from "../../../../src/kit/live/model/actions";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { COLUMN, type Frame, MEASURES } from "../../../../src/run/frame";
import type { Tried } from "../../../../src/run/tried";
import type { RunEvent } from "../../../../src/run/wire";

const SETTINGS = { ...DEFAULTS, n: 5, width: 4, depth: 1 };
const { size } = shapeOf(SETTINGS);

function frame(step: number, train = 0.5, test = 0.25): Frame {
  const measures = new Float64Array(MEASURES.length);
  measures[COLUMN.train] = train;
  measures[COLUMN.test] = test;
  const parameters = Float32Array.from({ length: size }, (_, i) => i);
  return { step, steps: Float64Array.of(step), measures, parameters };
}

let store: Store;
let emit: (event: RunEvent) => void;
let runs: Omit<Tried, "order">[];
let clock: number;
let leave: () => void;

beforeEach(() => {
  store = createPageStore({ ...codec.bare, settings: SETTINGS }, [], {
    codec,
    rests: () => false,
    stored: () => null,
  });
  clock = 0;
  runs = [];
  startSession(
    store,
    (_, __, onEvent) => {
      emit = onEvent;
      return { direct() {}, stop() {} };
    },
    () => clock,
  );
  const book = { record: (run: Omit<Tried, "order">) => void runs.push(run) };
  leave = recordRuns(store, book, { now: () => clock, today: () => 7 }).now;
});

const train = (...steps: number[]) =>
  emit({ kind: "frames", frames: steps.map((step) => frame(step)) });

test("a run that was trained for a second is written down where it is replaced", () => {
  train(0, 40);
  clock = 1100;
  change(store, { width: 5 });
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({
    settings: SETTINGS,
    date: 7,
    progress: { step: 40, train: null },
    accuracies: [0.5, 0.25],
    failed: false,
  });
  expect(codec.decode(runs[0].link).link.settings).toEqual(SETTINGS);
});

test("what a slider drags through is not", () => {
  train(0, 5000);
  for (clock = 100; clock < 3000; clock += 100) {
    newSeed(store);
    train(0, 300);
  }
  expect(runs).toEqual([]);
});

test("nor is what was only looked at, or trained elsewhere", () => {
  train(0);
  clock = 5000;
  leave();
  setPlaying(store, false);
  store.setState(({ history }) => ({ history: history && { ...history, recorded: 200 } }));
  train(200);
  clock = 9000;
  leave();
  expect(runs).toEqual([]);
  train(210);
  leave();
  expect(runs).toHaveLength(1);
});

test("a quick run is, where it has ended after a hundred steps", () => {
  train(0, 99);
  clock = 300;
  emit({ kind: "done" });
  expect(runs).toEqual([]);
  reset(store);
  train(0, 100);
  clock = 600;
  emit({ kind: "failed", message: "It diverged." });
  expect(runs).toMatchObject([{ failed: true, progress: { step: 100 } }]);
});

test("nor is one missed that had ended before anything was written down", () => {
  train(0, 200);
  emit({ kind: "done" });
  const book = { record: (run: Omit<Tried, "order">) => void runs.push(run) };
  recordRuns(store, book, { now: () => 700, today: () => 7 });
  expect(runs.at(-1)).toMatchObject({ progress: { step: 200 } });
  expect(runs).toHaveLength(2);
});

test("one that goes on is after a second, every five from then on, and where it rests; never twice the same", () => {
  for (clock = 0; clock <= 12_000; clock += 100) train(clock / 10);
  expect(runs.map(({ progress }) => progress.step)).toEqual([100, 600, 1100]);
  setPlaying(store, false);
  expect(runs).toHaveLength(4);
  leave();
  setPlaying(store, true);
  setPlaying(store, false);
  expect(runs).toHaveLength(4);
});

test("its picture has the latent space in whole percent, as wide as it is long", () => {
  // Repon x is at (2 x, 2 x + 1): a diagonal.
  train(0, 50);
  clock = 2000;
  leave();
  expect(runs[0].picture).toEqual([0, 0, 25, 25, 50, 50, 75, 75, 100, 100]);
});

test("one dimension goes from left to right", () => {
  change(store, { d: 1 });
  const parameters = new Float32Array(shapeOf({ ...SETTINGS, d: 1 }).size);
  parameters.set([4, 0, 1, 2, 3]);
  emit({ kind: "frames", frames: [{ ...frame(30), parameters }] });
  clock = 4000;
  leave();
  expect(runs[0].picture).toEqual([100, 50, 0, 50, 25, 50, 50, 50, 75, 50]);
});
