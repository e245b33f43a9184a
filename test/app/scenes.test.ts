import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CHAPTERS, codec } from "../../src/app/chapters";
import { answerFile, KEPT } from "../../src/chapters/pairs/model/kept";
import type { PairsAnswer } from "../../src/chapters/pairs/worker/wire";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { fingerprint } from "../../src/experiment/fingerprint";
import { FACTS, type Fact, factsOf, filled, UNKNOWN } from "../../src/kit/live/model/facts";
import { namesIn } from "../../src/kit/live/model/prose";
import { momentOf, wantedRuns } from "../../src/kit/live/model/stored";
import { keepsItsWord, unpackStoredRun } from "../../src/run/storedRun";
import { fromTypedJson } from "../../src/run/typedJson";

const FOLDER = resolve(import.meta.dirname, "../../public/data/scenes");
const { scenes } = codec;

const unzipped = (name: string) => gunzipSync(readFileSync(join(FOLDER, name)));
const fileOf = (name: string) => unpackStoredRun(new Uint8Array(unzipped(`${name}.bin`)));

/** All that is said of a scene to its audience. */
const said = ({ sentence, question }: (typeof scenes)[number]): string =>
  [sentence, question?.ask, question?.answer].join(" ");

describe("scenes", () => {
  test("every chapter has some, and each has a name of its own", () => {
    for (const { id } of CHAPTERS)
      expect(scenes.filter(({ link }) => link.chapter === id).length, id).toBeGreaterThan(0);
    const ids = scenes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]*$/);
  });

  test.each(scenes.map((scene) => [scene.id, scene] as const))(
    "%s is reached by its name, and by its name alone",
    (id, { link }) => {
      expect(codec.decode(`v=1&scene=${id}`)).toEqual({ link, notices: [] });
      expect(codec.encode(link)).toBe(link === codec.home ? "" : `v=1&scene=${id}`);
    },
  );

  test("a scene that something differs from says what", () => {
    const [scene] = scenes.filter(({ link }) => link.at);
    const { link } = codec.decode(`v=1&scene=${scene.id}&at=end&pace=300&look=field+off`);
    expect(link).toMatchObject({ scene: scene.id, at: null, pace: 300 });
    expect(codec.encode(link)).toBe(`v=1&scene=${scene.id}&at=end&pace=300&look=field+off`);
    const other = codec.decode(`v=1&scene=${scene.id}&encoderRate=0.5`).link;
    expect(other.scene).toBeUndefined();
    expect(other.settings.encoderRate).toBe(0.5);
  });

  test("a scene, or a deck, that there is not is named", () => {
    const { link, notices } = codec.decode("v=1&scene=nowhere&deck=meet,nowhere,meet");
    expect(notices.map(({ field }) => field).sort()).toEqual(["deck", "scene"]);
    expect(link.deck).toEqual(["meet"]);
    expect(link.scene).toBeUndefined();
  });

  test("how to read, and nothing else, opens the first scene of the deck", () => {
    expect(codec.decode("mode=lecture").link).toEqual({ ...codec.home, profile: "lecture" });
    expect(codec.decode("deck=late,meet").link).toMatchObject({ scene: "late" });
    expect(codec.decode("mode=difference").link.settings.mode).toBe("difference");
  });

  test("what a scene points at is named in its sentence", () => {
    for (const { id, points, sentence } of scenes)
      if (points !== undefined) expect(namesIn(sentence), id).toContain(points);
  });

  test("no sentence names a fact that there is not", () => {
    for (const scene of scenes)
      for (const [, name] of said(scene).matchAll(/\{(\w+)\}/g))
        expect(FACTS, scene.id).toContain(name);
  });
});

describe("recordings of scenes", () => {
  const wanted = wantedRuns(scenes);

  test("are there, no more and no fewer, and at most 1.5 MB together", () => {
    const names = [
      ...wanted.map(({ name }) => `${name}.bin`),
      ...KEPT.map(({ id }) => `${id}.answer.bin`),
    ];
    expect(readdirSync(FOLDER).sort()).toEqual(names.sort());
    const sizes = names.map((name) => statSync(join(FOLDER, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1.5e6);
  });

  test.each(wanted.map((run) => [run.name, run] as const))(
    "%s is of the run that its scenes have, and its moments are what it claims",
    (name, { settings, moments }) => {
      const file = fileOf(name);
      expect(file.settings).toEqual(settings);
      expect(file.moments.map(({ step }) => step)).toEqual(moments);
      expect(keepsItsWord(file)).toBe(true);
    },
  );

  /** Training further than this is `npm run scenes -- --check`. */
  const TRAINED = 1000;

  test("are what the engine gives, as far as it is quickly trained", async () => {
    const engine = await loadSimdEngine();
    for (const { name, settings, moments } of wanted) {
      const steps = moments.filter((step) => step <= TRAINED);
      const { claims } = fileOf(name);
      const ensemble = await engine.create([settings]);
      for (const step of [64, ...steps]) {
        await ensemble.advance([step]);
        expect(fingerprint(await ensemble.parameters()), `${name} at ${step}`).toBe(
          claims.get(step),
        );
      }
      ensemble.dispose();
    }
  });

  test.each(KEPT.map((kept) => [kept.id, kept] as const))(
    "the answer of %s is to its own question",
    (id, { step, horizon }) => {
      const name = answerFile(id).slice("scenes/".length);
      const answer = fromTypedJson(unzipped(name).toString()) as PairsAnswer;
      expect(answer).toMatchObject({ step, horizon });
      expect(answer.track.times.at(-1)).toBe(horizon);
      expect(answer.track.actual.separation).toBeInstanceOf(Float64Array);
    },
  );
});

describe("what scenes say of their pictures", () => {
  /** Facts of a scene at its own moment. */
  function factsAt(id: string): Readonly<Record<Fact, string>> {
    const scene = scenes.find((each) => each.id === id);
    const run = wantedRuns(scenes).find(
      ({ settings }) => JSON.stringify(settings) === JSON.stringify(scene?.link.settings),
    );
    const file = fileOf(run?.name ?? "");
    const checkpoint = file.moments.find(({ step }) => step === scene?.link.at);
    if (!checkpoint) throw new Error(`no moment of ${id}`);
    const { history } = momentOf(file, checkpoint);
    const facts = factsOf({ history, scrub: null });
    if (!facts) throw new Error(`no facts of ${id}`);
    return facts;
  }
  const percent = (text: string) => Number.parseFloat(text);

  test("every fact that a recorded scene names is known at its moment", () => {
    for (const scene of scenes.filter(({ link }) => link.at))
      expect(filled(scene.sentence, factsAt(scene.id)), scene.id).not.toContain(UNKNOWN);
  });

  test("they meet: as many heaps as classes, and nearly all of the unseen pairs right", () => {
    const { heaps, classes, test: unseen } = factsAt("meet");
    expect(heaps).toBe(classes);
    expect(percent(unseen)).toBeGreaterThan(98);
  });

  test("the paper's rates: above 0.9, and more places than classes", () => {
    const { heaps, classes, test: unseen } = factsAt("defaults");
    expect(percent(unseen)).toBeGreaterThan(90);
    expect(heaps).not.toBe(classes);
    expect(classes).toBe("three");
  });

  test("by heart: all of what it was shown, and of the rest no more than a constant answer", () => {
    const { train, test: unseen } = factsAt("memorised");
    expect(percent(train)).toBeGreaterThan(99);
    expect(percent(unseen)).toBeLessThan(100 * (2 / 3));
  });

  test("late: more than 1,000 steps between the two", () => {
    const { gap, trainStep, testStep } = factsAt("late");
    expect(Number(gap.replace(",", ""))).toBeGreaterThan(1000);
    expect(Number(testStep.replace(",", ""))).toBeGreaterThan(Number(trainStep.replace(",", "")));
  });

  test("too deep: it knows what it was shown and not the rest; deep enough: both", () => {
    expect(percent(factsAt("too-deep").train)).toBeGreaterThan(90);
    expect(percent(factsAt("too-deep").test)).toBeLessThan(75);
    expect(percent(factsAt("deep-enough").test)).toBeGreaterThan(90);
  });
});

test("a sentence begins with a capital, whatever its first fact", () => {
  expect(filled("{n} dots", null)).toBe("… dots");
  expect(filled("three {oops}", null)).toBe("Three …");
});
