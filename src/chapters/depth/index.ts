/** @file Chapter 3, as the page sees it. */

import type { Chapter } from "../../kit/live/chapter";
import { FIGURE_4_PART } from "./model/figure4";
import { SCENES } from "./scenes";

export const depth: Chapter = {
  id: "depth",
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  answer: async () => (await import("./model/answer")).ANSWER,
  part: FIGURE_4_PART,
  number: 3,
  title: "How complex?",
  claim: "A decoder can be too shallow to fit what it is shown, and too deep to do more than that.",
  place: "decoder",
  live: true,
  guesses: ["band", "never"],
  load: async () => {
    const { Depth, Foot, Hero } = await import("./Depth");
    return { Body: Depth, Foot, Hero, player: null };
  },
};
