import { expect, test } from "vitest";
import { change, newSeed, reset, setPlaying } from "../../../../src/kit/live/model/actions";
import { haveBack, putAway, wayBack } from "../../../../src/kit/live/model/putAway";
import { newestStep } from "../../../../src/kit/live/model/selectors";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { MEASURES } from "../../../../src/run/frame";
import type { Source } from "../../../../src/run/source";
import type { Checkpoint, Job, RunEvent } from "../../../../src/run/wire";

const engine = {
  name: "simd",
  detail: "",
  precision: "float32",
  exact: true,
  declined: {},
  speeds: {},
} as const;

/** A page whose runs come as far as they are told to. */
function setUp() {
  const runs: { job: Job; emit: (event: RunEvent) => void }[] = [];
  const source: Source = (job, _, emit) => {
    runs.push({ job, emit });
    return { direct() {}, stop() {} };
  };
  const store = createPageStore();
  startSession(store, source, () => 0);
  return {
    store,
    jobs: () => runs.map(({ job }) => job),
    /** The present run has come to `step`; `kept` where it could go on from there. */
    comesTo(step: number, kept: boolean) {
      const { emit } = runs[runs.length - 1];
      emit({ kind: "ready", engine, from: 0 });
      const parameters = new Float32Array(8).fill(step);
      const measures = new Float64Array(MEASURES.length);
      const frame = { step, steps: Float64Array.of(step), measures, parameters };
      emit({ kind: "frames", frames: [frame] });
      const checkpoint = { step } as Checkpoint;
      if (kept) emit({ kind: "checkpoint", checkpoint });
    },
    seed: () => store.getState().link.settings.seed,
  };
}

/** What is found is handed over a moment later. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("“run and train”, typed at the page, loses no run", async () => {
  const { store, jobs, comesTo, seed } = setUp();
  change(store, { seed: 7 });
  comesTo(4310, true);
  expect(wayBack(store.getState())).toBeNull();
  for (const letter of "run and train") {
    if (letter === "r") putAway(store, reset);
    if (letter === "n") putAway(store, newSeed);
    // Too short to be worth anything.
    if (letter === "n") comesTo(1, false);
  }
  expect(seed()).toBe(10);
  expect(wayBack(store.getState())).toBe(4310);
  haveBack(store);
  await settled();
  expect(seed()).toBe(7);
  expect(jobs().at(-1)).toMatchObject({ settings: [{ seed: 7 }], from: { step: 4310 } });
  expect(newestStep(store.getState().history)).toBe(4310);
  expect(wayBack(store.getState())).toBeNull();
});

test("runs come back one after the other; one that rested rests where it was", async () => {
  const { store, comesTo, seed } = setUp();
  comesTo(100, true);
  setPlaying(store, false);
  putAway(store, newSeed);
  comesTo(200, true);
  putAway(store, newSeed);
  expect([seed(), wayBack(store.getState())]).toEqual([2, 200]);
  haveBack(store);
  expect([seed(), wayBack(store.getState())]).toEqual([1, 100]);
  expect(store.getState().transport).toEqual({ playing: true, until: null });
  haveBack(store);
  expect([seed(), wayBack(store.getState())]).toEqual([0, null]);
  expect(store.getState().transport).toEqual({ playing: true, until: 100 });
});

test("a knob that is turned after it is a way of its own", () => {
  const { store, comesTo } = setUp();
  comesTo(100, true);
  putAway(store, newSeed);
  change(store, { encoderRate: 0.02 });
  expect(wayBack(store.getState())).toBeNull();
  haveBack(store);
  expect(store.getState().link.settings).toMatchObject({ seed: 1, encoderRate: 0.02 });
});
