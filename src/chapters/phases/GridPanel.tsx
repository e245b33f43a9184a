/** @file The phase diagram, its rules drawn over it. */

import { Figure } from "../../kit/live/Figure";
import { moveGuess } from "../../kit/live/guess/actions";
import { GuessBox } from "../../kit/live/guess/GuessBox";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { currentScores } from "./model/gridData";
import { LINE_GUESS, selectGrid } from "./model/guess";
import { goTo, latticeFor, openCell, phasesState, slide } from "./model/phases";
import { Problem } from "./Problem";
import { ThresholdBar } from "./ThresholdBar";
import { phaseGrid } from "./view/grid";

const table = async () => (await import("./view/gridTable")).gridTable;

export function GridPanel() {
  const store = usePageStore();
  const status = useOf(phasesState, (now) => now.study.status.kind);
  const nothing = useOf(
    phasesState,
    ({ study: { named, status: now } }) => !named && now.kind === "failed",
  );
  const guessing = useOf(phasesState, LINE_GUESS.asked.open);
  const slideTo = (id: string, at: number) => {
    const now = phasesState(store).getState();
    const lattice = latticeFor(now.study.named);
    const moves = currentScores(now)?.rules.find(({ rule }) => rule === id)?.moves;
    if (lattice && moves) slide(store, lattice, moves, at);
  };
  return (
    <div className="panel grid" data-thing="grid" aria-busy={status === "loading"}>
      <header>
        {!guessing && <ThresholdBar />}
        <GuessBox {...LINE_GUESS} />
      </header>
      <Problem />
      {!nothing && (
        <Figure
          of={phasesState}
          view={phaseGrid}
          select={selectGrid}
          table={table}
          events={{
            onGuess: (ratio) => moveGuess(store, { kind: "line", values: [ratio] }),
            onMove: (place) => goTo(store, place),
            onOpen: (place) => openCell(store, place),
            onSlide: ({ id }, at) => slideTo(id, at),
          }}
        />
      )}
    </div>
  );
}
