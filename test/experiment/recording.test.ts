import { describe, expect, test } from "vitest";
import { cells } from "../../src/experiment/experiment";
import {
  formatExperiment,
  type NamedExperiment,
  parseExperiment,
} from "../../src/experiment/experimentFile";
import { DEFAULTS } from "../../src/experiment/params";
import {
  formatRecording,
  type Outcome,
  parseRecording,
  type Recording,
} from "../../src/experiment/recording";

const NAMED: NamedExperiment = {
  name: "small",
  title: "A small grid",
  experiment: {
    base: { ...DEFAULTS, n: 10, batch: 64 },
    variants: [
      { label: "flat", settings: { depth: 0 } },
      { label: "deep", settings: { depth: 3, d: 4 } },
    ],
    axes: [
      { key: "encoderRate", values: [1e-4, 1e-3] },
      { key: "seed", values: [0, 1, 2] },
    ],
    until: "decided",
  },
};

const outcome = (i: number): Outcome => ({
  stepsToTrain: i % 4 === 3 ? null : 100 + i,
  stepsToTest: i % 4 >= 2 ? null : i % 4 === 1 ? 2000 : 150,
  phase: (["generalisation", "grokking", "memorisation", "confusion"] as const)[i % 4],
  steps: 1000 * i,
  trainAccuracy: i / 20,
  testAccuracy: 0.5,
  accuracy: 0.25,
  loss: i === 5 ? null : 0.125,
  fellBack: i === 1,
  diverged: i === 5,
});

const RECORDING: Recording = {
  ...NAMED,
  provenance: { commit: "c", date: "2026-11-24", engine: "simd", kernel: "k", command: "sweep" },
  outcomes: cells(NAMED.experiment).map((_, i) => outcome(i)),
  histories: { bytes: 10, crc: 7 },
};

describe("an experiment's file", () => {
  test("comes back as it was, through JSON", () => {
    const text = JSON.stringify(formatExperiment(NAMED));
    expect(parseExperiment(JSON.parse(text))).toEqual({ parsed: NAMED });
  });

  test("crosses variants with axes, the last axis fastest", () => {
    const all = cells(NAMED.experiment);
    expect(all).toHaveLength(12);
    expect(all.map(({ depth, seed }) => [depth, seed]).slice(4, 8)).toEqual([
      [0, 1],
      [0, 2],
      [3, 0],
      [3, 1],
    ]);
    expect(all[11]).toMatchObject({ depth: 3, d: 4, encoderRate: 1e-3, seed: 2, batch: 64 });
  });

  test.each([
    [{ name: "Bad Name" }, /name must be like/],
    [{ base: { n: 3 } }, /base\.n is 3: must be from 4 to 60/],
    [{ base: { speed: 3 } }, /base\.speed is 3: is not a setting/],
    [{ axes: [{ key: "speed", values: [1] }] }, /axes\.0\.key must be one of/],
    [{ axes: [{ key: "seed", values: [] }] }, /at least one value/],
    [{ axes: [{ key: "encoderRate", values: [1e-3, -1] }] }, /axis encoderRate holds -1/],
    [{ axes: [1, 2].map(() => ({ key: "seed", values: [1] })) }, /axis seed is there twice/],
    [{ variants: [{ label: "x", settings: { depth: 99 } }] }, /variants\.0\.depth is 99/],
    [{ until: "never" }, /until/],
    [{ extra: 1 }, /extra/],
  ])("that is wrong is refused with a sentence: %j", (change, sentence) => {
    const result = parseExperiment({ ...formatExperiment(NAMED), ...change });
    expect("problem" in result && result.problem).toMatch(sentence);
  });

  test.each([null, 3, "x", []])("that is %j is refused", (data) => {
    expect(parseExperiment(data)).toHaveProperty("problem");
  });
});

describe("a recording", () => {
  const text = formatRecording(RECORDING);

  test("comes back as it was", () => {
    expect(parseRecording(text)).toEqual({ recording: RECORDING });
  });

  test("is refused after any change of its content", () => {
    const changed = text.replace('"phase":"GKMC', '"phase":"GGMC');
    expect(changed).not.toBe(text);
    const result = parseRecording(changed);
    expect("problem" in result && result.problem).toMatch(/checksum/);
  });

  test.each([
    ["not JSON", /not JSON/],
    ["[1]", /not a JSON object/],
    [text.replace('"schema":1', '"schema":2'), /schema is 2/],
  ])("that cannot be read is refused with a sentence", (given, sentence) => {
    const result = parseRecording(given);
    expect("problem" in result && result.problem).toMatch(sentence);
  });

  test("is refused when its columns do not fit its experiment", () => {
    const short = formatRecording({ ...RECORDING, outcomes: RECORDING.outcomes.slice(1) });
    const result = parseRecording(short);
    expect("problem" in result && result.problem).toMatch(/12 replicas, but .* has 11/);
  });
});
