/** @file The scenes of chapter 4: a pull that lasts long enough, and one that does not. */
import type { Scene } from "../../kit/live/model/scene";
import { FAST_DECODER, FAST_REPONS } from "./model/faster";
import { SETUP_HOME, type Setup, TWO_REPONS_PART } from "./model/params";

const pair = (changes: Partial<Setup>) => ({
  [TWO_REPONS_PART.key]: { ...SETUP_HOME, ...changes },
});

export const SCENES: readonly Scene[] = [
  {
    id: "pull",
    title: "A pull",
    parts: pair(FAST_REPONS),
    points: "plane",
    sentence:
      "Two elements that should be answered alike. Training pulls their [[plane|repons]] together; meanwhile the decoder learns to ignore what still parts them, and the pull weakens. Here the repons are the faster ones.",
    question: {
      ask: "Will they meet before the pull has gone?",
      answer: "They do: ten times as fast as the decoder, they are together while it still pulls.",
    },
  },
  {
    id: "lost",
    title: "Out of reach",
    parts: pair(FAST_DECODER),
    points: "plane",
    sentence:
      "The same two, the same start, and a decoder that learns ten times as fast as they move. It no longer feels the difference between them, so nothing pulls: the [[plane|two]] stop apart, and each has to be learnt by heart.",
    question: {
      ask: "Which single number tells beforehand how it ends?",
      answer:
        "The load: how much of what the decoder may forget is used up by the distance. Above one they never meet.",
    },
  },
];
