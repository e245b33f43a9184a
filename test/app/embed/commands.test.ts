import { fc, test as property } from "@fast-check/vitest";
import { beforeEach, describe, expect, test } from "vitest";
import { CHAPTERS, codec, HOME, rests } from "../../../src/app/chapters";
import type { Attention } from "../../../src/app/embed/attention";
import { answerTo, type Driven, embedded } from "../../../src/app/embed/commands";
import { RUN } from "../../../src/app/embed/pictures";
import { isPlaying } from "../../../src/kit/live/model/selectors";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";

let store: Store;
let suspended: boolean[];
let driven: Driven;

const EMBED = { picture: HOME.chapter, show: [], lock: ["depth"] } as const;

beforeEach(() => {
  store = createPageStore({ ...HOME, embed: EMBED }, [], { codec, rests, stored: () => null });
  suspended = [];
  const attention: Attention = {
    away: () => false,
    resting: () => false,
    suspend: (on) => void suspended.push(on),
    subscribe: () => () => {},
    frame: () => {},
  };
  driven = { store, attention, player: () => RUN };
});

const ask = (data: unknown) => answerTo(driven, data);

describe("a command", () => {
  test("is answered with the id that it has, or none", () => {
    expect(ask({ command: "pause", id: "a" })).toEqual({ ok: true, id: "a" });
    expect(ask({ command: "pause" })).toEqual({ ok: true });
    expect(ask({ command: "jump", id: 7 })).toEqual({ error: expect.any(String), id: 7 });
  });

  test("plays and pauses", () => {
    ask({ command: "pause" });
    expect(isPlaying(store.getState())).toBe(false);
    ask({ command: "play" });
    expect(isPlaying(store.getState())).toBe(true);
  });

  test("starts the run again", () => {
    const { epoch } = store.getState();
    expect(ask({ command: "reset" })).toEqual({ ok: true });
    expect(store.getState().epoch).toBe(epoch + 1);
  });

  test("suspends and resumes, and what plays goes on playing", () => {
    ask({ command: "suspend" });
    ask({ command: "resume" });
    expect(suspended).toEqual([true, false]);
    expect(isPlaying(store.getState())).toBe(true);
  });

  test("that plays a picture in which nothing plays says so", () => {
    driven = { ...driven, player: () => null };
    expect(ask({ command: "play" })).toEqual({
      error: expect.stringMatching(/^Nothing plays in the picture of “.+”\.$/),
    });
  });

  test("sets knobs; all or none, and none that is locked", () => {
    expect(ask({ command: "set", settings: { encoderRate: 0.01, n: 12 } })).toEqual({ ok: true });
    const { settings } = store.getState().link;
    expect(settings).toMatchObject({ encoderRate: 0.01, n: 12 });
    const wrong = { n: 13, encoderRate: "fast", colour: "red" };
    expect(ask({ command: "set", settings: wrong })).toEqual({
      error: expect.stringMatching(/^Nothing was changed: encoderRate “fast” .*; colour “red” /),
    });
    expect(ask({ command: "set", settings: { n: 13, depth: 9 } })).toEqual({
      error: "Nothing was changed: the link locks depth.",
    });
    expect(store.getState().link.settings).toBe(settings);
  });

  test("goes to a scene, whose chapter the main picture follows", () => {
    const [scene] = codec.scenes.filter(({ link }) => link.chapter !== HOME.chapter);
    expect(ask({ command: "go", to: scene.id })).toEqual({ ok: true });
    const { link } = store.getState();
    expect(link).toMatchObject({ scene: scene.id, chapter: scene.link.chapter });
    expect(link.embed).toEqual({ ...EMBED, picture: scene.link.chapter });
  });

  test("goes to a fragment, and nowhere if part of it is wrong", () => {
    expect(ask({ command: "go", to: "#v=1&seed=3&at=8" })).toEqual({ ok: true });
    const { link } = store.getState();
    expect(link).toMatchObject({ at: 8, embed: EMBED, settings: { seed: 3 } });
    expect(ask({ command: "go", to: "v=1&seed=-3" })).toEqual({
      error: expect.stringMatching(/^Nothing was changed: seed “-3” /),
    });
    expect(store.getState().link).toBe(link);
  });
});

test("what is no command is not answered", () => {
  for (const data of ["slide:start", null, 3, [], { namespace: "reveal" }])
    expect(ask(data)).toBeNull();
});

property.prop([fc.anything(), fc.anything()], { seed: 20261, numRuns: 500 })(
  "whatever comes as a command is answered, by a sentence if it is wrong",
  (command, more) => {
    const answer = ask({ command, to: more, settings: more });
    expect(answer).not.toBeNull();
    if (answer && "error" in answer) expect(answer.error).toMatch(/\.$/);
  },
);

test("a single picture stays what it is wherever it goes", () => {
  const name = CHAPTERS.flatMap(({ pictures = [] }) => pictures)[0];
  const now = { ...HOME, embed: { ...EMBED, picture: name } };
  const there = { ...HOME, chapter: CHAPTERS[1].id };
  expect(embedded(there, now).embed).toEqual(now.embed);
});
