/** @file The relations of the gallery in their order. */
import { commute, subsets } from "./algebra";
import { foodWeb } from "./nature";
import { coprime, divides } from "./numbers";
import { ancestors, blood, tournament } from "./people";
import { borders } from "./places";
import { morse, rhymes } from "./words";

export const GALLERY = {
  divides,
  coprime,
  subsets,
  commute,
  rhymes,
  morse,
  ancestors,
  blood,
  borders,
  tournament,
  foodWeb,
} as const;
export type ExampleName = keyof typeof GALLERY;
