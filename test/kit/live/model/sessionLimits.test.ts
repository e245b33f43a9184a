import { expect, test } from "vitest";
import { HOME } from "../../../../src/app/chapters";
import { DEFAULTS } from "../../../../src/experiment/params";
import { change, newSeed, pin } from "../../../../src/kit/live/model/actions";
import { pinnedOf } from "../../../../src/kit/live/model/selectors";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { type Frame, MEASURES } from "../../../../src/run/frame";
import type { EngineInfo, RunEvent } from "../../../../src/run/wire";

const ENGINE: EngineInfo = {
  name: "simd",
  detail: "",
  precision: "float32",
  exact: true,
  declined: {},
  speeds: {},
};

const frame = (step: number): Frame => ({
  step,
  steps: Float64Array.of(step),
  measures: new Float64Array(MEASURES.length),
  parameters: new Float32Array(8),
});

/** A session with a clock in ms that is moved by hand. */
function setUp(settings = DEFAULTS) {
  const clock = { now: 0 };
  let emit: (event: RunEvent) => void = () => {};
  const store = createPageStore({ ...HOME, settings });
  startSession(
    store,
    (_job, _transport, onEvent) => {
      emit = onEvent;
      return { direct: () => {}, stop: () => {} };
    },
    () => clock.now,
  );
  return { store, clock, emit: (event: RunEvent) => emit(event) };
}

test.each([
  [800, undefined],
  [801, 3],
])("a run that is replaced after %i ms leaves a ghost of depth %s", (lived, depth) => {
  const { store, clock, emit } = setUp();
  emit({ kind: "frames", frames: [frame(0)] });
  clock.now = lived;
  change(store, { depth: 1 });
  expect(store.getState().ghost?.settings.depth).toBe(depth);
});

test("speed counts the steps since the last look, half a second and more ago", () => {
  const { store, clock, emit } = setUp();
  const speed = () => store.getState().stepsPerSecond;
  emit({ kind: "ready", engine: ENGINE, from: 100 });
  clock.now = 500;
  emit({ kind: "frames", frames: [frame(200)] });
  expect(speed()).toBeNull();
  clock.now = 1000;
  emit({ kind: "frames", frames: [frame(600)] });
  expect(speed()).toBe(500);
  clock.now = 3000;
  emit({ kind: "frames", frames: [frame(900)] });
  expect(speed()).toBe(150);
});

test("the seed after the largest is 0", () => {
  const { store } = setUp({ ...DEFAULTS, seed: 2 ** 32 - 1 });
  newSeed(store);
  expect(store.getState().link.settings.seed).toBe(0);
});

test("of fewer elements the last is pinned where the pinned one has gone", () => {
  const { store } = setUp();
  pin(store, 25);
  change(store, { n: 26 });
  expect(pinnedOf(store.getState().link)).toBe(25);
  change(store, { n: 25 });
  expect(pinnedOf(store.getState().link)).toBe(24);
});
