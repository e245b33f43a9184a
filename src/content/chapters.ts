/** @file The chapters that stand, in the order of the page. A chapter is added here when it works. */
import type { ComponentType } from "react";
import type { ChapterId } from "../experiment/link";
import { Repons } from "./Repons";

export interface Chapter {
  readonly id: ChapterId;
  readonly number: number;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly claim: string;
  /** Where on the paper's Figure 1 it belongs. */
  readonly place: "data" | "decoder" | "repons" | "rates" | "whole";
  readonly Body: ComponentType;
}

export const CHAPTER_LIST: readonly Chapter[] = [
  {
    id: "repons",
    number: 1,
    title: "Repons",
    claim: "A network has understood a relation when the vectors of like elements meet.",
    place: "repons",
    Body: Repons,
  },
];
