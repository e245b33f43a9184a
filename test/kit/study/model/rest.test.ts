import { describe, expect, test } from "vitest";
import type { Study } from "../../../../src/kit/study/model/study";
import { handPool, NAMED, standing, studyOn } from "./handPool";

describe("training that is not looked at", () => {
  const kindOf = (study: Study) => study.store.getState().status.kind;

  test("rests, and goes on where it was, in its order, once it is looked at again", async () => {
    const { pool, jobs, emit, stops } = handPool();
    const study = studyOn(pool);
    await study.prepare(NAMED);
    study.start((waiting) => waiting[waiting.length - 1]);
    emit({ kind: "standing", replica: 2, standing: standing(200, false) });
    study.show(false);
    expect([kindOf(study), stops()]).toEqual(["paused", 1]);
    study.show(true);
    expect([kindOf(study), jobs.length]).toEqual(["running", 2]);
    expect(jobs[1].from[2].progress.step).toBe(200);
    expect(jobs[1].choose?.([0, 1])).toBe(1);
  });

  test("goes on even if it is looked at again before its workers have stopped", async () => {
    const { pool, jobs, emit, stops } = handPool({ slow: true });
    const study = studyOn(pool);
    await study.prepare(NAMED);
    study.start();
    study.show(false);
    study.show(true);
    study.show(false);
    study.show(true);
    expect([stops(), jobs.length]).toEqual([1, 1]);
    emit({ kind: "end", problem: null });
    expect([kindOf(study), jobs.length]).toEqual(["running", 2]);
  });

  test("does not begin, and begins when it is looked at", async () => {
    const { pool, jobs } = handPool();
    const study = studyOn(pool);
    study.show(false);
    await study.prepare(NAMED);
    study.start();
    expect(jobs).toHaveLength(0);
    study.show(true);
    expect(jobs).toHaveLength(1);
  });

  test("stays paused if the reader paused it, finished, or opened something else", async () => {
    const { pool, jobs, emit } = handPool();
    const study = studyOn(pool);
    const look = () => {
      study.show(false);
      study.show(true);
    };
    await study.prepare(NAMED);
    study.start();
    study.pause();
    look();
    study.start();
    emit({ kind: "end", problem: null });
    look();
    study.start();
    study.show(false);
    await study.prepare(NAMED);
    study.show(true);
    expect(jobs).toHaveLength(3);
  });

  test("is started again by a reader who has just paused it", async () => {
    const { pool, jobs, emit } = handPool({ slow: true });
    const study = studyOn(pool);
    await study.prepare(NAMED);
    study.start();
    study.pause();
    study.start();
    emit({ kind: "end", problem: null });
    expect([kindOf(study), jobs.length]).toEqual(["running", 2]);
  });
});
