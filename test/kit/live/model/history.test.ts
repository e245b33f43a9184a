import { describe, expect, test } from "vitest";
import { DEFAULTS } from "../../../../src/experiment/params";
import { claim } from "../../../../src/kit/live/model/exact";
import {
  append,
  emptyHistory,
  type History,
  rewind,
  snapshotAt,
} from "../../../../src/kit/live/model/history";
import { COLUMN, type Frame, MEASURES } from "../../../../src/run/frame";

/** A frame whose only evaluated step is its own; both accuracies are 0.95 from `learnt` on. */
function frame(step: number, learnt = Infinity): Frame {
  const measures = new Float64Array(MEASURES.length);
  measures[COLUMN.train] = measures[COLUMN.test] = step >= learnt ? 0.95 : 0.5;
  return { step, steps: Float64Array.of(step), measures, parameters: Float32Array.of(step) };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const run = (steps: readonly number[], learnt?: number): History =>
  append(
    emptyHistory(DEFAULTS),
    steps.map((step) => frame(step, learnt)),
  );
const told = ({ steps, length }: History) => [...steps.subarray(0, length)];
const kept = ({ snapshots }: History) => snapshots.map(({ step }) => step);

describe("a run that is told again from a step", () => {
  test("has that step and all later ones once, from then on", () => {
    const before = run(range(0, 10), 3);
    const again = rewind(before, 5);
    expect(told(again)).toEqual(range(0, 5));
    expect(kept(again)).toEqual(range(0, 5));
    expect(again.progress).toMatchObject({ step: 4, train: 3 });
    const after = append(
      again,
      range(5, 8).map((step) => frame(step, 3)),
    );
    expect(told(after)).toEqual(range(0, 8));
    expect(kept(after)).toEqual(range(0, 8));
    // What was told before keeps its own.
    expect(told(before)).toEqual(range(0, 10));
  });

  test("forgets a crossing that came later, and is the same where nothing did", () => {
    const before = run(range(0, 10), 7);
    expect(rewind(before, 7).progress).toMatchObject({ step: 6, train: null });
    expect(rewind(before, 8).progress).toMatchObject({ step: 7, train: 7 });
    expect(rewind(before, 10)).toBe(before);
  });
});

test("a scrubbed step shows its own snapshot, or the last one before it", () => {
  const history = run([0, 10, 20, 40]);
  const at = (step: number | null) => snapshotAt(history, step)?.step;
  expect([0, 9, 10, 11, 39, 40, 1000].map(at)).toEqual([0, 0, 10, 10, 20, 40, 40]);
  expect(at(null)).toBe(40);
  expect(snapshotAt(run([]), null)).toBeNull();
});

test("of a long run 600 snapshots stay: its ends, every power of two, and more early than late", () => {
  const steps = kept(run(range(0, 3000)));
  expect(steps).toHaveLength(600);
  expect(steps.every((step, i) => i === 0 || step > steps[i - 1])).toBe(true);
  expect(steps).toEqual(
    expect.arrayContaining([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]),
  );
  expect(steps.at(-1)).toBe(2999);
  expect(steps.filter((step) => step < 100)).toHaveLength(100);
});

test("a claim at a power of two has the smaller ones on its way", () => {
  const history = run(range(0, 20));
  const wayOf = (step: number) => {
    const snapshot = snapshotAt(history, step);
    if (!snapshot) throw new Error("there is no snapshot");
    return claim(history, snapshot).split(".").length - 1;
  };
  // 1, 2 and 4 before 8; 8 too before 9.
  expect([wayOf(0), wayOf(1), wayOf(8), wayOf(9)]).toEqual([0, 0, 3, 4]);
});
