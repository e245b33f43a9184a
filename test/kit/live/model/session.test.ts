import { describe, expect, test } from "vitest";
import { rests } from "../../../../src/app/chapters";
import { makeDataset } from "../../../../src/experiment/dataset";
import { packMatrix, unpackMatrix } from "../../../../src/experiment/matrix";
import { DEFAULTS } from "../../../../src/experiment/params";
import {
  applyPreset,
  change,
  dismissSetback,
  newSeed,
  reset,
  scrubTo,
  setPlaying,
  stepOnce,
  stopAt,
  visit,
} from "../../../../src/kit/live/model/actions";
import { newestStep, shownStep } from "../../../../src/kit/live/model/selectors";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { COLUMN, type Frame, MEASURES } from "../../../../src/run/frame";
import type { Source } from "../../../../src/run/source";
import type { EngineInfo, Job, RunEvent, Transport } from "../../../../src/run/wire";

/** A frame whose only evaluated step is its own. */
function frame(step: number, train = 0.5, test = 0.5): Frame {
  const measures = new Float64Array(MEASURES.length);
  measures[COLUMN.train] = train;
  measures[COLUMN.test] = test;
  return {
    step,
    steps: Float64Array.of(step),
    measures,
    parameters: new Float32Array(8).fill(step),
  };
}

interface Opened {
  readonly job: Job;
  readonly emit: (event: RunEvent) => void;
  readonly directions: Transport[];
  stopped: boolean;
}

/** A source that never ends by itself, and a clock that is moved by hand. */
function setUp() {
  const runs: Opened[] = [];
  const clock = { now: 0 };
  const source: Source = (job, transport, onEvent) => {
    const run: Opened = { job, emit: onEvent, directions: [transport], stopped: false };
    runs.push(run);
    return {
      direct: (changed) => run.directions.push(changed),
      stop: () => {
        run.stopped = true;
      },
    };
  };
  const store = createPageStore();
  const end = startSession(store, source, () => clock.now);
  const live = () => runs.filter((run) => !run.stopped);
  return { store, runs, live, clock, end };
}

const engine: EngineInfo = {
  name: "simd",
  detail: "",
  precision: "float32",
  exact: true,
  declined: {},
  speeds: {},
};

test("a run starts at once, and two quick changes leave one run alive", () => {
  const { store, runs, live } = setUp();
  expect(runs).toHaveLength(1);
  change(store, { encoderRate: 1e-2 });
  change(store, { encoderRate: 1e-1 });
  expect(runs).toHaveLength(3);
  expect(live()).toHaveLength(1);
  expect(live()[0].job.settings[0]).toEqual({ ...DEFAULTS, encoderRate: 1e-1 });
});

test("frames add up to a history, and its crossings are the first of their kind", () => {
  const { store, live } = setUp();
  const [run] = live();
  run.emit({ kind: "ready", engine, from: 0 });
  run.emit({ kind: "frames", frames: [frame(0), frame(1, 0.95)] });
  run.emit({ kind: "frames", frames: [frame(2, 0.85), frame(3, 0.99, 0.91), frame(4, 1, 0.8)] });
  const { history, status } = store.getState();
  expect(status.kind).toBe("running");
  expect(newestStep(history)).toBe(4);
  expect(history?.progress).toEqual({ step: 4, train: 1, test: 3, fellBack: true });
});

test("a run that lived is kept as the ghost, one that was dragged through is not", () => {
  const { store, live, clock } = setUp();
  live()[0].emit({ kind: "frames", frames: [frame(0), frame(50)] });
  clock.now = 5000;
  change(store, { depth: 1 });
  expect(store.getState().ghost?.settings.depth).toBe(3);
  clock.now = 5100;
  change(store, { depth: 2 });
  expect(store.getState().ghost?.settings.depth).toBe(3);
});

describe("transport", () => {
  test("is not settings: it directs the run and starts none", () => {
    const { store, runs } = setUp();
    setPlaying(store, false);
    expect(runs).toHaveLength(1);
    expect(runs[0].directions.at(-1)?.playing).toBe(false);
  });

  test("a single step trains to the next step and rests there", () => {
    const { store, runs } = setUp();
    setPlaying(store, false);
    runs[0].emit({ kind: "frames", frames: [frame(0), frame(7)] });
    stepOnce(store);
    expect(runs[0].directions.at(-1)).toMatchObject({ playing: true, until: 8 });
    runs[0].emit({ kind: "frames", frames: [frame(8)] });
    expect(store.getState().transport.playing).toBe(false);
    setPlaying(store, true);
    expect(runs[0].directions.at(-1)).toMatchObject({ playing: true, until: null });
  });

  test("a stop is part of the link and forgotten with the next change", () => {
    const { store, runs } = setUp();
    stopAt(store, 300);
    expect(runs[0].directions.at(-1)?.until).toBe(300);
    expect(store.getState().link.at).toBe(300);
    change(store, { width: 10 });
    expect(store.getState().link.at).toBeNull();
  });

  test("scrubbing shows an earlier step, and the run waits until that is no longer shown", () => {
    const { store, runs } = setUp();
    runs[0].emit({ kind: "frames", frames: [frame(0), frame(10), frame(20)] });
    scrubTo(store, 15);
    expect(shownStep(store.getState())).toBe(10);
    expect(runs[0].directions.at(-1)).toMatchObject({ playing: false });
    runs[0].emit({ kind: "frames", frames: [frame(30)] });
    expect(shownStep(store.getState())).toBe(10);
    scrubTo(store, null);
    expect(shownStep(store.getState())).toBe(30);
    setPlaying(store, true);
    expect(runs[0].directions.at(-1)).toMatchObject({ playing: true });
  });
});

test("reset trains the same settings again, a new seed others", () => {
  const { store, runs } = setUp();
  reset(store);
  expect(runs[1].job.settings).toEqual(runs[0].job.settings);
  newSeed(store);
  expect(runs[2].job.settings[0].seed).toBe(1);
});

test("a preset keeps the seed and forgets every other change", () => {
  const { store } = setUp();
  change(store, { seed: 5, width: 9 });
  applyPreset(store, { encoderRate: 1e-2 });
  expect(store.getState().link.settings).toEqual({ ...DEFAULTS, seed: 5, encoderRate: 1e-2 });
});

test("a custom relation starts as the one that was shown", () => {
  const { store } = setUp();
  change(store, { relation: "custom" });
  expect(store.getState().link.settings.matrix).not.toBe("");
});

test("another number of elements keeps what was drawn of matrix and split, and a larger one shows it again", () => {
  const { store } = setUp();
  const { n } = store.getState().link.settings;
  const drawn = Uint8Array.from({ length: n * n }, (_, pair) => ((pair * 7) % 3) & 1);
  change(store, { relation: "custom", matrix: packMatrix(drawn), mask: packMatrix(drawn) });
  const at = (text: string, size: number, x: number, y: number) =>
    unpackMatrix(text, size)[x * size + y];
  for (const size of [n - 5, n + 2]) {
    change(store, { n: size });
    const { matrix, mask } = store.getState().link.settings;
    for (let x = 0; x < size; x++)
      for (let y = 0; y < size; y++) {
        const was = drawn[x * n + y];
        if (x < n && y < n)
          expect([at(matrix, size, x, y), at(mask, size, x, y)]).toEqual([was, was]);
        else expect([at(matrix, size, x, y), at(mask, size, x, y)]).toEqual([0, 1]);
      }
  }
});

test("another training fraction is a split that is drawn", () => {
  const { store } = setUp();
  const { n } = store.getState().link.settings;
  const trained = new Uint8Array(n * n).fill(1, 0, 7);
  change(store, { mask: packMatrix(trained) });
  expect(makeDataset(store.getState().link.settings).train).toHaveLength(7);
  change(store, { trainFraction: 0.5 });
  expect(store.getState().link.settings.mask).toBe("");
  expect(makeDataset(store.getState().link.settings).train).toHaveLength((n * n) / 2);
});

test("a run that fails says why and keeps its last good moment", () => {
  const { store, runs } = setUp();
  runs[0].emit({ kind: "frames", frames: [frame(0), frame(12)] });
  runs[0].emit({ kind: "failed", message: "The training loss was NaN at step 13." });
  expect(store.getState().status).toEqual({
    kind: "failed",
    message: "The training loss was NaN at step 13.",
  });
  expect(shownStep(store.getState())).toBe(12);
});

test("a run told again from a step on is as if it had not been told further", () => {
  const { store, runs } = setUp();
  const { emit } = runs[0];
  emit({ kind: "ready", engine, from: 0 });
  emit({ kind: "frames", frames: [frame(0), frame(1, 0.95), frame(2, 0.95, 0.95)] });
  const before = store.getState().history;
  emit({ kind: "setback", message: "WebGL failed." });
  expect(store.getState().setback).toBe("WebGL failed.");
  emit({ kind: "ready", engine, from: 2 });
  emit({ kind: "frames", frames: [frame(2, 0.95, 0.7), frame(3, 0.95, 0.92)] });
  const { history, status } = store.getState();
  expect(status.kind).toBe("running");
  expect([...(history?.steps.subarray(0, history.length) ?? [])]).toEqual([0, 1, 2, 3]);
  expect(history?.progress).toEqual({ step: 3, train: 1, test: 3, fellBack: false });
  expect(history?.snapshots.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  expect(before?.progress.test).toBe(2);
  expect(before?.measures.test[2]).toBe(0.95);
  dismissSetback(store);
  expect(store.getState().setback).toBeNull();
});

test("a run is exact as long as every engine that it was trained on was", () => {
  const { store, runs } = setUp();
  const { emit } = runs[0];
  const card: EngineInfo = { ...engine, name: "webgl", exact: false };
  const exact = (now: EngineInfo, from: number) => {
    emit({ kind: "ready", engine: now, from });
    return store.getState().exact;
  };
  expect(exact(engine, 0)).toBe(true);
  expect(exact(engine, 400)).toBe(true);
  expect(exact(card, 800)).toBe(false);
  expect(exact(engine, 1200)).toBe(false);
  expect(exact(engine, 0)).toBe(true);
});

test("what becomes known of the engines leaves the run alone", () => {
  const { store, runs } = setUp();
  runs[0].emit({ kind: "ready", engine, from: 0 });
  runs[0].emit({ kind: "frames", frames: [frame(0), frame(9)] });
  const declined = { webgl: "software renderer" };
  runs[0].emit({ kind: "compared", engine: { ...engine, declined } });
  expect(store.getState().engine?.declined).toEqual(declined);
  expect(newestStep(store.getState().history)).toBe(9);
});

test("ending the session stops the run", () => {
  const { live, end } = setUp();
  end();
  expect(live()).toHaveLength(0);
});

test("a run rests in a chapter that does not show it, and goes on when that is left", () => {
  const { store, runs } = setUp();
  const last = () => runs[0].directions.at(-1)?.playing;
  store.setState({ rests });
  visit(store, { chapter: "two-repons" });
  expect(last()).toBe(false);
  setPlaying(store, true);
  expect(last()).toBe(false);
  expect(store.getState().transport.playing).toBe(true);
  visit(store, { chapter: "repons" });
  expect(last()).toBe(true);
  expect(runs).toHaveLength(1);
  expect(runs[0].stopped).toBe(false);
});

test("a run rests while something else is looked at in its chapter", () => {
  const { store, runs, live } = setUp();
  store.setState({ rests: () => true });
  expect(runs[0].directions.at(-1)?.playing).toBe(false);
  expect(store.getState().transport.playing).toBe(true);
  store.setState({ rests: () => false });
  expect(runs[0].directions.at(-1)?.playing).toBe(true);
  expect(live()).toHaveLength(1);
});
