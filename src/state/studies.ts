/**
 * @file The page's studies, on one pool: one for each group of figures that is shown at once, so four
 * for the four relations of Figure 4. `own` is the reader's network beside those of Figure 3.
 */
import { FIGURE_4_RELATIONS, type Figure4Relation } from "../experiment/figure4";
import { createStudy, type Study, type StudyPlace } from "./study";

type StudyName = "data" | "own" | "phases" | `depth ${Figure4Relation}`;

const STUDIES: readonly StudyName[] = [
  "data",
  "own",
  "phases",
  ...FIGURE_4_RELATIONS.map((relation): StudyName => `depth ${relation}`),
];
export type Studies = Readonly<Record<StudyName, Study>>;

export const createStudies = (place: StudyPlace): Studies =>
  Object.fromEntries(STUDIES.map((name) => [name, createStudy(place)])) as unknown as Studies;
