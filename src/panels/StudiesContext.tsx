/** @file The page's studies, for every panel. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Studies } from "../state/studies";
import type { Study } from "../state/study";
import type { StudyState } from "../state/studyState";

const Context = createContext<Studies | null>(null);

export const StudiesProvider = Context.Provider;

export function useStudies(): Studies {
  const studies = useContext(Context);
  if (!studies) throw new Error("a panel stands outside of the page");
  return studies;
}

export const useStudy = (name: keyof Studies): Study => useStudies()[name];

/** A selection of a study's state; renders again when it changes. */
export const useStudyState = <T,>(study: Study, select: (state: StudyState) => T): T =>
  useStore(study.store, select);
