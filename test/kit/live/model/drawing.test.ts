/**
 * @file Nothing that is drawn is lost: other sizes, other relations, presets, links, and undo. And the run waits
 * for a drawing to rest.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { relationOf } from "../../../../src/experiment/dataset";
import { packMatrix, unpackMatrix } from "../../../../src/experiment/matrix";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import {
  applyPreset,
  arrive,
  change,
  draw,
  liftBrush,
  stepDrawing,
  togglePair,
} from "../../../../src/kit/live/model/actions";
import { HOME } from "../../../../src/kit/live/model/link";
import { elementNames, withNames } from "../../../../src/kit/live/model/names";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import type { Job } from "../../../../src/run/wire";
import { uniform } from "../../../../src/theory/random";

/** Bits without a pattern. [n * n] */
const noise = (n: number, seed: number) =>
  Uint8Array.from({ length: n * n }, (_, pair) => (uniform(seed, "relation", pair) < 0.5 ? 1 : 0));
const text = (n: number, seed: number) => packMatrix(noise(n, seed));

let store: Store;
beforeEach(() => {
  store = createPageStore();
});
const settings = (): Settings => store.getState().link.settings;
const own = (n: number, seed: number) =>
  change(store, { relation: "custom", n, matrix: text(n, seed) });
/** A stroke of one cell. */
const flip = (pair: number) => {
  const truth = relationOf(settings()).truth.slice();
  truth[pair] = 1 - truth[pair];
  draw(store, { relation: "custom", matrix: packMatrix(truth) }, "stroke");
  liftBrush(store);
};
const shown = () => Array.from(relationOf(settings()).truth);

describe("another n", () => {
  test("shows the corner, and the larger one brings the rest back, through every n of a drag", () => {
    own(30, 1);
    for (let n = 29; n >= 4; n--) {
      change(store, { n });
      expect(shown()).toEqual(
        Array.from({ length: n * n }, (_, k) => noise(30, 1)[Math.floor(k / n) * 30 + (k % n)]),
      );
    }
    for (let n = 5; n <= 30; n++) change(store, { n });
    expect(settings().matrix).toBe(text(30, 1));
  });

  test("what is drawn at the small one is there at the large one, and the rest around it", () => {
    own(30, 1);
    change(store, { n: 10 });
    flip(2 * 10 + 7);
    change(store, { n: 30 });
    const expected = noise(30, 1);
    expected[2 * 30 + 7] = 1 - expected[2 * 30 + 7];
    expect(shown()).toEqual(Array.from(expected));
  });

  test("a drawing that came with its n is not mixed with an older one", () => {
    own(30, 1);
    own(10, 2);
    change(store, { n: 12 });
    for (let x = 0; x < 12; x++)
      for (let y = 0; y < 12; y++)
        expect(shown()[x * 12 + y]).toBe(x < 10 && y < 10 ? noise(10, 2)[x * 10 + y] : 0);
    stepDrawing(store, -1);
    stepDrawing(store, -1);
    expect(settings()).toMatchObject({ n: 30, matrix: text(30, 1) });
  });

  test("keeps a split of one's own: new pairs are trained on, and the rest comes back", () => {
    change(store, { mask: text(30, 3) });
    change(store, { n: 32 });
    const wide = unpackMatrix(settings().mask, 32);
    expect(wide[31]).toBe(1);
    expect(wide[31 * 32]).toBe(1);
    change(store, { n: 5 });
    change(store, { n: 30 });
    expect(settings().mask).toBe(text(30, 3));
  });

  test("a split of which a corner has one side alone is drawn by its fraction there, and comes back", () => {
    const mask = noise(30, 3);
    for (let x = 0; x < 4; x++) mask.fill(1, x * 30, x * 30 + 4);
    change(store, { mask: packMatrix(mask) });
    change(store, { n: 4 });
    expect(settings().mask).toBe("");
    change(store, { n: 30 });
    expect(settings().mask).toBe(packMatrix(mask));
  });
});

describe("another relation", () => {
  test("and back", () => {
    own(30, 1);
    change(store, { relation: "total-order" });
    change(store, { n: 20 });
    change(store, { relation: "custom" });
    change(store, { n: 30 });
    expect(settings().matrix).toBe(text(30, 1));
  });

  test("by a preset, which sets every knob, and back", () => {
    own(30, 1);
    applyPreset(store, { encoderRate: 0.1, n: 12 });
    expect(settings()).toEqual({ ...DEFAULTS, encoderRate: 0.1, n: 12 });
    change(store, { relation: "custom" });
    change(store, { n: 30 });
    expect(settings().matrix).toBe(text(30, 1));
  });

  test("by a link, and back", () => {
    own(30, 1);
    arrive(store, { ...HOME, settings: { ...DEFAULTS, relation: "tree" } });
    expect(settings().matrix).toBe("");
    change(store, { relation: "custom" });
    expect(settings().matrix).toBe(text(30, 1));
  });

  test("the own one starts as the one that is shown, the first time", () => {
    change(store, { relation: "greater-than", n: 6 });
    const before = shown();
    change(store, { relation: "custom" });
    expect(shown()).toEqual(before);
  });
});

describe("the names of the elements", () => {
  const NAMES = Array.from({ length: 30 }, (_, x) => `e${x}`);
  const names = () => elementNames(store.getState().link);
  beforeEach(() =>
    change(
      store,
      { relation: "custom", n: 30, matrix: text(30, 1) },
      withNames(store.getState().link, NAMES),
    ),
  );

  test("come back with the own relation, after a preset", () => {
    applyPreset(store, { n: 12 });
    expect(names()[3]).toBe("3");
    change(store, { relation: "custom" });
    change(store, { n: 30 });
    expect(names()).toEqual(NAMES);
  });

  test("are those of the board that undo leads to", () => {
    change(
      store,
      { relation: "custom", n: 5, matrix: text(5, 2) },
      withNames(store.getState().link, null),
    );
    expect(names()).toEqual(["0", "1", "2", "3", "4"]);
    stepDrawing(store, -1);
    expect(names()).toEqual(NAMES);
    stepDrawing(store, 1);
    expect(names()).toEqual(["0", "1", "2", "3", "4"]);
  });

  test("a relation of the list that becomes the own one by a stroke has none", () => {
    change(store, { relation: "tree" });
    togglePair(store, 0, 1);
    expect(names()[0]).toBe("0");
  });
});

describe("undo and redo", () => {
  test("go through strokes and come back, and a new stroke begins another end", () => {
    own(30, 1);
    const seen = [settings().matrix];
    for (const pair of [5, 17, 400]) {
      flip(pair);
      seen.push(settings().matrix);
    }
    for (let i = 2; i >= 0; i--) {
      stepDrawing(store, -1);
      expect(settings().matrix).toBe(seen[i]);
    }
    for (let i = 1; i <= 3; i++) {
      stepDrawing(store, 1);
      expect(settings().matrix).toBe(seen[i]);
    }
    stepDrawing(store, 1);
    expect(settings().matrix).toBe(seen[3]);
    stepDrawing(store, -1);
    flip(9);
    stepDrawing(store, 1);
    expect(store.getState().drawing.future).toEqual([]);
    stepDrawing(store, -1);
    expect(settings().matrix).toBe(seen[2]);
  });

  test("a stroke of many cells is one step", () => {
    own(30, 1);
    for (let y = 0; y < 20; y++) {
      const bits = unpackMatrix(settings().matrix, 30);
      bits[60 + y] = 1;
      draw(store, { relation: "custom", matrix: packMatrix(bits) }, "stroke");
    }
    liftBrush(store);
    stepDrawing(store, -1);
    expect(settings().matrix).toBe(text(30, 1));
  });

  test("a drag of n is one step", () => {
    own(30, 1);
    for (let n = 29; n >= 4; n--) change(store, { n });
    stepDrawing(store, -1);
    expect(settings()).toMatchObject({ n: 30, matrix: text(30, 1) });
  });

  test("bring back a split that a dragged fraction took away, and the relation that was shown", () => {
    change(store, { mask: text(30, 3) });
    change(store, { trainFraction: 0.5 });
    change(store, { trainFraction: 0.4 });
    expect(settings().mask).toBe("");
    stepDrawing(store, -1);
    expect(settings().mask).toBe(text(30, 3));
    change(store, { relation: "tree" });
    togglePair(store, 3, 4);
    expect(settings().relation).toBe("custom");
    stepDrawing(store, -1);
    expect(settings().relation).toBe("tree");
  });

  test("going back by a link is going back among the boards, to the corner's very drawing", () => {
    own(30, 1);
    change(store, { n: 10 });
    const before = settings();
    flip(3);
    const after = settings();
    arrive(store, { ...HOME, settings: before });
    change(store, { n: 30 });
    expect(settings().matrix).toBe(text(30, 1));
    arrive(store, { ...HOME, settings: before });
    arrive(store, { ...HOME, settings: after });
    change(store, { n: 30 });
    expect(settings().matrix).not.toBe(text(30, 1));
    expect(unpackMatrix(settings().matrix, 30)[3]).toBe(1 - noise(30, 1)[3]);
  });

  test("to before the first stroke, the own relation is there still", () => {
    flip(7);
    const drawn = settings().matrix;
    stepDrawing(store, -1);
    expect(settings().relation).toBe("modulo-3");
    change(store, { relation: "custom" });
    expect(settings().matrix).toBe(drawn);
  });
});

describe("the run", () => {
  let jobs: Job[];
  let end: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    jobs = [];
    end = startSession(
      store,
      (job) => {
        jobs.push(job);
        return { direct: () => {}, stop: () => {} };
      },
      () => 0,
    );
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
  });

  test("begins once for a stroke of twenty cells, when the drawing rests", () => {
    for (let y = 0; y < 20; y++) {
      const truth = relationOf(settings()).truth.slice();
      truth[60 + y] = 1 - truth[60 + y];
      draw(store, { relation: "custom", matrix: packMatrix(truth) }, "stroke");
      vi.advanceTimersByTime(600);
    }
    expect(jobs).toHaveLength(1);
    liftBrush(store);
    vi.advanceTimersByTime(399);
    expect(jobs).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(jobs).toHaveLength(2);
    expect(jobs[1].settings).toEqual([settings()]);
    vi.advanceTimersByTime(5000);
    expect(jobs).toHaveLength(2);
  });

  test("waits from the last of several strokes", () => {
    for (const pair of [1, 2, 3]) {
      flip(pair);
      vi.advanceTimersByTime(300);
    }
    expect(jobs).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(jobs).toHaveLength(2);
  });

  test("begins at once where a knob is turned meanwhile, with what was drawn, and not again", () => {
    flip(1);
    const { matrix } = settings();
    change(store, { width: 20 });
    expect(jobs).toHaveLength(2);
    expect(jobs[1].settings[0]).toMatchObject({ width: 20, matrix });
    vi.advanceTimersByTime(5000);
    expect(jobs).toHaveLength(2);
  });
});
