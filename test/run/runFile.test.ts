import { gunzipSync, gzipSync } from "node:zlib";
import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, test } from "vitest";
import { fingerprint } from "../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import { MEASURES } from "../../src/run/frame";
import { readRunFile, runFileName, writeRunFile } from "../../src/run/runFile";
import { schedule } from "../../src/run/schedule";
import { packStoredRun, type StoredFile } from "../../src/run/storedRun";

const TINY: Settings = { ...DEFAULTS, n: 4, width: 3, depth: 1, steps: 300 };

/** A run that was never trained: any numbers in the right places. */
function made(settings: Settings, link = "v=1", double = false): StoredFile {
  const { size, embedding } = shapeOf(settings);
  const evaluated = schedule(settings.steps);
  const steps = Float64Array.from(evaluated.slice(0, Math.ceil(evaluated.length / 2)));
  const step = steps[steps.length - 1];
  const numbers = Array.from({ length: 3 * size }, (_, i) => Math.sin(i) / 3);
  const state = double ? Float64Array.from(numbers) : Float32Array.from(numbers);
  return {
    settings,
    steps,
    measures: MEASURES.map((_, m) => steps.map((at) => 1 / (at + m + 1))),
    frames: [...new Set([0, step])].map((at) => ({
      step: at,
      train: 0.5,
      test: 0.25,
      embedding: Float32Array.from({ length: embedding }, (_, i) => Math.cos(i + at)),
    })),
    moments: [{ step, state }],
    claims: new Map([[step, fingerprint(Float32Array.from(state.subarray(0, size)))]]),
    training: { link, engine: double ? "reference" : "simd", exact: true },
  };
}

const SETTINGS = fc
  .record({
    n: fc.constantFrom(4, 60),
    d: fc.integer({ min: 1, max: 8 }),
    depth: fc.integer({ min: 0, max: 4 }),
    width: fc.integer({ min: 2, max: 20 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    steps: fc.integer({ min: 1, max: 1_000_000 }),
    encoderRate: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    mode: fc.constantFrom("concat" as const, "difference" as const),
  })
  .map((some): Settings => ({ ...DEFAULTS, ...some }));

describe("a run as a file", () => {
  property.prop([SETTINGS, fc.string({ unit: "binary", maxLength: 40 }), fc.boolean()], {
    numRuns: 40,
  })(
    "reads back as it was, whatever its settings and its names",
    async (settings, name, double) => {
      const file = made(settings, `v=1&names=${name}`, double);
      const back = await readRunFile(await writeRunFile(file));
      const { frames: _, ...exactly } = back;
      const { frames: __, ...written } = file;
      expect(exactly).toEqual(written);
      expect(back.frames.map(({ step }) => step)).toEqual(file.frames.map(({ step }) => step));
      back.frames.forEach(({ embedding }, i) => {
        embedding.forEach((x, k) => {
          expect(Math.abs(x - file.frames[i].embedding[k])).toBeLessThan(1 / 250);
        });
      });
    },
  );

  test("is named by its relation and its step", () => {
    expect(runFileName(made({ ...TINY, relation: "greater-than" }))).toMatch(
      /^geneft-greater-than-step-\d+\.run$/,
    );
  });
});

describe("what is no run file is refused with a sentence", () => {
  let bytes: Uint8Array<ArrayBuffer>;
  let plain: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    bytes = new Uint8Array(await (await writeRunFile(made(TINY))).arrayBuffer());
    plain = Uint8Array.from(packStoredRun(made(TINY)));
  });
  const read = (content: Uint8Array<ArrayBuffer>) => readRunFile(new Blob([content]), "“x.run”");
  const zipped = (content: Uint8Array) => Uint8Array.from(gzipSync(content));
  /** With its head changed. */
  const headed = (change: (head: Record<string, unknown>) => object) => {
    const end = plain.indexOf(10);
    const head = JSON.parse(new TextDecoder().decode(plain.subarray(0, end)));
    const line = new TextEncoder().encode(`${JSON.stringify(change(head))}\n`);
    return zipped(Buffer.concat([line, plain.subarray(end + 1)]));
  };

  test("the file that is spoilt below is read whole", async () => {
    expect((await read(bytes)).settings).toEqual(TINY);
    expect((await read(headed((head) => head))).settings).toEqual(TINY);
    expect(gunzipSync(bytes).equals(plain)).toBe(true);
  });

  test("wherever it is cut", async () => {
    for (let length = 0; length < bytes.length; length += length < 30 ? 1 : 37)
      await expect(read(bytes.slice(0, length))).rejects.toThrow(/^“x\.run” is refused: .*\.$/);
    for (let length = 0; length < plain.length; length += length < 30 ? 1 : 37)
      await expect(read(zipped(plain.slice(0, length)))).rejects.toThrow(/^“x\.run” is refused:/);
  });

  test("with more behind it", async () => {
    await expect(read(Uint8Array.from([...bytes, 7]))).rejects.toThrow(/refused/);
    await expect(read(zipped(Uint8Array.from([...plain, 7])))).rejects.toThrow(/bytes, not/);
  });

  test("whichever byte was altered, but for those of which nothing is read", async () => {
    const whole = await read(bytes);
    // Of gzip's own head, the time, the flags of the compressor and its system say nothing of the run.
    const idle = [4, 5, 6, 7, 8, 9];
    for (let at = 0; at < bytes.length; at += at < 20 ? 1 : 11) {
      const spoilt = bytes.slice();
      spoilt[at] ^= 1 << (at % 8);
      if (idle.includes(at)) expect(await read(spoilt)).toEqual(whole);
      else await expect(read(spoilt)).rejects.toThrow(/refused/);
    }
  });

  test("whose parameters are not those that it claims", async () => {
    const spoilt = plain.slice();
    spoilt[spoilt.length - 12 * shapeOf(TINY).size] ^= 1;
    await expect(read(zipped(spoilt))).rejects.toThrow(/fingerprint/);
  });

  test.each<[string, (head: Record<string, unknown>) => object, RegExp]>([
    ["of a later form", (head) => ({ ...head, version: 2 }), /form 2.*form 1/],
    ["that claims gigabytes", (head) => ({ ...head, rows: 1e9 }), /bytes, not/],
    ["that claims more moments", (head) => ({ ...head, moments: [1, 2, 3] }), /bytes, not/],
    [
      "that claims more than can be counted",
      (head) => ({ ...head, embeddings: 1e300 }),
      /embeddings must be|bytes, not/,
    ],
    ["of another size", (head) => ({ ...head, settings: { n: 60 } }), /bytes, not/],
    ["of settings that there are not", (head) => ({ ...head, settings: { n: 1e9 } }), /its n must/],
    [
      "of an unknown engine",
      (head) => ({
        ...head,
        training: { link: "", engine: "auto", exact: true, precision: "float32" },
      }),
      /its head’s training.engine must be one of simd, webgl, reference, and is “auto”/,
    ],
    [
      "with a link without end",
      (head) => ({
        ...head,
        training: { link: "x".repeat(30_000), engine: "simd", exact: true, precision: "float32" },
      }),
      /link must have no more than 20000 characters/,
    ],
    [
      "with claims without end",
      (head) => ({
        ...head,
        claims: Array.from({ length: 999 }, (_, i) => [i, "00000000-00000000"]),
      }),
      /claims must have no more than 200 entries/,
    ],
    ["at a step that is past its end", (head) => ({ ...head, moments: [301] }), /order/],
    ["without a word for its moment", (head) => ({ ...head, claims: [] }), /fingerprint/],
  ])("%s", async (_, change, reason) => {
    await expect(read(headed(change))).rejects.toThrow(reason);
  });

  test("that unpacks without end is read no further than the largest run", async () => {
    const bomb = zipped(new Uint8Array(200 * 2 ** 20));
    expect(bomb.length).toBeLessThan(2 ** 20);
    await expect(read(bomb)).rejects.toThrow(/more than 32 MB/);
  });

  test("with a number that is none", async () => {
    const end = plain.indexOf(10);
    const spoilt = plain.slice();
    new DataView(spoilt.buffer).setFloat64(end + 1 + 8 * made(TINY).steps.length, Number.NaN, true);
    await expect(read(zipped(spoilt))).rejects.toThrow(/not finite/);
  });

  test("whose steps are not those of such a run", async () => {
    const end = plain.indexOf(10);
    const spoilt = plain.slice();
    new DataView(spoilt.buffer).setFloat64(end + 1 + 8, 7, true);
    await expect(read(zipped(spoilt))).rejects.toThrow(/evaluated/);
  });
});
