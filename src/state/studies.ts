/**
 * @file The page's studies: one for each chapter that has one, on one pool.
 */
import { createStudy, type Study, type StudyPlace } from "./study";

export const STUDIES = ["data", "depth", "phases"] as const;
export type Studies = Readonly<Record<(typeof STUDIES)[number], Study>>;

export const createStudies = (place: StudyPlace): Studies =>
  Object.fromEntries(STUDIES.map((name) => [name, createStudy(place)])) as unknown as Studies;
