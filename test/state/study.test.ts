import { afterEach, describe, expect, test, vi } from "vitest";
import { cells } from "../../src/experiment/experiment";
import { formatExperiment, type NamedExperiment } from "../../src/experiment/experimentFile";
import { HOME } from "../../src/experiment/link";
import { DEFAULTS } from "../../src/experiment/params";
import { formatRecording, type Recording } from "../../src/experiment/recording";
import { MEASURES } from "../../src/run/frame";
import type { Pool, PoolEvent, PoolJob } from "../../src/run/pool";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import { visit } from "../../src/state/actions";
import { NO_SHELF, type Shelf } from "../../src/state/shelf";
import { createPageStore } from "../../src/state/store";
import { bindStudies, createStudies } from "../../src/state/studies";
import { createStudy, type Study } from "../../src/state/study";
import { isMissing } from "../../src/state/studyState";

const NAMED: NamedExperiment = {
  name: "grid",
  title: "A grid",
  experiment: {
    base: { ...DEFAULTS, steps: 1000 },
    axes: [{ key: "seed", values: [0, 1, 2] }],
    until: "decided",
  },
};

const standing = (step: number, finished: boolean): Standing => ({
  ...NOT_BEGUN,
  progress: { step, train: 10, test: finished ? 20 : null, fellBack: false },
  measures: new Float64Array(MEASURES.length).fill(0.5),
  moments: [{ step, train: 0.5, test: 0.5, embedding: new Float32Array(60) }],
  finished,
});

/** A pool whose events come when the test says so; a slow one does not end as soon as it is stopped. */
function handPool({ slow = false } = {}) {
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
    close: () => {},
  };
  return { pool, jobs, emit: (event: PoolEvent) => emit(event), stops: () => stops };
}

function memoryShelf(): Shelf & { readonly kept: Map<string, Map<number, Standing>> } {
  const kept = new Map<string, Map<number, Standing>>();
  return {
    kept,
    read: async (study) => kept.get(study) ?? new Map(),
    write: async (study, standings) => {
      kept.set(study, new Map([...(kept.get(study) ?? []), ...standings]));
    },
    clear: async (study) => {
      kept.delete(study);
    },
  };
}

const studyOn = (pool: Pool, shelf: Shelf = NO_SHELF) =>
  createStudy({ pool: () => pool, engine: () => "auto", shelf, data: "data/", now: () => 0 });

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a live study goes from nothing to done, replica by replica", async () => {
  const { pool, jobs, emit } = handPool();
  const study = studyOn(pool);
  await study.prepare(NAMED);
  expect(study.store.getState()).toMatchObject({ status: { kind: "paused" }, origin: "live" });
  study.start();
  expect(study.store.getState().status.kind).toBe("running");
  expect(jobs[0].settings).toEqual(cells(NAMED.experiment));
  for (const replica of [0, 1, 2])
    emit({ kind: "standing", replica, standing: standing(300, true) });
  emit({ kind: "end", problem: null });
  const { status, results } = study.store.getState();
  expect(status.kind).toBe("done");
  expect(results.map((result) => result?.outcome?.phase)).toEqual(Array(3).fill("generalisation"));
  expect(await study.histories(1)).toHaveLength(1);
});

test("paused and opened again, it goes on from what was kept, and clearing forgets it", async () => {
  const shelf = memoryShelf();
  const first = handPool();
  const study = studyOn(first.pool, shelf);
  await study.prepare(NAMED);
  study.start();
  first.emit({ kind: "standing", replica: 0, standing: standing(300, true) });
  first.emit({ kind: "standing", replica: 1, standing: standing(200, false) });
  study.pause();
  expect(first.stops()).toBe(1);
  await vi.waitFor(() => expect(shelf.kept.size).toBe(1));

  const second = handPool();
  const later = studyOn(second.pool, shelf);
  await later.prepare({ ...NAMED, name: "other", title: "Called otherwise" });
  expect(later.store.getState().results.map((result) => result?.progress.step)).toEqual([
    300,
    200,
    undefined,
  ]);
  later.start();
  expect(second.jobs[0].from.map(({ finished }) => finished)).toEqual([true, false, false]);
  later.pause();
  await later.clear();
  expect(later.store.getState().results).toEqual([null, null, null]);
  expect(shelf.kept.size).toBe(0);
});

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

  test("is that of every chapter but the one that is open", () => {
    const shown: string[] = [];
    const studies = createStudies({
      pool: () => handPool().pool,
      engine: () => "auto",
      shelf: NO_SHELF,
      data: "data/",
      now: () => 0,
    });
    for (const [name, study] of Object.entries(studies))
      study.show = (now) => {
        shown.push(`${name} ${now}`);
      };
    const store = createPageStore({ ...HOME, chapter: "phases" });
    bindStudies(store, studies);
    expect(shown.at(-1)).toBe("phases true");
    expect(shown).toHaveLength(Object.keys(studies).length);
    shown.length = 0;
    visit(store, { chapter: "data" });
    expect(shown[0]).toBe("phases false");
    expect(shown.filter((said) => said.endsWith("true"))).toEqual(["data true", "own true"]);
    shown.length = 0;
    visit(store, { theme: "dark" });
    expect(shown).toEqual([]);
  });
});

test("another experiment finds nothing of it", async () => {
  const shelf = memoryShelf();
  const { pool, emit } = handPool();
  const study = studyOn(pool, shelf);
  await study.prepare(NAMED);
  study.start();
  emit({ kind: "standing", replica: 0, standing: standing(300, true) });
  study.pause();
  await vi.waitFor(() => expect(shelf.kept.size).toBe(1));
  const { experiment } = NAMED;
  await study.prepare({
    ...NAMED,
    experiment: { ...experiment, base: { ...DEFAULTS, steps: 500 } },
  });
  expect(study.store.getState().results).toEqual([null, null, null]);
});

test("a shelf that refuses is told, and the study goes on without it", async () => {
  const refuse = async () => {
    throw new Error("the disk is full");
  };
  const { pool, emit } = handPool();
  const study = studyOn(pool, { read: refuse, write: refuse, clear: refuse });
  await study.prepare(NAMED);
  study.start();
  emit({ kind: "standing", replica: 0, standing: standing(300, true) });
  emit({ kind: "end", problem: null });
  await vi.waitFor(() => expect(study.store.getState().notices).toHaveLength(2));
  expect(study.store.getState().notices.join()).toMatch(/disk is full/);
  expect(study.store.getState().results[0]?.outcome).not.toBeNull();
});

test("a pool that gives up is a failure with its sentence; what it finished stays", async () => {
  const { pool, emit } = handPool();
  const study = studyOn(pool);
  await study.prepare(NAMED);
  study.start();
  emit({ kind: "standing", replica: 2, standing: standing(300, true) });
  emit({ kind: "end", problem: "3 workers were lost" });
  const { status, results } = study.store.getState();
  expect(status).toEqual({ kind: "failed", message: "3 workers were lost" });
  expect(results[2]?.outcome).not.toBeNull();
});

const RECORDING: Recording = {
  ...NAMED,
  provenance: { commit: "c", date: "d", engine: "simd", kernel: "k", command: "sweep" },
  histories: { bytes: 0, crc: 0 },
  outcomes: [0, 1, 2].map(() => ({
    stepsToTrain: 10,
    stepsToTest: 20,
    phase: "generalisation",
    steps: 220,
    trainAccuracy: 1,
    testAccuracy: 1,
    accuracy: 1,
    loss: 0,
    fellBack: false,
    diverged: false,
  })),
};

test("a recording is shown whole, and is never trained", async () => {
  vi.stubGlobal("fetch", async () => new Response(formatRecording(RECORDING)));
  const { pool, jobs } = handPool();
  const study = studyOn(pool);
  await study.openRecording("grid");
  expect(study.store.getState()).toMatchObject({ status: { kind: "done" }, origin: "recorded" });
  expect(study.store.getState().results.map((result) => result?.outcome)).toEqual(
    RECORDING.outcomes,
  );
  study.start();
  expect(jobs).toHaveLength(0);
});

test.each([
  ["is missing", () => new Response("", { status: 404 }), /status 404/],
  [
    "is missing where a server answers with its page",
    () => new Response("<html>", { headers: { "content-type": "text/html; charset=utf-8" } }),
    /is not there/,
  ],
  ["is damaged", () => new Response("{}"), /refused: its schema/],
])("a recording that %s is a failure with a sentence", async (_, answer, sentence) => {
  vi.stubGlobal("fetch", async () => answer());
  const study = studyOn(handPool().pool);
  await study.openRecording("grid");
  const { status } = study.store.getState();
  expect(status.kind === "failed" && status.message).toMatch(sentence);
});

test("a recording that is missing leaves its experiment with no results, and is not trained", async () => {
  vi.stubGlobal("fetch", async (url: string) =>
    url === "data/experiments/grid.json"
      ? new Response(JSON.stringify(formatExperiment(NAMED)))
      : new Response("", { status: 404 }),
  );
  const { pool, jobs } = handPool();
  const study = studyOn(pool);
  await study.openRecording("grid");
  const shown = study.store.getState();
  expect(shown.named).toEqual(NAMED);
  expect(shown.results).toEqual([null, null, null]);
  expect(isMissing(shown)).toBe(true);
  study.start();
  expect(jobs).toHaveLength(0);
});

test.each([
  [
    "is missing too",
    () => new Response("", { status: 404 }),
    /experiments\/grid.json did not load/,
  ],
  ["is no JSON", () => new Response("{"), /refused: it is no JSON/],
  ["is damaged", () => new Response("{}"), /The experiment at \S+ is refused: /],
])(
  "where the experiment of a missing recording %s, both are named",
  async (_, answer, sentence) => {
    vi.stubGlobal("fetch", async (url: string) =>
      url.includes("experiments") ? answer() : new Response("", { status: 404 }),
    );
    const study = studyOn(handPool().pool);
    await study.openRecording("grid");
    const { status, named } = study.store.getState();
    expect(named).toBeNull();
    expect(status.kind === "failed" && status.message).toMatch(/recording at \S+ did not load/);
    expect(status.kind === "failed" && status.message).toMatch(sentence);
  },
);

test("of two recordings asked for, the one asked for last is shown", async () => {
  const answers: ((response: Response) => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => answers.push(resolve)));
  const study = studyOn(handPool().pool);
  const both = [study.openRecording("first"), study.openRecording("second")];
  answers[1](new Response(formatRecording({ ...RECORDING, title: "second" })));
  answers[0](new Response(formatRecording({ ...RECORDING, title: "first" })));
  await Promise.all(both);
  expect(study.store.getState().named?.title).toBe("second");
});

test("histories that did not load are asked for again", async () => {
  let asked = 0;
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.endsWith(".json")) return new Response(formatRecording(RECORDING));
    asked += 1;
    return new Response("", { status: 503 });
  });
  const study = studyOn(handPool().pool);
  await study.openRecording("grid");
  await expect(study.histories(0)).rejects.toThrow(/status 503/);
  await expect(study.histories(0)).rejects.toThrow(/status 503/);
  expect(asked).toBe(2);
});
