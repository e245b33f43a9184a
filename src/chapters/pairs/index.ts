/** @file Chapter 5, as the page sees it. */
import type { Chapter } from "../../kit/live/chapter";
import { PAIRS_PART } from "./model/choices";
import { SCENES } from "./scenes";

export const pairs: Chapter = {
  id: "pairs",
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  formerly: ["network"],
  part: PAIRS_PART,
  number: 5,
  title: "Theory meets network",
  claim: "Two repons of a real network, held against what Eq. 7 says that they do next.",
  place: "rates",
  live: true,
  guesses: ["step", "never"],
  load: async () => {
    const { Pairs, Foot, Hero } = await import("./Pairs");
    return { Body: Pairs, Foot, Hero };
  },
};
