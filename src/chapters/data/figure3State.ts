/** @file All that the panels of Figure 3 show: chapter 2, both studies, and what of them is looked at. */
import { useEffect } from "react";
import { perPage } from "../../kit/live/model/perPage";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { join } from "../../kit/state/join";
import { pageStudy } from "../../kit/study/model/studies";
import { useStudy } from "../../kit/study/useStudies";
import { dataState } from "./model/boundStudy";
import { createFigure3View, type Figure3State, openFigure3 } from "./model/figure3";
import { createPast, startPastInquiry } from "./model/past";

export const figureStudy = pageStudy();
/** The reader's own network at the same fractions. */
export const ownStudy = pageStudy();
export const FIGURE_3_STUDIES = [figureStudy, ownStudy];

export const figure3View = perPage(createFigure3View);

const [figurePast, ownPast] = [1, 2].map(() => perPage(createPast));

export const figure3State = perPage((page) =>
  join<Figure3State>({
    data: dataState(page),
    study: figureStudy(page).store,
    own: ownStudy(page).store,
    past: figurePast(page),
    ownPast: ownPast(page),
    view: figure3View(page),
  }),
);

/** Opens the figure of the page's relation, now and whenever it is another. */
export function useFigure3(): void {
  const study = useStudy(figureStudy);
  const own = useStudy(ownStudy);
  const settings = usePage((state) => state.link.settings);
  useEffect(() => openFigure3(settings, study, own), [settings, study, own]);
  const page = usePageStore();
  useEffect(() => {
    const { subscribe } = figure3State(page);
    const looks = () => figure3View(page).getState().at !== null;
    const ends = [
      startPastInquiry({ study, subscribe, looks, write: figurePast(page).setState }),
      startPastInquiry({ study: own, subscribe, looks, write: ownPast(page).setState }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [page, study, own]);
}
