/** @file The verdict on A3: of the shipped recordings, and of scores for which it is true and false. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RATE_FIGURES } from "../../../../src/chapters/phases/model/across";
import {
  judgeRates,
  type RateScores,
  rateScores,
} from "../../../../src/chapters/phases/model/answer";
import { parseRecording } from "../../../../src/experiment/recording";

const ROOT = join(import.meta.dirname, "../../../..");

test("the recordings: the direction holds, one threshold for all does not", () => {
  const all = RATE_FIGURES.map((name) => {
    const parsed = parseRecording(readFileSync(join(ROOT, `public/data/${name}.json`), "utf8"));
    if ("problem" in parsed) throw new Error(parsed.problem);
    const scores = rateScores(parsed.recording);
    if (!scores) throw new Error("it is of the two rates");
    return scores;
  });
  expect(judgeRates(all)).toEqual({
    judgement: "partly",
    text: "The theory’s ratio η_{dec} / η_{enc}, with a threshold of its own for each recording, gets 93 to 97 % of the networks right, a constant answer 66 to 88 %, and no product of the rates more than that. Even odds lie between 9.9 for modulo 5 and 75 for greater-than, a factor of 7.5, and their 95 % intervals do not meet. One intercept for all four relations does not hold. For modulo 3, full batch, it is 4.7 instead of 18.",
  });
});

const scores = (ratio: number, product: number, majority: number, even: number): RateScores => ({
  ratio: { right: ratio, of: 100 },
  product: { right: product, of: 100 },
  majority: { right: majority, of: 100 },
  even: {
    id: `${even}`,
    name: `relation ${even}`,
    training: "batch 64",
    even: { ratio: even, low: even / 1.5, high: even * 1.5 },
    why: "",
  },
});

test.each<[string, RateScores[], string]>([
  [
    "holds",
    [scores(95, 80, 80, 10), scores(93, 70, 70, 15)],
    "gets 93 to 95 % of the networks right, a constant answer 70 to 80 %, and no product of the rates more than that. ",
  ],
  [
    "partly",
    [scores(95, 85, 80, 10), scores(95, 70, 70, 50)],
    "gets 95 % of the networks right, a constant answer 70 to 80 %. ",
  ],
  ["partly", [scores(95, 80, 80, 10), scores(70, 70, 70, 15)], "gets 70 to 95 %"],
  ["fails", [scores(80, 80, 80, 10), scores(70, 75, 70, 15)], "constant answer 70 to 80 %."],
])("it %s", (judgement, all, words) => {
  const judged = judgeRates(all);
  expect(judged.judgement).toBe(judgement);
  expect(judged.text).toContain(words);
});
