import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lateErrors } from "../../../../scripts/lateErrors";
import {
  hasMisses,
  MISSES_FILE,
  MISSES_FRACTION,
  MISSES_OF,
  type Missed,
  readMisses,
} from "../../../../src/chapters/data/model/misses";
import {
  type MissFacts,
  missesOf,
  missesWords,
  missFacts,
} from "../../../../src/chapters/data/model/missFacts";
import { loadSimdEngine } from "../../../../src/engine/simd/loadInNode";
import { cells } from "../../../../src/experiment/experiment";
import { formatMisses } from "../../../../src/experiment/misses";
import { DEFAULTS } from "../../../../src/experiment/params";
import { parseRecording } from "../../../../src/experiment/recording";

const DATA = join(import.meta.dirname, "../../../../public/data");
const TEXT = readFileSync(join(DATA, MISSES_FILE), "utf8");
const networks = readMisses(TEXT);

const count = (bits: Uint8Array) => bits.reduce((sum, bit) => sum + bit, 0);

test("the file is of the recorded networks: each is wrong as often as its recorded accuracy says", () => {
  const parsed = parseRecording(readFileSync(join(DATA, `${MISSES_OF.name}.json`), "utf8"));
  if ("problem" in parsed) throw new Error(parsed.problem);
  const { experiment, outcomes } = parsed.recording;
  const recorded = cells(experiment).flatMap(({ trainFraction }, i) =>
    trainFraction === MISSES_FRACTION ? [outcomes[i]] : [],
  );
  expect(networks).toHaveLength(recorded.length);
  networks.forEach(({ wrong, trained }, i) => {
    const { accuracy, testAccuracy } = recorded[i];
    expect(1 - count(wrong) / wrong.length).toBeCloseTo(accuracy, 4);
    const heldOut = wrong.map((miss, pair) => miss * (1 - trained[pair]));
    expect(1 - count(heldOut) / (trained.length - count(trained))).toBeCloseTo(testAccuracy, 4);
  });
});

test("a network that is trained again is wrong about the same pairs", async () => {
  const again = networks.find(({ label }) => label === "difference, 0 hidden, d = 1") as Missed;
  const wrong = await lateErrors(await loadSimdEngine(), again.settings);
  expect([...wrong]).toEqual([...again.wrong]);
});

test("what is no such file is refused with a sentence", () => {
  const refusal = (text: string) => () => readMisses(text);
  expect(refusal("{")).toThrow(/refused: it is no JSON\.$/);
  expect(refusal("{}")).toThrow(/another form/);
  expect(refusal(TEXT.replace(/"wrong":\["./, '"wrong":["_'))).toThrow(/damaged/);
  const all = networks.map(({ wrong }) => wrong);
  expect(refusal(formatMisses(MISSES_OF, MISSES_FRACTION, all.slice(1)))).toThrow(/other networks/);
  expect(refusal(formatMisses(MISSES_OF, 0.75, all))).toThrow(/other networks/);
  expect(formatMisses(MISSES_OF, MISSES_FRACTION, all)).toBe(TEXT);
});

/** Four elements, nothing trained on but R(0, 0), wrong about these pairs. */
const network = (...pairs: readonly number[]): Missed => ({
  label: "made up",
  settings: { ...DEFAULTS, relation: "greater-than", n: 4 },
  wrong: Uint8Array.from({ length: 16 }, (_, pair) => (pairs.includes(pair) ? 1 : 0)),
  trained: Uint8Array.from({ length: 16 }, (_, pair) => (pair === 0 ? 1 : 0)),
});
const words = (...all: readonly Missed[]) => missesWords(missFacts(all) as MissFacts);

test("where errors are is told by the distance of the two, and held against the paper", () => {
  // 0 < 1 and 1 < 2 are wrong: two of six neighbours.
  expect(words(network(1, 6))).toBe(
    "1 network fit what they were trained on; about all other pairs they are right in 87 % by the median. They are wrong about 33 % of neighbours, 0 % of equals and 0 % of what is further apart: neighbours are 40 % of the pairs asked about and 100 % of the errors. So it is i < i + 1 that cannot be guessed, as the paper says; “does not easily go below 90 %” does not hold here.",
  );
  expect(words(network(3, 2))).toMatch(/So it is not mostly i < i \+ 1/);
  expect(words(network(1), network(), network())).toMatch(/right in 100 % .* holds here\.$/);
  expect(words(network(), network(0))).toMatch(
    /1 network fit.*\(1 more do not\).*none is ever wrong\.$/,
  );
  expect(missFacts([network(0)])).toBeNull();
});

test("only networks that are shown are counted", () => {
  const all = [network(1), { ...network(1, 4), label: "other" }];
  const both = missesOf(all, new Set(["made up", "other"]));
  expect([both?.networks, both?.wrong[1], both?.wrong[4], both?.heldOutWrong[4]]).toEqual([
    2, 2, 1, 1,
  ]);
  expect(both?.heldOut[0]).toBe(0);
  expect(missesOf(all, new Set(["other"]))?.wrong[4]).toBe(1);
  expect(missesOf(all, new Set())).toBeNull();
});

test("only the order of the recording has such a file", () => {
  expect(hasMisses({ ...DEFAULTS, relation: "greater-than" })).toBe(true);
  expect(hasMisses({ ...DEFAULTS, relation: "greater-than", n: 12 })).toBe(false);
  expect(hasMisses(DEFAULTS)).toBe(false);
});
