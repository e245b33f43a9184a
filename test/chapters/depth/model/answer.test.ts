/** @file The verdict on A2: of the shipped recordings, and of stories for which it is true and false. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIGURE_4_NAMES, judgeStories } from "../../../../src/chapters/depth/model/answer";
import { storyFrom } from "../../../../src/chapters/depth/model/depthData";
import { parseRecording } from "../../../../src/experiment/recording";
import { recordedReplicas } from "../../../../src/kit/study/model/result";
import type { Story } from "../../../../src/theory/goldilocks";

const ROOT = join(import.meta.dirname, "../../../..");

const story = (
  shallow: Story["shallow"],
  between: Story["between"],
  deep: Story["deep"],
): Story => ({
  shallow,
  between,
  deep,
});

test("the recordings tell it in part", () => {
  const stories = FIGURE_4_NAMES.map((name) => {
    const parsed = parseRecording(readFileSync(join(ROOT, `public/data/${name}.json`), "utf8"));
    if ("problem" in parsed) throw new Error(parsed.problem);
    const { settings, results } = recordedReplicas(parsed.recording);
    const { judged } = storyFrom(settings, results);
    if (!judged) throw new Error("every depth is recorded");
    return judged;
  });
  expect(stories).toHaveLength(8);
  expect(judgeStories(stories)).toEqual({
    judgement: "partly",
    text: "None of eight recorded figures tells the whole story. Too shallow confuses in six, neighbouring depths generalise in five, and too deep memorises in two.",
  });
});

test.each([
  [
    "holds",
    [story("holds", "holds", "holds")],
    "One of one recorded figures tells the whole story. Too shallow confuses in one, neighbouring depths generalise in one, and too deep memorises in one.",
  ],
  [
    "partly",
    [story("holds", "fails", "fails")],
    "None of one recorded figures tells the whole story. Too shallow confuses in one, neighbouring depths generalise in no",
  ],
  [
    "fails",
    [story("fails", "partly", "fails"), story("fails", "fails", "partly")],
    "in no, and too deep memorises in no.",
  ],
])("it %s", (judgement, stories, words) => {
  const judged = judgeStories(stories);
  expect(judged.judgement).toBe(judgement);
  expect(judged.text).toContain(words);
});
