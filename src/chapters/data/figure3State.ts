/** @file All that the panels of Figure 3 show: chapter 2, both studies, and what of them is looked at. */
import { useEffect } from "react";
import { perPage } from "../../kit/live/model/perPage";
import { useOf, usePage } from "../../kit/live/usePage";
import { join } from "../../kit/state/join";
import { pageStudy } from "../../kit/study/model/studies";
import { useStudy } from "../../kit/study/useStudies";
import { dataState } from "./model/boundStudy";
import { createNetworksView, type NetworksScene, openFigure3 } from "./model/figure3";

export const figureStudy = pageStudy();
/** The reader's own network at the same fractions. */
export const ownStudy = pageStudy();
export const FIGURE_3_STUDIES = [figureStudy, ownStudy];

export const networksView = perPage(createNetworksView);

export const networksScene = perPage((page) =>
  join<NetworksScene>({
    data: dataState(page),
    study: figureStudy(page).store,
    own: ownStudy(page).store,
    view: networksView(page),
  }),
);

/** Renders again when what `select` gives is another value. */
export const useNetworksScene = <Value>(select: (scene: NetworksScene) => Value): Value =>
  useOf(networksScene, select);

/** Opens the figure of the page's relation, now and whenever it is another. */
export function useFigure3(): void {
  const study = useStudy(figureStudy);
  const own = useStudy(ownStudy);
  const settings = usePage((state) => state.link.settings);
  useEffect(() => openFigure3(settings, study, own), [settings, study, own]);
}
