/** @file A2, held against the recordings of Figure 4: every relation, at both paces of the encoder. */

import { capital, inWords } from "../../../kit/draw/words";
import type { Answer, Judged } from "../../../kit/live/chapter";
import { choose } from "../../../kit/live/model/actions";
import { recordedReplicas } from "../../../kit/study/model/result";
import { recordingsOf } from "../../../kit/study/model/studies";
import type { Story } from "../../../theory/goldilocks";
import { storyFrom } from "./depthData";
import { type EncoderPace, FIGURE_4_PART, FIGURE_4_RELATIONS, figure4 } from "./figure4";

const PACES: readonly EncoderPace[] = ["default", "slow"];

/** Every recording of the figure. */
export const FIGURE_4_NAMES = PACES.flatMap((encoder) =>
  FIGURE_4_RELATIONS.map((relation) => figure4({ relation, encoder }).name),
);

const PARTS = ["shallow", "between", "deep"] as const;

/** It holds where every part of the story does in every figure, and fails where no part does in any. */
export function judgeStories(stories: readonly Story[]): Judged {
  const holds = (part: keyof Story) => stories.filter((story) => story[part] === "holds").length;
  const counts = PARTS.map(holds);
  const whole = stories.filter((story) => PARTS.every((part) => story[part] === "holds")).length;
  const [shallow, between, deep] = counts.map(inWords);
  return {
    judgement:
      whole === stories.length
        ? "holds"
        : counts.every((count) => count === 0)
          ? "fails"
          : "partly",
    text: `${whole === 0 ? "None" : capital(inWords(whole))} of ${inWords(stories.length)} recorded figures ${whole > 1 ? "tell" : "tells"} the whole story. Too shallow confuses in ${shallow}, neighbouring depths generalise in ${between}, and too deep memorises in ${deep}.`,
  };
}

export const ANSWER: Answer = {
  name: "A2",
  says: "Networks generalise in a Goldilocks zone: their decoder can use a clever representation, but cannot yet learn the examples by heart. Liu et al. (2022) postulated it.",
  async judge(page) {
    const recordings = await recordingsOf(page, FIGURE_4_NAMES);
    return judgeStories(
      recordings.flatMap((recording) => {
        const { settings, results } = recordedReplicas(recording);
        return storyFrom(settings, results).judged ?? [];
      }),
    );
  },
  show: (page) => choose(page, FIGURE_4_PART, {}),
};
