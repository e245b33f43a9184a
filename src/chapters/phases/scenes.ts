/** @file The scenes of chapter 6: the plane of the two rates, and what divides it. */
import type { Scene } from "../../kit/live/model/scene";
import { PHASES_PART, type PhaseChoices } from "./model/choices";

const looks = (choices: Partial<PhaseChoices>) => ({
  [PHASES_PART.key]: { ...PHASES_PART.initial, ...choices },
});

export const SCENES: readonly Scene[] = [
  {
    id: "rates",
    title: "Two rates decide",
    parts: looks({ column: 6, row: 3 }),
    points: "grid",
    sentence:
      "Every [[grid|cell]] is a network like those before, trained to its end. Only two numbers differ: how fast the repons move, from left to right, and how fast the decoder learns, from below upwards. What becomes of it depends on where it lies.",
    question: {
      ask: "The paper says that one line divides the plane. Where would you draw it?",
      answer:
        "The rules beside the diagram are such lines, each with the share of cells that it gets right. The line of the best ratio is drawn.",
    },
  },
  {
    id: "by-heart",
    title: "The edge of rote",
    parts: looks({ column: 0, row: 6 }),
    points: "grid",
    sentence:
      "The left edge, far up: a slow encoder and a fast decoder, as in “By heart”. The chosen [[grid|cell]] is outlined, and what was kept of its network is played beside the diagram.",
  },
  {
    id: "another-relation",
    title: "Another relation",
    parts: looks({ figure: "figure-5-greater-than" }),
    points: "grid",
    sentence:
      "The same plane for “greater-than”, in which repons should line up instead of meeting. If one rule held for every relation, the [[grid|border]] would lie where it lay before.",
    question: {
      ask: "Does it lie in the same place?",
      answer:
        "Compare the thresholds that the rules give for the two figures: the shape is alike, the place is not.",
    },
  },
];
