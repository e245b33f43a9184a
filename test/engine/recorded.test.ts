/**
 * Recordings made again: a few networks of each, trained here, come to the same steps, accuracies and
 * embeddings, so that what is stored is what this program does.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/ensemble";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { openTrial } from "../../src/engine/trial";
import { batchSize } from "../../src/experiment/dataset";
import { cells } from "../../src/experiment/experiment";
import { parseRecording, type Recording } from "../../src/experiment/recording";
import { shapeOf } from "../../src/experiment/shape";
import { unpackHistories } from "../../src/run/histories";
import { NOT_BEGUN, outcomeOf } from "../../src/run/standing";

const DATA = join(import.meta.dirname, "../../public/data");
const NAMES = readdirSync(DATA).flatMap((file) => /^(figure-.*)\.json$/.exec(file)?.[1] ?? []);

function read(name: string): Recording {
  const parsed = parseRecording(readFileSync(join(DATA, `${name}.json`), "utf8"));
  if ("problem" in parsed) throw new Error(`${name}: ${parsed.problem}`);
  return parsed.recording;
}

/** Pairs trained on in all, for each recording: a replica that is dearer is the only one. */
const MOST = 4e6;

let engine: Engine;
beforeAll(async () => {
  engine = await loadSimdEngine();
});

test("there are recordings, and all their files together are small", () => {
  expect(NAMES.length).toBeGreaterThan(5);
  const bytes = NAMES.flatMap((name) => [`${name}.json`, `${name}.histories.bin`]).reduce(
    (sum, file) => sum + readFileSync(join(DATA, file)).length,
    0,
  );
  expect(bytes).toBeLessThan(3 * 2 ** 20); // 3 MB, loaded figure by figure.
});

describe.each(NAMES)("%s", (name) => {
  const recording = read(name);
  const settings = cells(recording.experiment);
  const { outcomes, experiment } = recording;
  /** Pairs trained on, a measure of what a replica costs. */
  const cost = (replica: number) => outcomes[replica].steps * batchSize(settings[replica]);
  // One in five from the cheapest up: unlike cells, and seconds in all.
  const cheapest = [...outcomes.keys()]
    .sort((a, b) => cost(a) - cost(b))
    .filter((_, i) => i % 5 === 0);
  const chosen: number[] = [];
  let spent = 0;
  for (const replica of cheapest) {
    spent += cost(replica);
    if (chosen.length > 0 && (spent > MOST || chosen.length === 3)) break;
    chosen.push(replica);
  }

  test("a few of its networks trained again come out the same", async () => {
    const plain = gunzipSync(readFileSync(join(DATA, `${name}.histories.bin`)));
    const histories = unpackHistories(
      plain,
      settings.map((each) => shapeOf(each).embedding),
    );
    for (const replica of chosen) {
      const until = experiment.until ?? "end";
      const trial = await openTrial(engine, [settings[replica]], until, [NOT_BEGUN]);
      while (!trial.finished) await trial.advance(1e9);
      const [standing] = await trial.standings();
      const stored = outcomes[replica];
      const again = outcomeOf(standing);
      const { stepsToTrain, stepsToTest, phase, steps, fellBack, diverged } = stored;
      expect(again).toMatchObject({ stepsToTrain, stepsToTest, phase, steps, fellBack, diverged });
      for (const key of ["trainAccuracy", "testAccuracy", "accuracy"] as const)
        expect(again[key]).toBeCloseTo(stored[key], 4); // Stored to four digits.
      const moments = histories[replica];
      expect(moments.map(({ step }) => step)).toEqual(standing.moments.map(({ step }) => step));
      const last = standing.moments[standing.moments.length - 1].embedding;
      const range = Math.max(
        ...standing.moments.flatMap(({ embedding }) => [...embedding].map(Math.abs)),
      );
      // 8 bits: half a level of 127, and float32.
      expect(moments[moments.length - 1].embedding).toBeAllclose(last, { atol: range / 253 });
    }
  });
});
