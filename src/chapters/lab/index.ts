/** @file Chapter 7, as the page sees it. */
import type { Chapter } from "../../kit/live/chapter";
import { LAB_PART } from "./model/choices";
import { SCENES } from "./scenes";

export const lab: Chapter = {
  id: "lab",
  part: LAB_PART,
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  number: 7,
  title: "Lab",
  claim: "A relation of your own, two runs side by side, and a copy of everything.",
  place: "whole",
  live: true,
  guesses: [],
  load: async () => {
    const { Lab, Foot, Hero } = await import("./Lab");
    return { Body: Lab, Foot, Hero };
  },
};
