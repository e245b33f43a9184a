/** @file A study whose networks come from a test's hand. */
import type { NamedExperiment } from "../../../../src/experiment/experimentFile";
import { DEFAULTS } from "../../../../src/experiment/params";
import { NO_SHELF, type Shelf } from "../../../../src/kit/study/model/shelf";
import { createStudy } from "../../../../src/kit/study/model/study";
import { MEASURES } from "../../../../src/run/frame";
import type { Pool, PoolEvent, PoolJob } from "../../../../src/run/pool";
import { NOT_BEGUN, type Standing } from "../../../../src/run/standing";

export const NAMED: NamedExperiment = {
  name: "grid",
  title: "A grid",
  experiment: {
    base: { ...DEFAULTS, steps: 1000 },
    axes: [{ key: "seed", values: [0, 1, 2] }],
    until: "decided",
  },
};

export const standing = (step: number, finished: boolean): Standing => ({
  ...NOT_BEGUN,
  progress: { step, train: 10, test: finished ? 20 : null, fellBack: false },
  measures: new Float64Array(MEASURES.length).fill(0.5),
  moments: [{ step, train: 0.5, test: 0.5, embedding: new Float32Array(60) }],
  finished,
});

/** A pool whose events come when the test says so; a slow one does not end as soon as it is stopped. */
export function handPool({ slow = false } = {}) {
  const jobs: PoolJob[] = [];
  let emit: (event: PoolEvent) => void = () => {};
  let stops = 0;
  const pool: Pool = {
    size: 1,
    run(job, onEvent) {
      jobs.push(job);
      emit = onEvent;
      return () => {
        stops += 1;
        if (!slow) onEvent({ kind: "end", problem: null });
      };
    },
    allow: () => {},
    close: () => {},
  };
  return { pool, jobs, emit: (event: PoolEvent) => emit(event), stops: () => stops };
}

export const studyOn = (pool: Pool, shelf: Shelf = NO_SHELF) =>
  createStudy({ pool: () => pool, engine: () => "auto", shelf, data: "data/", now: () => 0 });
