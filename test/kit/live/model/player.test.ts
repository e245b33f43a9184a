import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { scrubTo, setPlaying, visit } from "../../../../src/kit/live/model/actions";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { HOME } from "../../../../src/kit/live/model/link";
import { bindPlayer } from "../../../../src/kit/live/model/player";
import { shownStep } from "../../../../src/kit/live/model/selectors";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { MEASURES } from "../../../../src/run/frame";

const SETTINGS: Settings = { ...DEFAULTS, n: 4, width: 10, depth: 0 };
const STEPS = Array.from({ length: 101 }, (_, i) => 10 * i);

let store: Store;
let end: () => void;
let waiting: ((now: number) => void)[];
let now: number;

/** Lets `milliseconds` pass, a frame of the screen every 20. */
function pass(milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += 20) {
    now += 20;
    for (const next of waiting.splice(0)) next(now);
  }
}

beforeEach(() => {
  waiting = [];
  now = 1000;
  store = createPageStore({ ...HOME, settings: SETTINGS, pace: 100 });
  store.setState({
    history: append(
      emptyHistory(SETTINGS),
      STEPS.map((step) => ({
        step,
        steps: Float64Array.of(step),
        measures: new Float64Array(MEASURES.length),
        parameters: new Float32Array(8),
      })),
    ),
    transport: { playing: false, until: null },
  });
  end = bindPlayer(store, (next) => waiting.push(next));
});
afterEach(() => end());

test("what is kept is shown again at the chosen pace, from the shown step", () => {
  scrubTo(store, 200);
  setPlaying(store, true);
  pass(2020);
  expect(shownStep(store.getState())).toBe(400);
  pass(1000);
  expect(shownStep(store.getState())).toBe(500);
});

test("at its end the run is followed again, and nothing more is asked of the screen", () => {
  scrubTo(store, 950);
  setPlaying(store, true);
  pass(1500);
  expect(store.getState().scrub).toBeNull();
  expect(store.getState().transport.playing).toBe(true);
  pass(100);
  expect(waiting).toHaveLength(0);
});

test("a pause keeps the step, and playing goes on from there", () => {
  scrubTo(store, 100);
  setPlaying(store, true);
  pass(1020);
  setPlaying(store, false);
  pass(500);
  expect(shownStep(store.getState())).toBe(200);
  setPlaying(store, true);
  pass(1020);
  expect(shownStep(store.getState())).toBe(300);
});

test("another pace counts from where it was chosen", () => {
  scrubTo(store, 100);
  setPlaying(store, true);
  pass(1020);
  visit(store, { pace: 300 });
  pass(1000);
  expect(shownStep(store.getState())).toBe(500);
});

test("a step to stop at that lies in what is kept is where it rests", () => {
  scrubTo(store, 100);
  store.setState({ transport: { playing: true, until: 300 } });
  pass(5000);
  expect(store.getState()).toMatchObject({ scrub: 300, transport: { playing: false } });
});

test("a step that the reader drags to while it plays is where it plays on", () => {
  scrubTo(store, 100);
  setPlaying(store, true);
  pass(500);
  store.setState({ scrub: 700 });
  pass(1040);
  expect(shownStep(store.getState())).toBe(800);
});

test("at full speed all that is kept takes three seconds", () => {
  visit(store, { pace: "full" });
  scrubTo(store, 0);
  setPlaying(store, true);
  pass(2800);
  expect(store.getState().scrub).not.toBeNull();
  pass(400);
  expect(store.getState().scrub).toBeNull();
});

test("after minutes without a frame it goes on from where it was", () => {
  scrubTo(store, 200);
  setPlaying(store, true);
  pass(1020);
  now += 180_000;
  pass(40);
  const shown = shownStep(store.getState()) as number;
  expect(shown).toBeGreaterThanOrEqual(300);
  expect(shown).toBeLessThan(340);
});
