/** @file Figure 3: networks against the bound. */

import { Figure } from "../../kit/live/Figure";
import { change, landing } from "../../kit/live/model/actions";
import { useOf, usePage, usePageStore } from "../../kit/live/usePage";
import { StudyBar } from "../../kit/study/StudyBar";
import { useStudy } from "../../kit/study/useStudies";
import { Segments } from "../../kit/ui/Segments";
import { FigureSwitch, UnitSwitch } from "./FigureSwitch";
import { figure3State, figure3View, figureStudy } from "./figure3State";
import { replicaIn } from "./model/figure3";
import { MEASURE_WORDS, selectNetworks } from "./model/figure3Data";
import { figure3, isRecorded } from "./model/figure3Experiment";
import { StepBar } from "./StepBar";
import { useWanted } from "./useWanted";
import { networksChart } from "./view/figure3Chart";

const table = async () => (await import("./view/figure3Table")).figure3Table;

export function Figure3Panel() {
  const page = usePageStore();
  const study = useStudy(figureStudy);
  const view = figure3View(page);
  const settings = usePage((state) => state.link.settings);
  const measure = useOf(figure3State, (state) => state.view.measure);
  const pick = (replica: number) => {
    const { settings: picked } = replicaIn(figure3State(page).getState(), replica);
    // The picture is a frame behind: the dot may be of a study that has gone.
    if (picked) change(page, picked, landing(page));
  };
  return (
    <div className="panel bound" data-thing="bound">
      <header>
        <FigureSwitch />
        <UnitSwitch />

        <Segments
          label="Accuracy over"
          values={MEASURE_WORDS}
          value={measure}
          onChange={(next) => view.setState({ measure: next })}
        />
        <span className="spacer" />
        <StudyBar
          study={study}
          named={figure3(settings)}
          choose={useWanted()}
          recorded={isRecorded(settings)}
        />
      </header>
      <Figure
        of={figure3State}
        view={networksChart}
        select={selectNetworks}
        table={table}
        events={{ onPick: pick }}
      />
      <StepBar />
    </div>
  );
}
