import { describe, expect, test } from "vitest";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { shapeOf } from "../../../../src/experiment/shape";
import {
  change,
  openChapter,
  openScene,
  pin,
  reveal,
  scrubTo,
  setPlaying,
  show,
} from "../../../../src/kit/live/model/actions";
import { type LinkedChapter, makeCodec } from "../../../../src/kit/live/model/codec";
import { append, emptyHistory, type History } from "../../../../src/kit/live/model/history";
import { HOME } from "../../../../src/kit/live/model/link";
import { LOOK_PART, lookOf } from "../../../../src/kit/live/model/look";
import { sceneOf, shownStep } from "../../../../src/kit/live/model/selectors";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore, type PageKind } from "../../../../src/kit/live/model/store";
import type { Stored } from "../../../../src/kit/live/model/stored";
import { type Frame, MEASURES } from "../../../../src/run/frame";
import type { Source } from "../../../../src/run/source";
import type { Job, RunEvent, Transport } from "../../../../src/run/wire";

const FAST: Settings = { ...DEFAULTS, n: 6, width: 10, depth: 0, encoderRate: 0.1 };
const { size } = shapeOf(FAST);

const CHAPTERS: readonly LinkedChapter[] = [
  {
    id: "one",
    scenes: [
      {
        id: "start",
        title: "",
        settings: FAST,
        at: 0,
        sentence: "",
        question: { ask: "", answer: "", plays: 40 },
      },
      { id: "later", title: "", settings: FAST, at: 40, pace: "log", sentence: "" },
    ],
  },
  { id: "two", scenes: [{ id: "other", title: "", settings: { n: 6 }, sentence: "" }] },
];

const frame = (step: number): Frame => ({
  step,
  steps: Float64Array.of(step),
  measures: new Float64Array(MEASURES.length).fill(0.5),
  parameters: new Float32Array(size).fill(step),
});

const watched = (...steps: number[]): History => append(emptyHistory(FAST), steps.map(frame));

function open(stored: Stored = () => null, fragment = "v=1&scene=start") {
  const codec = makeCodec(CHAPTERS, [LOOK_PART]);
  const kind: PageKind = { codec, rests: () => false, stored };
  const runs: { job: Job; emit(event: RunEvent): void; directions: Transport[] }[] = [];
  const source: Source = (job, transport, emit) => {
    const run = { job, emit, directions: [transport] };
    runs.push(run);
    return { direct: (next) => run.directions.push(next), stop: () => {} };
  };
  const store = createPageStore(codec.decode(fragment).link, [], kind);
  const end = startSession(store, source, () => 0);
  const scene = (id: string) => {
    const found = codec.scenes.find((each) => each.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  return { store, runs, end, scene };
}

describe("arriving at a scene", () => {
  test("of the run that is there shows its moment and trains nothing anew", () => {
    const { store, runs, scene } = open();
    store.setState({ history: watched(0, 20, 40, 80) });
    openScene(store, scene("later"));
    expect(runs).toHaveLength(1);
    expect(shownStep(store.getState())).toBe(40);
    expect(runs[0].directions.at(-1)).toMatchObject({ playing: false });
    expect(sceneOf(store.getState())?.id).toBe("later");
  });

  test("whose moment was not kept in full trains to it", () => {
    const { store, runs, scene } = open();
    const history = watched(0, 20, 80);
    const thin = { step: 40, parameters: new Float32Array(FAST.n * FAST.d) };
    store.setState({ history: { ...history, snapshots: [...history.snapshots, thin] } });
    openScene(store, scene("later"));
    expect(runs).toHaveLength(2);
    expect(runs[1].directions[0]).toMatchObject({ playing: true, until: 40, pace: "log" });
  });

  test("that is stored shows what was stored, and goes on from its checkpoint", async () => {
    const checkpoint = { step: 40, state: new Float32Array(3 * size) };
    const asked: (number | null)[] = [];
    const stored: Stored = ({ at }) => {
      asked.push(at);
      return at === 40
        ? Promise.resolve({ history: watched(0, 20, 40), checkpoint, exact: true })
        : null;
    };
    const { store, runs, scene } = open(stored);
    openScene(store, scene("later"));
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual([0, 40]);
    expect(shownStep(store.getState())).toBe(40);
    expect(runs[1].job.from).toBe(checkpoint);
    expect(store.getState().history?.settings).toBe(store.getState().link.settings);
    // The moment is told once more, and is not doubled.
    runs[1].emit({ kind: "frames", frames: [frame(40), frame(50)] });
    expect(store.getState().history?.snapshots.map(({ step }) => step)).toEqual([0, 20, 40, 50]);
    expect(store.getState().history?.length).toBe(4);
  });

  test("whose recording does not load says so and is trained", async () => {
    const stored: Stored = ({ at }) =>
      at === 40 ? Promise.reject(new Error("It is gone.")) : null;
    const { store, runs, scene } = open(stored);
    openScene(store, scene("later"));
    await Promise.resolve();
    await Promise.resolve();
    expect(store.getState().setback).toMatch(/It is gone\. .*trained/);
    expect(runs[1].job.from).toBeNull();
    expect(runs[1].directions[0]).toMatchObject({ playing: true, until: 40 });
  });

  test("a recording that comes too late, after another change, is not shown", async () => {
    let give: (moment: Awaited<ReturnType<Stored>>) => void = () => {};
    const stored: Stored = ({ at }) =>
      at === 40
        ? new Promise((resolve) => {
            give = resolve as typeof give;
          })
        : null;
    const { store, runs, scene } = open(stored);
    openScene(store, scene("later"));
    change(store, { width: 20 });
    give({
      history: watched(0, 40),
      checkpoint: { step: 40, state: new Float32Array(3 * size) },
      exact: true,
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(runs.at(-1)?.job).toMatchObject({ from: null, settings: [{ width: 20 }] });
    expect(store.getState().history?.length).toBe(0);
  });
});

describe("a scene", () => {
  test("is left by a changed knob and not by looking elsewhere, and the link says what differs", () => {
    const { store } = open();
    const { codec } = store.getState();
    pin(store, 3);
    show(store, { field: "off" });
    expect(codec.encode(store.getState().link)).toBe(
      "look=field+off+pinned+3&v=1".replace(/(.*)&v=1/, "v=1&scene=start&$1"),
    );
    change(store, { encoderRate: 0.2 });
    expect(sceneOf(store.getState())).toBeNull();
    expect(codec.encode(store.getState().link)).toContain("encoderRate=0.2");
    expect(lookOf(store.getState().link).pinned).toBe(3);
  });

  test("is revealed by playing to where its answer shows", () => {
    const { store, runs } = open();
    reveal(store);
    expect(store.getState().revealed).toBe(true);
    expect(runs[0].directions.at(-1)).toMatchObject({ playing: true, until: 40 });
  });

  test("another chapter is opened at its first scene in the story, and with the own run outside of it", () => {
    const { store } = open();
    openChapter(store, "two");
    expect(store.getState().link).toMatchObject({ chapter: "two", scene: "other" });
    change(store, { width: 30 });
    openChapter(store, "one");
    expect(store.getState().link).toMatchObject({ chapter: "one", settings: { width: 30 } });
    expect(sceneOf(store.getState())).toBeNull();
  });

  test("takes along how the page is read", () => {
    const { store, scene } = open(
      () => null,
      "v=1&scene=start&theme=dark&profile=lecture&deck=later,start",
    );
    openScene(store, scene("later"));
    expect(store.getState().link).toMatchObject({
      theme: "dark",
      profile: "lecture",
      deck: ["later", "start"],
    });
  });
});

test("playing from an earlier step does not train on until what is kept has been shown", () => {
  const { store, runs } = open();
  store.setState({ history: watched(0, 20, 40) });
  scrubTo(store, 20);
  setPlaying(store, true);
  expect(runs[0].directions.at(-1)).toMatchObject({ playing: false });
  store.setState({ scrub: null });
  expect(runs[0].directions.at(-1)).toMatchObject({ playing: true });
});

test("nothing of this is known to a page without chapters", () => {
  const store = createPageStore(HOME);
  expect(sceneOf(store.getState())).toBeNull();
});
