import { expect, test } from "vitest";
import { batches, batchSize, makeDataset } from "../../src/experiment/dataset";
import { DEFAULTS, type Settings } from "../../src/experiment/params";

/** 72 of 81 pairs in batches of 12: an epoch is six whole batches. */
const SETTINGS: Settings = { ...DEFAULTS, n: 9, trainFraction: 72 / 81, batch: 12 };
const PER_EPOCH = 6;

const sorted = (pairs: readonly number[]) => [...pairs].sort((a, b) => a - b);

test("the first batches of a run are its first epoch, and each epoch has an order of its own", () => {
  const { train } = makeDataset(SETTINGS);
  expect(train).toHaveLength(72);
  const batchAt = batches(SETTINGS, train);
  const epochs = [0, 1, 2].map((epoch) =>
    Array.from({ length: PER_EPOCH }, (_, i) => [...batchAt(epoch * PER_EPOCH + i)]).flat(),
  );
  for (const epoch of epochs) expect(sorted(epoch)).toEqual([...train]);
  expect(new Set(epochs.map((epoch) => epoch.join())).size).toBe(epochs.length);
});

test("a batch is never larger than the training set", () => {
  for (const batch of [71, 72, 73, 1000, 0]) {
    const settings = { ...SETTINGS, batch };
    expect(batchSize(settings)).toBe(batch === 71 ? 71 : 72);
  }
});
