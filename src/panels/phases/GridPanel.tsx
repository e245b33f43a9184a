/** @file The phase diagram, its rules drawn over it. */
import { useMemo } from "react";
import { goTo, latticeFor, openCell, slide } from "../../state/phases";
import { type PhaseGridEvents, phaseGrid } from "../../views/phaseGrid";
import { FigureOf } from "../Figure";
import { usePageStore } from "../StoreContext";
import { usePhases, useScene } from "./PhasesContext";
import { Problem } from "./Problem";
import { sceneScores, selectGrid } from "./phasesData";
import { ThresholdBar } from "./ThresholdBar";

export function GridPanel() {
  const store = usePageStore();
  const { scene, study } = usePhases();
  const status = useScene((now) => now.study.status.kind);
  const nothing = useScene(({ study: { named, status: now } }) => !named && now.kind === "failed");
  const events = useMemo(
    (): PhaseGridEvents => ({
      onMove: (place) => goTo(store, place),
      onOpen: (place) => openCell(store, study, place),
      onSlide: ({ id }, at) => {
        const now = scene.getState();
        const lattice = latticeFor(now.study.named);
        const moves = sceneScores(now)?.rules.find(({ rule }) => rule === id)?.moves;
        if (lattice && moves) slide(store, lattice, moves, at);
      },
    }),
    [store, study, scene],
  );
  return (
    <div className="panel grid" aria-busy={status === "loading"}>
      <ThresholdBar />
      <Problem />
      {!nothing && (
        <FigureOf
          store={scene}
          view={phaseGrid}
          select={selectGrid}
          events={events}
          className="figure"
        />
      )}
    </div>
  );
}
