/** @file Chapter 4, as the page sees it. */

import type { Chapter } from "../../kit/live/chapter";
import { TWO_REPONS_PART } from "./model/params";
import { SCENES } from "./scenes";

export const twoRepons: Chapter = {
  id: "two-repons",
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  part: TWO_REPONS_PART,
  number: 4,
  title: "Two repons",
  claim: "A spring pulls two repons together and weakens as the decoder learns: who is faster?",
  place: "rates",
  live: false,
  guesses: ["distance", "never"],
  load: async () => {
    const { TwoRepons, Foot, Hero, PLAYER } = await import("./TwoRepons");
    return { Body: TwoRepons, Foot, Hero, player: PLAYER };
  },
};
