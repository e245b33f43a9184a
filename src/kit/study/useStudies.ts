/** @file How panels reach studies. */
import { useEffect } from "react";
import { useStore } from "zustand";
import type { PerPage } from "../live/model/perPage";
import { usePageStore } from "../live/usePage";
import type { Study } from "./model/study";
import type { StudyState } from "./model/studyState";

export const useStudy = (of: PerPage<Study>): Study => of(usePageStore());

/** A selection of a study's state; renders again when it changes. */
export const useStudyState = <T>(study: Study, select: (state: StudyState) => T): T =>
  useStore(study.store, select);

/** The studies train while the caller stands on the page, and rest while it does not. */
export function useShown(studies: readonly PerPage<Study>[]): void {
  const page = usePageStore();
  useEffect(() => {
    for (const of of studies) of(page).show(true);
    return () => {
      for (const of of studies) of(page).show(false);
    };
  }, [page, studies]);
}
