/** @file Chapter 2, as the page sees it. */

import type { Chapter } from "../../kit/live/chapter";
import { DATA_PART } from "./model/choices";
import { SCENES } from "./scenes";

export const data: Chapter = {
  id: "data",
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  answer: async () => (await import("./model/answer")).ANSWER,
  part: DATA_PART,
  number: 2,
  title: "How much data?",
  claim: "Who knows the kind of a relation needs to see few of its pairs: the rest follows.",
  place: "data",
  live: false,
  guesses: ["curve", "follow"],
  load: async () => {
    const { Data, Hero } = await import("./Data");
    return { Body: Data, Hero, player: null };
  },
};
