/** @file How the panels of chapter 5 reach what it shows. */

import { useOf } from "../../kit/live/usePage";
import { type PairsState, pairsState } from "./model/store";

/** Renders again when what `select` gives is another value. */
export const usePairs = <Value>(select: (state: PairsState) => Value): Value =>
  useOf(pairsState, select);
