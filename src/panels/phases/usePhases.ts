/** @file How the panels of chapter 6 reach what it shows. */

import { partOf } from "../../state/link";
import { PHASES_PART, type PhaseChoices } from "../../state/phaseChoices";
import { type PhasesState, phasesState } from "../../state/phases";
import { useOf, usePage } from "../StoreContext";

/** Renders again when what `select` gives is another value. */
export const usePhases = <Value>(select: (state: PhasesState) => Value): Value =>
  useOf(phasesState, select);

export const useChoice = <Name extends keyof PhaseChoices>(name: Name): PhaseChoices[Name] =>
  usePage(({ link }) => partOf(link, PHASES_PART)[name]);

export const useChoices = (): PhaseChoices => usePage(({ link }) => partOf(link, PHASES_PART));
