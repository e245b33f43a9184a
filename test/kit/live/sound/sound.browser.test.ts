/** When training sounds: on request, while it moves, where it is seen; the newest accuracies. */
import { expect, test } from "vitest";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { heardOf, soundOf } from "../../../../src/kit/live/sound/sound";
import { runState } from "../runState";

const state = runState([
  [0, 0.5, 0.4],
  [120, 0.95, 0.6],
]);

test("the newest accuracies sound, where that was asked for, the page is seen, and the run moves", () => {
  expect(heardOf(state, true, false)).toEqual({ train: 0.95, test: 0.6 });
  expect(heardOf(state, false, false)).toBeNull();
  expect(heardOf(state, true, true)).toBeNull();
  const paused = { ...state, transport: { ...state.transport, playing: false } };
  expect(heardOf(paused, true, false)).toBeNull();
  expect(heardOf({ ...state, status: { kind: "done" } }, true, false)).toBeNull();
  expect(heardOf({ ...state, history: null }, true, false)).toBeNull();
  expect(heardOf({ ...state, rests: () => true }, true, false)).toBeNull();
});

test("it is off until it is turned on; a browser without sound says so", () => {
  const { store, turn } = soundOf(createPageStore());
  expect(store.getState()).toEqual({ on: false, fault: null });
  turn(true);
  expect(store.getState().on).toBe(true);
  turn(false);
  expect(store.getState().on).toBe(false);
  const { AudioContext } = window;
  try {
    Object.assign(window, { AudioContext: undefined });
    const mute = soundOf(createPageStore());
    mute.turn(true);
    expect(mute.store.getState().on).toBe(false);
    expect(mute.store.getState().fault).toMatch(/^This browser gives no sound: /);
  } finally {
    Object.assign(window, { AudioContext });
  }
});
