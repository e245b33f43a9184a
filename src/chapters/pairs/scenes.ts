/** @file The scenes of chapter 5: Eq. 7 held against a real pair, where it says something and where it does not. */
import type { Scene } from "../../kit/live/model/scene";
import { PRESETS } from "./model/presets";

const [late, , adam] = PRESETS;

export const SCENES: readonly Scene[] = [
  {
    id: "spring",
    title: "Is it a spring?",
    settings: late.changes,
    at: late.at,
    pace: "log",
    points: "track",
    sentence:
      "Two repons of one class in a real network, {step} steps into plain gradient descent. The [[track|lines]] say how far apart they will be by the theory of two repons, and how far apart they then are.",
    question: {
      ask: "Eq. 7 knows nothing of the other elements. For how long can it be right?",
      answer:
        "Not for long. The table gives its correlation with what all pairs really do in one step; with the drive of the other elements and the decoder’s bend added, the nearer half is met almost exactly.",
    },
  },
  {
    id: "not-adam",
    title: "Not with Adam",
    settings: adam.changes,
    at: adam.at,
    pace: "log",
    points: "track",
    sentence:
      "The paper’s default is Adam, which gives every number a rate of its own. Eq. 7 has one rate for the repons and one for the decoder, so here the [[track|lines]] need not agree: the table says how far they do.",
  },
];
