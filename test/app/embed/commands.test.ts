import { fc, test as property } from "@fast-check/vitest";
import { beforeEach, describe, expect, test } from "vitest";
import { CHAPTERS, codec, HOME, rests } from "../../../src/app/chapters";
import type { Attention } from "../../../src/app/embed/attention";
import { answerTo, type Driven, embedded } from "../../../src/app/embed/commands";
import { RUN } from "../../../src/app/embed/pictures";
import { isPlaying } from "../../../src/kit/live/model/selectors";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { evidence } from "../../evidence";

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

describe("messages that no page means", () => {
  const cyclic: Record<string, unknown> = { command: "set" };
  cyclic.settings = { n: cyclic };
  const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  /** All that one window can hand to another. */
  const MESSAGES: readonly (readonly [what: string, message: unknown])[] = [
    ["a number of any length", { command: "set", settings: { n: 5n, seed: 10n ** 400n } }],
    ["what holds itself", cyclic],
    ["what is nested deeply", { command: "set", settings: { n: deep } }],
    ["no date", { command: "set", settings: { n: new Date(Number.NaN) } }],
    ["an error", { command: "set", settings: { n: new Error("a\nb") } }],
    ["no numbers", { command: "set", settings: { n: Number.NaN, depth: -Infinity } }],
    ["bytes", { command: "set", settings: { n: new Uint8Array(9) } }],
    ["another command", { command: { toString: 7 } }],
    ["a text that is too long", { command: "go", to: "x".repeat(2 ** 24) }],
    [
      "a hundred thousand settings",
      {
        command: "set",
        settings: Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i])),
      },
    ],
  ];
  test.each(MESSAGES)("%s: refused with words, and nothing changes", (_, message) => {
    const before = store.getState().link;
    const { error } = ask(message) as { readonly error: string };
    expect(error).toMatch(/^(The message’s|Nothing was changed:) .*\.$/);
    expect(error).not.toMatch(/undefined|\[object/);
    expect(error.length).toBeLessThan(3000);
    expect(store.getState().link).toEqual(before);
    evidence("inputs", { kind: "message to an embedded picture", tried: 1, refused: 1 });
  });

  property.prop(
    [
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withTypedArray: true,
        withNullPrototype: true,
      }),
    ],
    { seed: 6 },
  )("anything at all is answered with words, or is no command", (message) => {
    for (const data of [
      message,
      { command: message },
      { command: "set", settings: message },
      { command: "go", to: message, id: message },
    ]) {
      const answer = ask(data);
      if (answer && "error" in answer) expect(answer.error).toMatch(/\S\.$/);
    }
    evidence("inputs", { kind: "message to an embedded picture", tried: 4, refused: 4 });
  });
});
