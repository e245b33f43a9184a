/** @file Why no cells are shown: a recording that is missing, workers that were lost; and what can be done. */

import { choose } from "../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { isMissing } from "../../kit/study/model/studyState";
import { gridHere, PHASES_PART } from "./model/choices";
import { choicesLike, latticeFor, ownGrid, phasesState } from "./model/phases";
import { gridSize } from "./model/words";

export function Problem() {
  const status = useOf(phasesState, (now) => now.study.status);
  const missing = useOf(phasesState, (now) => isMissing(now.study));
  if (status.kind !== "failed") return null;
  return (
    <div className="problem" role="alert">
      <p>{status.message}</p>
      {missing && <Instead />}
    </div>
  );
}

/** Offers to train what is not recorded: the figure's own plane where that is known. */
function Instead() {
  const store = usePageStore();
  const named = useOf(phasesState, (now) => now.study.named);
  const phases = usePart(PHASES_PART);
  const lattice = latticeFor(named);
  if (!named || !lattice)
    return (
      <button type="button" onClick={() => choose(store, PHASES_PART, { figure: "here" })}>
        Set up a grid here
      </button>
    );
  const here = { ...phases, ...choicesLike(named, lattice, phases) };
  return (
    <>
      <p>
        So nothing is known of these cells yet. Press one to train its network, or set up such a
        grid to be trained here: {gridSize(gridHere(here, named.experiment.base))}, not{" "}
        {gridSize(named)}.
      </p>
      <button type="button" onClick={() => ownGrid(store)}>
        Set up such a grid here
      </button>
    </>
  );
}
