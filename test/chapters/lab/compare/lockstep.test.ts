import { describe, expect, test } from "vitest";
import { laneStore } from "../../../../src/chapters/lab/compare/model/lane";
import {
  commonStep,
  lockstep,
  nextGoal,
} from "../../../../src/chapters/lab/compare/model/lockstep";
import type { Settings } from "../../../../src/experiment/params";
import { reset, scrubTo, setPlaying, stopAt } from "../../../../src/kit/live/model/actions";
import { newestStep } from "../../../../src/kit/live/model/selectors";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { type Frame, MEASURES } from "../../../../src/run/frame";
import { isPowerOfTwo } from "../../../../src/run/schedule";
import type { Source } from "../../../../src/run/source";
import type { EngineInfo, RunEvent, Transport } from "../../../../src/run/wire";

const engine: EngineInfo = {
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
  parameters: new Float32Array(8).fill(step),
});

/** A run that makes `speed` steps at each tick, as far as it is let, with a frame at the end of each. */
function fake(speed: number) {
  let live: {
    emit(event: RunEvent): void;
    transport: Transport;
    step: number;
    horizon: number;
  } | null = null;
  const source: Source = ({ settings: [{ steps }] }, transport, emit) => {
    const mine = { emit, transport, step: -1, horizon: steps };
    live = mine;
    return {
      direct: (next) => {
        mine.transport = next;
      },
      stop: () => {
        if (live === mine) live = null;
      },
    };
  };
  return {
    source,
    speed,
    get stopped() {
      return live === null;
    },
    fail(message: string) {
      live?.emit({ kind: "failed", message });
      live = null;
    },
    tick() {
      if (!live) return;
      if (live.step < 0) {
        live.emit({ kind: "ready", engine, from: 0 });
        live.step = 0;
        live.emit({ kind: "frames", frames: [frame(0)] });
        return;
      }
      const { playing, until } = live.transport;
      const limit = Math.min(live.horizon, until ?? Infinity);
      if (!playing || live.step >= limit) return;
      live.step = Math.min(limit, live.step + speed);
      live.emit({ kind: "frames", frames: [frame(live.step)] });
      if (live.step === live.horizon) live.emit({ kind: "done" });
    },
  };
}

function setUp(speeds: readonly number[], changes: Partial<Settings> = {}) {
  const page = createPageStore();
  page.setState(({ link }) => ({ link: { ...link, settings: { ...link.settings, steps: 3000 } } }));
  const fakes = speeds.map(fake);
  const clock = { now: 0 };
  const stores: Store[] = speeds.map((_, i) =>
    i === 0 ? page : laneStore(page, { ...page.getState().link.settings, seed: i, ...changes }),
  );
  const ends = stores.map((store, i) => startSession(store, fakes[i].source, () => clock.now));
  const stop = lockstep(stores, () => clock.now);
  const newest = () => stores.map((store) => newestStep(store.getState().history));
  const tick = (times = 1, watch = () => {}) => {
    for (let i = 0; i < times; i++) {
      clock.now += 30;
      for (const each of fakes) each.tick();
      watch();
    }
  };
  const stepsOf = (store: Store) =>
    store.getState().history?.snapshots.map(({ step }) => step) ?? [];
  return { page, stores, fakes, stop, ends, newest, tick, stepsOf, clock };
}

describe("in step", () => {
  test.each([[[7, 7]], [[500, 3]], [[1, 40, 9]]])("whatever the speeds: %o", (speeds) => {
    const { page, stores, newest, tick, stepsOf } = setUp(speeds);
    const goals = new Set<number>();
    tick(12_000, () => {
      const { bound } = page.getState();
      if (bound !== null) goals.add(bound);
      // No run is past the common step before all are there.
      for (const step of newest()) expect(step).toBeLessThanOrEqual(bound ?? Infinity);
    });
    expect(newest()).toEqual(speeds.map(() => 3000));
    const common = [...goals].filter((goal) => goal >= 0 && goal <= 3000);
    expect(common.length).toBeGreaterThan(30);
    for (const store of stores) {
      const kept = stepsOf(store);
      expect(kept).toEqual(expect.arrayContaining(common));
      for (let power = 1; power <= 2048; power *= 2) expect(kept).toContain(power);
    }
  });

  test("a slow run holds the others", () => {
    const { fakes, newest, tick } = setUp([1000, 1]);
    tick(60);
    const [fast, slow] = newest();
    expect(fakes[0].speed).toBe(1000);
    expect(slow).toBeGreaterThan(20);
    expect(fast - slow).toBeLessThanOrEqual(20);
  });

  test("a run that stops is said to have, and the others go on without it", () => {
    const { stores, fakes, newest, tick } = setUp([50, 50, 50]);
    tick(10);
    fakes[1].fail("The loss is no longer finite.");
    tick(2000);
    expect(stores[1].getState().status).toEqual({
      kind: "failed",
      message: "The loss is no longer finite.",
    });
    expect(newest()[0]).toBe(3000);
    expect(newest()[1]).toBeLessThan(500);
    expect(newest()[2]).toBe(3000);
    // What has ended is shown at its end.
    expect(
      commonStep(
        stores.map((store) => store.getState()),
        null,
      ),
    ).toBe(3000);
  });

  test("a shorter run ends at its horizon and is not waited for", () => {
    const { newest, tick, stores } = setUp([50, 50], { steps: 700 });
    tick(2000);
    expect(newest()).toEqual([3000, 700]);
    expect(stores[1].getState().status.kind).toBe("done");
  });

  test("one that comes late goes through the kept steps of the other, even in a pause", () => {
    const { page, stores, tick, stepsOf, ends, stop, clock, fakes } = setUp([50, 50]);
    tick(100);
    setPlaying(page, false);
    stop();
    ends[1]();
    const late = laneStore(page, { ...page.getState().link.settings, seed: 9 });
    startSession(late, fakes[1].source, () => clock.now);
    lockstep([page, late], () => clock.now);
    const before = stepsOf(page);
    tick(2000);
    expect(stepsOf(page)).toEqual(before);
    expect(stepsOf(late)).toEqual(expect.arrayContaining(before.filter(isPowerOfTwo)));
    expect(newestStep(late.getState().history)).toBe(newestStep(page.getState().history));
    expect(stepsOf(late).filter((step) => !before.includes(step)).length).toBeLessThan(
      before.length,
    );
    expect(stores).toHaveLength(2);
  });

  test("all rest where the page's run is told to, start again with it, and it is let go at the end", () => {
    const { page, newest, tick, stop, ends, fakes } = setUp([5, 30]);
    stopAt(page, 333);
    tick(3000);
    expect(newest()).toEqual([333, 333]);
    expect(page.getState().transport.playing).toBe(false);
    scrubTo(page, 100);
    setPlaying(page, true);
    tick(200);
    expect(newest()).toEqual([333, 333]);
    reset(page);
    tick(3);
    expect(newest().every((step) => step < 20)).toBe(true);
    stop();
    expect(page.getState().bound).toBe(null);
    ends[1]();
    expect(fakes[1].stopped).toBe(true);
  });
});

test("what a reader does in the second run's pictures is done on the page", () => {
  const { page, stores } = setUp([5, 5]);
  const [, lane] = stores;
  lane.setState({ hovered: [4], sight: { x: [0, 1], y: [2, 3] } });
  expect(page.getState()).toMatchObject({ hovered: [4], sight: null });
  expect(lane.getState().sight).toEqual({ x: [0, 1], y: [2, 3] });
  const { settings } = page.getState().link;
  lane.setState(({ link }) => ({ link: { ...link, theme: "dark" } }));
  expect(page.getState().link).toMatchObject({ theme: "dark", settings });
  expect(lane.getState().link.settings.seed).toBe(1);
});

test("the next common step is a power of two at the latest", () => {
  const { stores } = setUp([1, 1]);
  const moments = stores.map((store) => store.getState());
  expect(nextGoal(moments, -1, 50)).toBe(0);
  expect(nextGoal(moments, 0, 50)).toBe(1);
  expect(nextGoal(moments, 1000, 500)).toBe(1024);
  expect(nextGoal(moments, 1024, 500)).toBe(1085);
  expect(nextGoal(moments, 1024, 1)).toBe(1044);
  expect(nextGoal(moments, 2990, 500)).toBe(3000);
});
