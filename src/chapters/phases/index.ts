/** @file Chapter 6, as the page sees it. */

import type { Chapter } from "../../kit/live/chapter";
import { PHASES_PART } from "./model/choices";
import { SCENES } from "./scenes";

export const phases: Chapter = {
  id: "phases",
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  answer: async () => (await import("./model/answer")).ANSWER,
  part: PHASES_PART,
  number: 6,
  title: "Phases",
  claim: "Hundreds of networks in a plane of two knobs, and the rules that claim to divide them.",
  place: "rates",
  live: true,
  guesses: ["line"],
  load: async () => {
    const { Phases, Hero } = await import("./Phases");
    return { Body: Phases, Hero, player: null };
  },
};
