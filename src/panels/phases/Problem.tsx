/** @file Why no cells are shown: a recording that is missing, workers that were lost; and what can be done. */
import { gridHere } from "../../experiment/phaseChoices";
import { choicesLike, choosePhases, latticeFor, ownGrid } from "../../state/phases";
import { isMissing } from "../../state/studyState";
import { usePageStore } from "../StoreContext";
import { usePhases, useScene } from "./PhasesContext";
import { gridSize } from "./phasesWords";

export function Problem() {
  const status = useScene((now) => now.study.status);
  const missing = useScene((now) => isMissing(now.study));
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
  const { study } = usePhases();
  const named = useScene((now) => now.study.named);
  const { phases } = useScene((now) => now.page.link);
  const lattice = latticeFor(named);
  if (!named || !lattice)
    return (
      <button type="button" onClick={() => choosePhases(store, { figure: "here" })}>
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
      <button type="button" onClick={() => ownGrid(store, study)}>
        Set up such a grid here
      </button>
    </>
  );
}
