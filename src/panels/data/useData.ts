/** @file How the panels of chapter 2 reach what it shows. */

import { type DataState, dataState } from "../../state/boundStudy";
import { DATA_PART, type DataChoices } from "../../state/dataChoices";
import { partOf } from "../../state/link";
import { useOf, usePage } from "../StoreContext";

/** Renders again when what `select` gives is another value. */
export const useData = <Value>(select: (state: DataState) => Value): Value =>
  useOf(dataState, select);

export const useChoices = (): DataChoices => usePage(({ link }) => partOf(link, DATA_PART));
