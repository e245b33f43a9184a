import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { codec } from "../../../../src/app/chapters";
import { loadSimdEngine } from "../../../../src/engine/simd/loadInNode";
import { makeTraining } from "../../../../src/engine/training";
import { fingerprint } from "../../../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { fileOf, openFile } from "../../../../src/kit/live/keep/fileOf";
import { keepRun, readKept } from "../../../../src/kit/live/keep/keptRun";
import { readMark } from "../../../../src/kit/live/keep/mark";
import { resumed } from "../../../../src/kit/live/keep/resume";
import { change, reset } from "../../../../src/kit/live/model/actions";
import { exactLink, proof, replay } from "../../../../src/kit/live/model/exact";
import { append, emptyHistory, type History } from "../../../../src/kit/live/model/history";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { momentOf } from "../../../../src/kit/live/model/stored";
import type { Source } from "../../../../src/run/source";
import type { Checkpoint, EngineInfo, Job, RunEvent } from "../../../../src/run/wire";
import { brokenShelf, mapShelf, REFUSALS } from "./shelves";

const SETTINGS: Settings = { ...DEFAULTS, n: 8, width: 10, depth: 2, batch: 12, steps: 900 };
const SIMD: EngineInfo = {
  name: "simd",
  detail: "",
  precision: "float32",
  exact: true,
  declined: {},
  speeds: {},
};
const engine = await loadSimdEngine();

/** A run that was seen at some steps, with the checkpoint at one of them. */
async function watched(steps: readonly number[], saved: number, from: Checkpoint | null = null) {
  const ensemble = await engine.create([SETTINGS]);
  if (from) ensemble.restore(from);
  const training = makeTraining(ensemble, SETTINGS.steps);
  let history: History = emptyHistory(SETTINGS);
  let checkpoint: Checkpoint | null = null;
  const frames = [];
  for (const step of steps) {
    await training.advance(step);
    const frame = await training.frame();
    frames.push(frame);
    history = append(history, [frame]);
    if (step === saved) checkpoint = await ensemble.checkpoint();
  }
  ensemble.dispose();
  return { history, checkpoint, frames };
}

const page = () =>
  createPageStore({ ...codec.bare, settings: SETTINGS, engine: "simd" }, [], {
    codec,
    rests: () => false,
    stored: () => null,
  });

const SEEN = [0, 1, 2, 4, 8, 16, 32, 64, 100, 128, 200, 256, 300, 333];

/** A page that has seen up to step 333 and could go on from 300. */
async function tried() {
  const store = page();
  store.setState({ ...(await watched(SEEN, 300)), engine: SIMD, exact: true });
  return store;
}

const session = new Map<string, string>();
beforeEach(() => {
  session.clear();
  vi.stubGlobal("document", {});
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => session.set(key, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("a run that is kept", () => {
  test("goes on to the bits that it would have had, and says so at the last step that was seen", async () => {
    const shelf = mapShelf<Uint8Array>();
    const store = await tried();
    keepRun(store, "tab", shelf);
    await settle();
    const mark = readMark();
    expect(mark?.step).toBe(300);
    const moment = await readKept(mark ?? { key: "" }, SETTINGS, shelf);
    if (!moment) throw new Error("nothing was kept");
    expect(moment.checkpoint.step).toBe(300);
    expect(moment.exact).toBe(true);
    expect(moment.history.progress.step).toBe(300);
    expect(moment.history.snapshots.map(({ step }) => step)).toEqual(SEEN.slice(0, -1));
    const later = await watched([300, 333, 700], 700, moment.checkpoint);
    const history = append(moment.history, later.frames);
    expect(proof({ history })).toMatchObject({ kind: "identical", at: 333 });
    const straight = await watched([0, 700], 700);
    expect(fingerprint(later.frames[2].parameters)).toBe(
      fingerprint(straight.frames[1].parameters),
    );
  });

  test("claims what was seen last where the page is left before anything can be written", async () => {
    const shelf = mapShelf<Uint8Array>();
    const store = await tried();
    const early = SEEN.slice(0, -1);
    store.setState({ ...(await watched(early, 300)) });
    const kept = keepRun(store, "tab", shelf);
    await settle();
    store.setState({ ...(await watched(SEEN, 0)), checkpoint: store.getState().checkpoint });
    const written = new Map(shelf.items);
    kept.now();
    const mark = readMark();
    if (!mark) throw new Error("there is no mark");
    const moment = await readKept(mark, SETTINGS, mapShelf(written));
    if (!moment) throw new Error("nothing was kept");
    const later = await watched([300, 333], 333, moment.checkpoint);
    const proved = proof({ history: append(moment.history, later.frames) });
    expect(proved).toMatchObject({ kind: "identical", at: 333 });
    await settle();
    expect(readMark()?.seen).toEqual(mark.seen);
    store.setState({ checkpoint: null });
    expect(readMark()?.seen).toBeUndefined();
  });

  test("claims nothing of the run that the tab had before, where the page is left before it is kept", async () => {
    const before = JSON.stringify({ key: "tab", run: "another", step: 300 });
    session.set("geneft-run", before);
    const store = await tried();
    store.setState({ checkpoint: null });
    const kept = keepRun(store, "tab", mapShelf<Uint8Array>());
    kept.now();
    await settle();
    expect(session.get("geneft-run")).toBe(before);
  });

  test("that is not the same later says from where on", async () => {
    const file = fileOf((await tried()).getState());
    const moment = file && momentOf(file, file.moments[0]);
    if (!moment) throw new Error("there is nothing to keep");
    const state = moment.checkpoint.state.map((x, i) => (i === 40 ? x + 1e-3 : x));
    const later = await watched([300, 333], 333, { step: 300, state });
    expect(proof({ history: append(moment.history, later.frames) })).toMatchObject({
      kind: "different",
      at: 333,
    });
  });

  test("is shared as exactly as one that was seen whole", async () => {
    const file = fileOf((await tried()).getState());
    const moment = file && momentOf(file, file.moments[0]);
    if (!moment) throw new Error("there is nothing to keep");
    const later = await watched([300, 512, 600], 600, moment.checkpoint);
    const history = append(moment.history, later.frames);
    const link = exactLink(codec.bare, history, history.snapshots[history.snapshots.length - 1]);
    const whole = await watched([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600], 600);
    expect(link.exact).toBe(
      exactLink(codec.bare, whole.history, whole.history.snapshots[11]).exact,
    );
    expect(replay({ link, history: whole.history })?.kind).toBe("identical");
  });

  test("of another engine than the exact one claims nothing of later steps", async () => {
    const store = await tried();
    store.setState({ exact: false });
    const file = fileOf(store.getState());
    expect([...(file?.claims.keys() ?? [])]).toEqual([300]);
    expect(file?.training?.exact).toBe(false);
  });

  test("is not given to other settings, and where it was altered it is refused", async () => {
    const shelf = mapShelf<Uint8Array>();
    keepRun(await tried(), "tab", shelf);
    await settle();
    const [[key, bytes]] = shelf.items;
    expect(await readKept({ key }, { ...SETTINGS, seed: 1 }, shelf)).toBeNull();
    expect(await readKept({ key: "other" }, SETTINGS, shelf)).toBeNull();
    bytes[bytes.length - 12 * 100] ^= 1;
    bytes[bytes.indexOf(10) + 3] ^= 1;
    await expect(readKept({ key }, SETTINGS, shelf)).rejects.toThrow(
      /^What was kept of this run cannot/,
    );
  });

  test("is written now and then, and once more where the page is left", async () => {
    const shelf = mapShelf<Uint8Array>();
    const store = await tried();
    let clock = 0;
    const kept = keepRun(store, "tab", shelf, () => clock);
    await settle();
    const again = () => {
      const { checkpoint } = store.getState();
      store.setState({ checkpoint: checkpoint && { ...checkpoint } });
    };
    for (clock = 100; clock < 500; clock += 100) again();
    await settle();
    expect(shelf.writes).toBe(1);
    clock = 700;
    again();
    await settle();
    expect(shelf.writes).toBe(2);
    kept.now();
    expect(shelf.writes).toBe(3);
    kept.end();
  });

  test("is forgotten when it begins anew, and the runs of many tabs are not kept for ever", async () => {
    const shelf = mapShelf(
      new Map(Array.from({ length: 20 }, (_, i) => [`${i}-x`, new Uint8Array()])),
    );
    const store = await tried();
    keepRun(store, "tab", shelf);
    await settle();
    expect(readMark()?.run).toContain('"n":8');
    expect([...shelf.items.keys()].filter((key) => key.endsWith("-x"))).toEqual([
      "13-x",
      "14-x",
      "15-x",
      "16-x",
      "17-x",
      "18-x",
      "19-x",
    ]);
    store.setState({ checkpoint: null });
    expect(readMark()?.run).toBe("");
  });

  test.each(REFUSALS)("is just not kept where the browser %s", async (_, refuse) => {
    const shelf = brokenShelf<Uint8Array>(refuse);
    keepRun(await tried(), "tab", shelf);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(readMark()).toBeNull();
    await expect(readKept({ key: "x" }, SETTINGS, shelf)).rejects.toThrow(/cannot be read: .*\.$/);
  });
});

describe("the first run", () => {
  const link = { ...codec.bare, settings: SETTINGS, engine: "simd" as const };
  const reloaded = (type: string) =>
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type }] as never);
  const mark = (step = 300) =>
    session.set(
      "geneft-run",
      JSON.stringify({
        key: "x",
        run: JSON.stringify([{ n: 8, depth: 2, width: 10, batch: 12, steps: 900 }, "simd"]),
        step,
      }),
    );

  test("goes on after a reload, and nowhere else", () => {
    vi.stubGlobal("indexedDB", undefined);
    mark();
    reloaded("navigate");
    expect(resumed(link)).toBeNull();
    reloaded("reload");
    const given = resumed(link);
    expect(given).not.toBeNull();
    given?.catch(() => {});
    expect(resumed({ ...link, settings: DEFAULTS })).toBeNull();
    expect(resumed({ ...link, engine: "webgl" })).toBeNull();
    expect(resumed({ ...link, exact: "00000000-00000000" })).toBeNull();
    expect(resumed({ ...link, embed: { picture: "", show: [], lock: [] } })).toBeNull();
    // A link that names an earlier step shows that step.
    expect(resumed({ ...link, at: 300 })).toBeNull();
    expect(resumed({ ...link, at: 0 })).toBeNull();
    const before = resumed({ ...link, at: 301 });
    expect(before).not.toBeNull();
    before?.catch(() => {});
  });

  test("goes on in a tab that the browser had discarded", () => {
    vi.stubGlobal("indexedDB", undefined);
    mark();
    reloaded("navigate");
    vi.stubGlobal("document", { wasDiscarded: true });
    const given = resumed(link);
    expect(given).not.toBeNull();
    given?.catch(() => {});
  });

  test("takes a claim for none where it is not one", () => {
    for (const [seen, found] of [
      [
        [301, "ab"],
        [301, "ab"],
      ],
      [[301], undefined],
      [[-1, "ab"], undefined],
      ["ab", undefined],
    ]) {
      session.set("geneft-run", JSON.stringify({ key: "x", run: "", step: 300, seen }));
      expect(readMark()?.seen).toEqual(found);
    }
  });

  test.each([["nonsense"], ['{"key":1,"step":2}'], ["null"]])(
    "begins anew where the mark is %s",
    (text) => {
      session.set("geneft-run", text);
      reloaded("reload");
      expect(resumed(link)).toBeNull();
    },
  );

  test("begins anew where the browser keeps nothing for a tab", () => {
    vi.stubGlobal("sessionStorage", undefined);
    reloaded("reload");
    expect(resumed(link)).toBeNull();
  });
});

/** A session whose runs are seen. */
function opened(store: ReturnType<typeof page>) {
  const runs: { readonly job: Job; readonly emit: (event: RunEvent) => void }[] = [];
  const source: Source = (job, _, emit) => {
    runs.push({ job, emit });
    return { direct() {}, stop() {} };
  };
  startSession(store, source, () => 0);
  return runs;
}

describe("the page", () => {
  test("that is given a moment goes on from it, meets what is claimed, and is exact as that was", async () => {
    const file = fileOf((await tried()).getState());
    if (!file) throw new Error("there is nothing to keep");
    const moment = momentOf(file, file.moments[0]);
    const store = createPageStore(
      { ...codec.bare, settings: SETTINGS },
      [],
      undefined,
      Promise.resolve(moment),
    );
    const runs = opened(store);
    expect(runs).toHaveLength(0);
    await settle();
    expect(runs[0].job.from?.step).toBe(300);
    expect(runs[0].job.met).toContain(333);
    runs[0].emit({ kind: "ready", engine: SIMD, from: 300 });
    expect(store.getState().exact).toBe(true);
    reset(store);
    expect(runs[1].job.from).toBeNull();
    change(store, { seed: 4 });
    expect(runs[2].job.from).toBeNull();
  });

  test("that is given nothing begins anew", async () => {
    const store = createPageStore(
      { ...codec.bare, settings: SETTINGS },
      [],
      undefined,
      Promise.resolve(null),
    );
    const runs = opened(store);
    await settle();
    expect(runs[0].job.from).toBeNull();
    expect(store.getState().setback).toBeNull();
  });

  test("that is given what cannot be read says so and begins anew", async () => {
    const store = createPageStore(
      { ...codec.bare, settings: SETTINGS },
      [],
      undefined,
      Promise.reject(new Error("It is gone.")),
    );
    const runs = opened(store);
    await settle();
    expect(runs[0].job.from).toBeNull();
    expect(store.getState().setback).toMatch(/It is gone\. .*first weights/);
  });

  test("that opens a file shows its last moment, rests there, and keeps how it is read", async () => {
    const file = fileOf((await tried()).getState());
    if (!file) throw new Error("there is nothing to keep");
    const store = createPageStore({ ...codec.bare, theme: "dark" }, [], {
      codec,
      rests: () => false,
      stored: () => null,
    });
    const runs = opened(store);
    openFile(store, file);
    await settle();
    const { link, transport, history } = store.getState();
    expect(link.settings).toEqual(SETTINGS);
    expect(link.theme).toBe("dark");
    expect(link.chapter).toBe(codec.home.chapter);
    expect(transport.playing).toBe(false);
    expect(history?.snapshots.at(-1)?.step).toBe(300);
    expect(runs.at(-1)?.job.from?.step).toBe(300);
  });
});
