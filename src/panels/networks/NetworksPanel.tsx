/** @file Figure 3: networks against the bound. */
import { useMemo } from "react";
import { figure3, isRecorded } from "../../experiment/figure3";
import { change, visit } from "../../state/actions";
import { replicaIn } from "../../state/networks";
import { type NetworksChartEvents, networksChart } from "../../views/networksChart";
import { FigureSwitch } from "../data/FigureSwitch";
import { FigureOf } from "../Figure";
import { Segments } from "../Segments";
import { usePage, usePageStore } from "../StoreContext";
import { useStudy } from "../StudiesContext";
import { StudyBar } from "../StudyBar";
import { useNetworks, useNetworksScene } from "./NetworksContext";
import { MEASURE_WORDS, selectNetworks } from "./networksData";
import { useWanted } from "./wanted";

export function NetworksPanel() {
  const page = usePageStore();
  const study = useStudy("data");
  const { scene, view } = useNetworks();
  const settings = usePage((state) => state.link.settings);
  const measure = useNetworksScene((state) => state.view.measure);
  const events = useMemo(
    (): NetworksChartEvents => ({
      onPick: (replica) => {
        change(page, replicaIn(scene.getState(), replica).settings);
        visit(page, { chapter: "repons" });
      },
    }),
    [page, scene],
  );
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
      <FigureOf
        store={scene}
        view={networksChart}
        select={selectNetworks}
        events={events}
        className="figure"
      />
    </div>
  );
}
