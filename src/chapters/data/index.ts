/** @file Chapter 2, as the page sees it. */

import type { Chapter } from "../../state/chapter";
import { DATA_PART } from "../../state/dataChoices";

export const data: Chapter = {
  id: "data",
  part: DATA_PART,
  number: 2,
  title: "How much data?",
  claim: "Who knows the kind of a relation needs to see few of its pairs: the rest follows.",
  place: "data",
  live: false,
  load: async () => {
    const { HowMuchData } = await import("../../content/HowMuchData");
    return { Body: HowMuchData };
  },
};
