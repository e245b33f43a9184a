import { describe, expect, test } from "vitest";
import { keptSteps, recordRun } from "../../scripts/recordRun";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { fingerprint } from "../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import { HOME } from "../../src/kit/live/model/link";
import { momentOf, wantedRuns } from "../../src/kit/live/model/stored";
import { MEASURES } from "../../src/run/frame";
import { schedule } from "../../src/run/schedule";
import {
  keepsItsWord,
  packStoredRun,
  type StoredFile,
  unpackStoredRun,
} from "../../src/run/storedRun";

const SETTINGS: Settings = {
  ...DEFAULTS,
  n: 8,
  width: 10,
  depth: 2,
  encoderRate: 0.02,
  steps: 500,
};
const MOMENTS = [40, 100];

const engine = await loadSimdEngine();
const file = await recordRun(engine, { name: "x", settings: SETTINGS, moments: MOMENTS });
const bytes = packStoredRun(file);

describe("a stored run", () => {
  test("reads back as it was: measures and moments to the bit, embeddings within their quantum", () => {
    const back = unpackStoredRun(bytes);
    expect(back.settings).toEqual(SETTINGS);
    expect(back.steps).toEqual(file.steps);
    expect(back.measures).toEqual(file.measures);
    expect(back.moments).toEqual(file.moments);
    expect([...back.claims]).toEqual([...file.claims]);
    expect(keepsItsWord(back)).toBe(true);
    const largest = Math.max(
      ...file.frames.flatMap(({ embedding }) => [...embedding].map(Math.abs)),
    );
    back.frames.forEach(({ embedding }, i) => {
      embedding.forEach((x, k) => {
        expect(Math.abs(x - file.frames[i].embedding[k])).toBeLessThanOrEqual(largest / 254 + 1e-6);
      });
    });
  });

  test("goes on from each moment to the very bits that it claims later", async () => {
    for (const moment of file.moments) {
      const later = [...file.claims.keys()].filter((step) => step > moment.step);
      expect(later.length).toBeGreaterThan(0);
      const ensemble = await engine.create([SETTINGS]);
      ensemble.restore(moment);
      for (const step of later) {
        await ensemble.advance([step]);
        expect(fingerprint(await ensemble.parameters())).toBe(file.claims.get(step));
      }
      ensemble.dispose();
    }
  });

  test("has every evaluated step up to its last moment, and none after", () => {
    expect([...file.steps]).toEqual(schedule(SETTINGS.steps).filter((step) => step <= 100));
    expect(keptSteps(MOMENTS, 500).at(-1)).toBe(128);
  });

  test.each([
    ["cut", (whole: Uint8Array) => whole.subarray(0, whole.length - 1), /bytes, not/],
    ["without a head", (whole: Uint8Array) => whole.subarray(-64).fill(1), /no head/],
    ["of nonsense", () => new TextEncoder().encode("{]\n"), /no JSON/],
    [
      "of another form",
      () => new TextEncoder().encode('{"rows":-1}\n'),
      /its head’s settings is missing/,
    ],
  ])("that is %s is refused with a reason", (_, spoil, reason) => {
    expect(() => unpackStoredRun(spoil(bytes.slice()))).toThrow(reason);
  });

  test("one of whose moments was altered does not keep its word", () => {
    const spoilt = bytes.slice();
    spoilt[spoilt.length - 12 * shapeOf(SETTINGS).size] ^= 1;
    expect(keepsItsWord(unpackStoredRun(spoilt))).toBe(false);
  });
});

describe("a moment of it", () => {
  const at = (step: number, of: StoredFile = file) => {
    const checkpoint = of.moments.find((each) => each.step === step);
    if (!checkpoint) throw new Error("no such moment");
    return momentOf(of, checkpoint).history;
  };

  test("is a run that has been watched until then and no further", () => {
    const history = at(40);
    expect(history.steps[history.length - 1]).toBe(40);
    expect(history.snapshots.at(-1)?.step).toBe(40);
    expect(history.snapshots.at(-1)?.parameters).toHaveLength(shapeOf(SETTINGS).size);
    expect(history.snapshots[0].parameters).toHaveLength(shapeOf(SETTINGS).embedding);
    const column = file.measures[MEASURES.indexOf("test")];
    expect(history.measures.test[20]).toBe(column[20]);
    expect(history.progress.step).toBe(40);
  });

  test("a later one has the earlier in full", () => {
    const whole = at(100).snapshots.filter(
      ({ parameters }) => parameters.length === shapeOf(SETTINGS).size,
    );
    expect(whole.map(({ step }) => step)).toEqual(MOMENTS);
  });
});

test("scenes of one run share its recording; those at its start need none", () => {
  const scene = (id: string, at: number | null, settings = SETTINGS) => ({
    id,
    link: { ...HOME, settings, at },
  });
  const other = { ...SETTINGS, seed: 1 };
  expect(
    wantedRuns([
      scene("a", 0),
      scene("b", 100),
      scene("c", null),
      scene("d", 40),
      scene("e", 7, other),
    ]),
  ).toEqual([
    { name: "b", settings: SETTINGS, moments: [40, 100] },
    { name: "e", settings: other, moments: [7] },
  ]);
});
