/** @file The phase diagram, its rules drawn over it. */

import { Figure } from "../../kit/live/Figure";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { currentScores, selectGrid } from "./model/gridData";
import { goTo, latticeFor, openCell, phasesState, slide } from "./model/phases";
import { Problem } from "./Problem";
import { ThresholdBar } from "./ThresholdBar";
import { phaseGrid } from "./view/grid";

export function GridPanel() {
  const store = usePageStore();
  const status = useOf(phasesState, (now) => now.study.status.kind);
  const nothing = useOf(
    phasesState,
    ({ study: { named, status: now } }) => !named && now.kind === "failed",
  );
  const slideTo = (id: string, at: number) => {
    const now = phasesState(store).getState();
    const lattice = latticeFor(now.study.named);
    const moves = currentScores(now)?.rules.find(({ rule }) => rule === id)?.moves;
    if (lattice && moves) slide(store, lattice, moves, at);
  };
  return (
    <div className="panel grid" data-thing="grid" aria-busy={status === "loading"}>
      <ThresholdBar />
      <Problem />
      {!nothing && (
        <Figure
          of={phasesState}
          view={phaseGrid}
          select={selectGrid}
          events={{
            onMove: (place) => goTo(store, place),
            onOpen: (place) => openCell(store, place),
            onSlide: ({ id }, at) => slideTo(id, at),
          }}
        />
      )}
    </div>
  );
}
