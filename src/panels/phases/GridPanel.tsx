/** @file The phase diagram, its rules drawn over it. */
import { useMemo } from "react";
import { choosePhases, goTo, openCell } from "../../state/phases";
import { type PhaseGridEvents, phaseGrid } from "../../views/phaseGrid";
import { FigureOf } from "../Figure";
import { usePageStore } from "../StoreContext";
import { usePhases, useScene } from "./PhasesContext";
import { selectGrid } from "./phasesData";
import { ThresholdBar } from "./ThresholdBar";

export function GridPanel() {
  const store = usePageStore();
  const { scene, study } = usePhases();
  const status = useScene((now) => now.study.status);
  const events = useMemo(
    (): PhaseGridEvents => ({
      onMove: (place) => goTo(store, place),
      onOpen: (place) => openCell(store, study, place),
    }),
    [store, study],
  );
  return (
    <div className="panel grid" aria-busy={status.kind === "loading"}>
      <ThresholdBar />
      {status.kind === "failed" && (
        <p className="problem" role="alert">
          {status.message}{" "}
          <button type="button" onClick={() => choosePhases(store, { figure: "here" })}>
            Train a grid here
          </button>
        </p>
      )}
      <FigureOf
        store={scene}
        view={phaseGrid}
        select={selectGrid}
        events={events}
        className="figure"
      />
    </div>
  );
}
