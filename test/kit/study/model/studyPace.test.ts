import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { NamedExperiment } from "../../../../src/experiment/experimentFile";
import { handPool, NAMED, standing, studyOn } from "./handPool";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a hundred reports of networks change what is shown once", async () => {
  const { pool, emit } = handPool();
  const study = studyOn(pool);
  await study.prepare(NAMED);
  study.start();
  let changes = 0;
  study.store.subscribe(() => {
    changes += 1;
  });
  for (let step = 1; step <= 100; step++)
    emit({ kind: "standing", replica: 1, standing: standing(step, false) });
  expect(changes).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(changes).toBe(1);
  expect(study.store.getState().results[1]?.progress.step).toBe(100);
});

const withSeeds = (count: number): NamedExperiment => ({
  ...NAMED,
  experiment: {
    ...NAMED.experiment,
    axes: [{ key: "seed", values: Array.from({ length: count }, (_, i) => i) }],
  },
});

test.each([
  [500, [50, 250]],
  [501, undefined],
])("%i networks of 1000 steps are brought on together at steps %j", async (count, legs) => {
  const { pool, jobs } = handPool();
  const study = studyOn(pool);
  await study.prepare(withSeeds(count));
  study.start();
  expect(jobs[0].legs).toEqual(legs);
});

test("what comes late of a study that was left is not shown in the next one", async () => {
  const { pool, emit } = handPool({ slow: true });
  const study = studyOn(pool);
  await study.prepare(NAMED);
  study.start();
  await study.prepare(withSeeds(4));
  emit({ kind: "standing", replica: 1, standing: standing(300, true) });
  emit({ kind: "end", problem: "3 workers were lost" });
  vi.advanceTimersByTime(1000);
  const { results, status } = study.store.getState();
  expect(results).toEqual([null, null, null, null]);
  expect(status.kind).toBe("paused");
});
