/** @file The scenes of chapter 3: depth enough, and with a slow encoder too much. */
import type { Scene } from "../../kit/live/model/scene";
import { FIGURE_4_PART, type Figure4Choices, figure4 } from "./model/figure4";

/** The network of a depth, with the figure that it is of. */
function network(choices: Partial<Figure4Choices>, depth: number) {
  const chosen = { ...FIGURE_4_PART.initial, ...choices };
  return {
    settings: { ...figure4(chosen).experiment.base, depth },
    parts: { [FIGURE_4_PART.key]: chosen },
  };
}

export const SCENES: readonly Scene[] = [
  {
    id: "deep-enough",
    title: "Deep enough",
    ...network({}, 3),
    at: 2000,
    pace: "log",
    knobs: ["depth"],
    points: "chart",
    sentence:
      "Every [[chart|dot]] is a network with a decoder of so many layers. One without hidden layers cannot even fit what it is shown. The network at the side has {layers}, and gets {test} of what it was not shown.",
    question: {
      ask: "The paper expects a zone: deep enough, and not too deep. Where would too deep begin?",
      answer:
        "At these rates hardly anywhere: where train accuracy is high, test accuracy mostly follows. The next scene slows the encoder down.",
    },
  },
  {
    id: "too-deep",
    title: "Too deep",
    ...network({ encoder: "slow" }, 4),
    at: 4000,
    pace: "log",
    knobs: ["depth"],
    points: "chart",
    sentence:
      "The same figure with an encoder ten times as slow. Now a deep [[chart|decoder]] is done before the repons have moved: the one at the side has {layers} layers, knows {train} of what it was shown and {test} of what it was not.",
  },
];
