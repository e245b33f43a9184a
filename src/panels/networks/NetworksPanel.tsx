/** @file Figure 3: networks against the bound. */
import { figure3, isRecorded } from "../../experiment/figure3";
import { change, landing } from "../../state/actions";
import { replicaIn } from "../../state/networks";
import { networksChart } from "../../views/networksChart";
import { FigureSwitch } from "../data/FigureSwitch";
import { Figure } from "../Figure";
import { Segments } from "../Segments";
import { usePage, usePageStore } from "../StoreContext";
import { StudyBar } from "../StudyBar";
import { useStudy } from "../useStudies";
import { figureStudy, networksScene, networksView, useNetworksScene } from "./figure3State";
import { MEASURE_WORDS, selectNetworks } from "./networksData";
import { useWanted } from "./wanted";

export function NetworksPanel() {
  const page = usePageStore();
  const study = useStudy(figureStudy);
  const view = networksView(page);
  const settings = usePage((state) => state.link.settings);
  const measure = useNetworksScene((state) => state.view.measure);
  const pick = (replica: number) =>
    change(page, replicaIn(networksScene(page).getState(), replica).settings, landing(page));
  return (
    <div className="panel bound">
      <header>
        <FigureSwitch />
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
        of={networksScene}
        view={networksChart}
        select={selectNetworks}
        events={{ onPick: pick }}
      />
    </div>
  );
}
