/** @file The scenes of chapter 1: strangers, how they meet, and what else may become of them. */
import { LOOK_PART } from "../../kit/live/model/look";
import type { Scene } from "../../kit/live/model/scene";
import { PRESETS } from "./model/presets";

/** Encoder a hundred times as fast as the paper's; of the first seeds the one whose classes meet in one heap each. */
const FAST = { encoderRate: 0.1, seed: 5 } as const;

export const SCENES: readonly Scene[] = [
  {
    id: "strangers",
    title: "Strangers",
    settings: FAST,
    at: 0,
    pace: "log",
    parts: { look: { ...LOOK_PART.initial, trails: "off" } },
    knobs: ["encoderRate"],
    points: "repon",
    withholds: "verdict",
    sentence:
      "{n} [[repon|dots]], one for each number from 0 to {last}, stand at random places. The network will be shown pairs of numbers, and for each the right answer to one question: do both leave the same remainder when divided by 3?",
    question: {
      ask: "Nobody tells it that there are remainders. Where will the dots go?",
      answer:
        "Watch: the dots of one remainder (one colour) run together, because they must be answered alike.",
      plays: 128,
    },
  },
  {
    id: "meet",
    title: "They meet",
    settings: FAST,
    at: 128,
    pace: "log",
    knobs: ["encoderRate"],
    points: "repon",
    sentence:
      "{classes} classes, {heaps} heaps. Elements that stand [[repon|in one place]] get the same answers, so the network is right about {test} of the pairs that it was [[test|never shown]].",
    question: {
      ask: "It was shown three quarters of the pairs. How can it know the others?",
      answer:
        "From the places. Whoever stands where 4 stands is treated as 4 is, also in a pair that was held out.",
    },
  },
  {
    id: "defaults",
    title: "The paper’s rates",
    at: 1000,
    pace: "log",
    knobs: ["encoderRate", "decoderRate"],
    points: "repon",
    sentence:
      "With the paper’s own rates test accuracy is {test}, and yet the {classes} classes stand in {heaps} [[repon|separate places]]. What like elements need to share is the answers, not the place: a flexible decoder can treat several places alike.",
    question: {
      ask: "Test accuracy is high, and the classes have not met. Has it understood?",
      answer:
        "By Table 4 of the paper yes: test accuracy passed 0.9 soon after train accuracy. Meeting nearly implies generalising; generalising does not imply meeting.",
    },
  },
  {
    id: "memorised",
    title: "By heart",
    settings: { ...PRESETS.memorisation.changes },
    at: 4000,
    pace: "log",
    knobs: ["encoderRate", "decoderRate"],
    points: "test",
    sentence:
      "A slow [[encoderRate|encoder]] and a fast [[decoderRate|decoder]]: it knows {train} of what it was [[train|shown]] and {test} of what it was [[test|not]]. The dots have hardly moved. The decoder has learnt the pairs by heart, at the places where they happened to be.",
    question: {
      ask: "Would more training help?",
      answer:
        "Not here: everything shown is answered right already, so there is next to nothing left that pulls the dots.",
    },
  },
  {
    id: "late",
    title: "Late",
    settings: { ...PRESETS.grokking.changes },
    at: 12_000,
    pace: "log",
    knobs: ["encoderRate", "decoderRate", "decoderDecay"],
    points: "verdict",
    sentence:
      "The same two rates, and a decoder that [[decoderDecay|forgets]] a little with every step. What it was shown it knows from step {trainStep} on; what it was not, from step {testStep}. Such a delay of more than 1,000 steps is called [[verdict|grokking]].",
    question: {
      ask: "What decides which of all this happens?",
      answer:
        "Two speeds: that of the dots and that of the decoder. The last chapter lays out hundreds of networks in the plane of the two.",
    },
  },
];
