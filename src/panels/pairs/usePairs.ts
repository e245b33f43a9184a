/** @file How the panels of chapter 5 reach what it shows. */
import { type PairsState, pairsState } from "../../state/pairStudy";
import { useOf } from "../StoreContext";

/** Renders again when what `select` gives is another value. */
export const usePairs = <Value>(select: (state: PairsState) => Value): Value =>
  useOf(pairsState, select);
