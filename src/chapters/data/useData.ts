/** @file How the panels of chapter 2 reach what it shows. */

import { partOf } from "../../kit/live/model/link";
import { useOf, usePage } from "../../kit/live/usePage";
import { type DataState, dataState } from "./model/boundStudy";
import { DATA_PART, type DataChoices } from "./model/choices";

/** Renders again when what `select` gives is another value. */
export const useData = <Value>(select: (state: DataState) => Value): Value =>
  useOf(dataState, select);

export const useChoices = (): DataChoices => usePage(({ link }) => partOf(link, DATA_PART));
