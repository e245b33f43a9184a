/** @file How the panels of chapter 6 reach what it shows. */

import { partOf } from "../../kit/live/model/link";
import { useOf, usePage } from "../../kit/live/usePage";
import { PHASES_PART, type PhaseChoices } from "./model/choices";
import { type PhasesState, phasesState } from "./model/phases";

/** Renders again when what `select` gives is another value. */
export const usePhases = <Value>(select: (state: PhasesState) => Value): Value =>
  useOf(phasesState, select);

export const useChoice = <Name extends keyof PhaseChoices>(name: Name): PhaseChoices[Name] =>
  usePage(({ link }) => partOf(link, PHASES_PART)[name]);

export const useChoices = (): PhaseChoices => usePage(({ link }) => partOf(link, PHASES_PART));
