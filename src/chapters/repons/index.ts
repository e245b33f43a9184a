/** @file Chapter 1, as the page sees it. */
import type { Chapter } from "../../kit/live/chapter";
import { SCENES } from "./scenes";

export const repons: Chapter = {
  id: "repons",
  scenes: SCENES,
  notes: async () => (await import("./notes")).NOTES,
  number: 1,
  title: "Repons",
  claim: "A network has understood a relation when the vectors of like elements meet.",
  place: "repons",
  live: true,
  pictures: ["latent", "curves", "relation"],
  guesses: ["step", "never"],
  load: async () => {
    const { Repons, Foot, Hero, PICTURES } = await import("./Repons");
    return { Body: Repons, Foot, Hero, pictures: PICTURES };
  },
};
