import { afterEach, describe, expect, test, vi } from "vitest";
import { cells } from "../../../../src/experiment/experiment";
import { formatExperiment } from "../../../../src/experiment/experimentFile";
import { DEFAULTS } from "../../../../src/experiment/params";
import { formatRecording, type Recording } from "../../../../src/experiment/recording";
import type { Shelf } from "../../../../src/kit/study/model/shelf";
import { isMissing, noticesOf } from "../../../../src/kit/study/model/studyState";
import type { Standing } from "../../../../src/run/standing";
import { handPool, NAMED, standing, studyOn } from "./handPool";

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

describe.each([
  ["rejects", () => Promise.reject(new Error("the disk is full"))],
  [
    "throws at once",
    () => {
      throw new Error("the disk is full");
    },
  ],
])("a shelf that %s", (_, refuse: () => Promise<never>) => {
  const shelf: Shelf = { read: refuse, write: refuse, clear: refuse };

  test("is told once, and the study goes on without it", async () => {
    const { pool, emit } = handPool();
    const study = studyOn(pool, shelf);
    await study.prepare(NAMED);
    expect(study.store.getState()).toMatchObject({ unkept: "the disk is full" });
    study.start();
    emit({ kind: "standing", replica: 0, standing: standing(300, true) });
    emit({ kind: "end", problem: null });
    await vi.waitFor(() =>
      expect(noticesOf(study.store.getState())).toEqual([
        "This browser keeps no results (the disk is full): training goes on, and what is trained here is lost when the page is closed.",
      ]),
    );
    expect(study.store.getState().results[0]?.outcome).not.toBeNull();
  });

  test("does not keep a recording from being opened, nor the study from being found again", async () => {
    vi.stubGlobal("fetch", async () => new Response(formatRecording(RECORDING)));
    const { pool, emit } = handPool();
    const study = studyOn(pool, shelf);
    await study.prepare(NAMED);
    study.start();
    emit({ kind: "standing", replica: 0, standing: standing(300, true) });
    await study.openRecording("grid");
    expect(study.store.getState()).toMatchObject({ status: { kind: "done" }, unkept: null });
    expect(study.store.getState().results.every((result) => result?.outcome)).toBe(true);
    await study.prepare(NAMED);
    const { results, unkept } = study.store.getState();
    expect(results.map((result) => result?.progress.step)).toEqual([300, undefined, undefined]);
    expect(unkept).toBe("the disk is full");
  });
});

test("once a shelf keeps again, nothing is said any more", async () => {
  const kept = memoryShelf();
  let full = true;
  const write: Shelf["write"] = async (name, standings) => {
    if (full) throw new Error("the disk is full");
    await kept.write(name, standings);
  };
  const { pool, emit } = handPool();
  const study = studyOn(pool, { ...kept, write });
  await study.prepare(NAMED);
  study.start();
  emit({ kind: "standing", replica: 0, standing: standing(100, false) });
  study.keep();
  await vi.waitFor(() => expect(study.store.getState().unkept).toBe("the disk is full"));
  full = false;
  emit({ kind: "standing", replica: 1, standing: standing(200, false) });
  study.keep();
  await vi.waitFor(() => expect(study.store.getState().unkept).toBeNull());
  const [standings] = kept.kept.values();
  expect([...standings.keys()].sort()).toEqual([0, 1]);
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

test("histories of a recording can be asked for by whoever is told that it is shown", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return url.endsWith(".json")
      ? new Response(formatRecording(RECORDING))
      : new Response("", { status: 503 });
  });
  const study = studyOn(handPool().pool);
  const answers: Promise<unknown>[] = [];
  study.store.subscribe(({ status }) => {
    if (status.kind === "done") answers.push(study.histories(0));
  });
  await study.openRecording("grid");
  expect(answers).toHaveLength(1);
  await expect(answers[0]).rejects.toThrow(/status 503/);
  expect(asked.at(-1)).toBe("data/grid.histories.bin");
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
