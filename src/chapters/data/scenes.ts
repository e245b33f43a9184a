/** @file The scenes of chapter 2: what follows from a few pairs, for whom, and what networks make of them. */
import type { Scene } from "../../kit/live/model/scene";
import { DATA_PART, type DataChoices } from "./model/choices";

const looks = (choices: Partial<DataChoices>) => ({
  [DATA_PART.key]: { ...DATA_PART.initial, ...choices },
});

export const SCENES: readonly Scene[] = [
  {
    id: "enough",
    title: "Enough is little",
    points: "bound",
    sentence:
      "Whoever knows that there are classes needs to see few pairs: like and like make like. The [[bound|bound]] says how many pairs the best student gets right who was shown the share on the axis, and guesses where nothing follows.",
    question: {
      ask: "Where does the curve leave the ground, and where does it reach 0.9?",
      answer:
        "It rises where the pairs that were shown begin to join into chains. The paper predicts the place of the rise from one number, the bits that describe the relation: the other curves.",
    },
  },
  {
    id: "knowing-less",
    title: "Knowing less",
    parts: looks({ class: "symmetric" }),
    points: "bound",
    sentence:
      "The same relation, for a student who knows only that order does not matter. From a pair shown nothing follows but its mirror image, so the [[bound|bound]] rises all the way, and never faster than the pairs come in.",
    question: {
      ask: "Nothing about the data has changed. What has?",
      answer:
        "What is known beforehand. Bias, not data, makes the difference between the two curves.",
    },
  },
  {
    id: "networks",
    title: "And networks?",
    parts: looks({ figure: "networks" }),
    points: "bound",
    sentence:
      "Trained networks, a dot for every seed, beside the [[bound|bound]] of the student who knows the class. Nobody told the networks about classes: what they lack to the bound is what they had to find out.",
  },
];
