/**
 * @file What of the pairs is looked at: which two, how far ahead, by which theory, among which, and the
 * picture beside.
 */
import { entryChoice, entryNumber, type ValuesOf } from "../../../experiment/entry";
import { entryPart } from "../../../kit/live/model/linkPart";

const element = (label: string) =>
  entryNumber({
    label,
    initial: -1,
    min: -1,
    max: 59,
    scale: "integer",
    help: "An element of the pair; -1 takes the closest two.",
  });

export const PAIRS_PARAMS = {
  one: element("first of the pair"),
  other: element("second of the pair"),
  horizon: entryChoice<"100" | "1000" | "10000">({
    label: "steps ahead",
    initial: "1000",
    values: { 100: "100", 1000: "1,000", 10000: "10,000" },
    help: "How far the two are followed.",
  }),
  theory: entryChoice<"alone" | "drive" | "bend">({
    label: "theory",
    initial: "alone",
    values: { alone: "Eq. 7 alone", drive: "with drive", bend: "with drive, bend" },
    help: "By what they are predicted.",
  }),
  scope: entryChoice<"all" | "near">({
    label: "pairs",
    initial: "near",
    values: { all: "all pairs", near: "nearer half" },
    help: "Over which pairs a correlation is taken: all, or those nearer than the median.",
  }),
  aside: entryChoice<"latent" | "past">({
    label: "beside",
    initial: "latent",
    values: { latent: "latent space", past: "C along the run" },
    help: "The picture beside.",
  }),
} as const;

export type PairsEntry = ValuesOf<typeof PAIRS_PARAMS>;

/** Its part of the link. */
export const PAIRS_PART = entryPart("pairs", PAIRS_PARAMS);
