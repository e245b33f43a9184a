/** @file Where the shown cells come from, and what stopping early has saved. */

import { useOf, usePageStore } from "../../kit/live/usePage";
import { isMissing, type StudyState } from "../../kit/study/model/studyState";
import { grouped } from "../../theory/grouped";
import { latticeFor, ownGrid, phasesState } from "./model/phases";

/** Share of the steps that finished replicas did not have to make. */
export function stepsSaved({
  settings,
  results,
}: Pick<StudyState, "settings" | "results">): number {
  let made = 0;
  let whole = 0;
  results.forEach((result, i) => {
    if (!result?.outcome) return;
    made += result.outcome.steps;
    whole += settings[i].steps;
  });
  return whole === 0 ? 0 : 1 - made / whole;
}

export function Provenance() {
  const study = useOf(phasesState, (now) => now.study);
  const store = usePageStore();
  const lattice = latticeFor(study.named);
  if (!study.named || !lattice || isMissing(study)) return null;
  const share = stepsSaved(study);
  const { batch, steps: horizon } = study.named.experiment.base;
  const { provenance } = study;
  return (
    <p className="provenance">
      {provenance && (
        <>
          <button type="button" className="own" onClick={() => ownGrid(store)}>
            Set up such a grid here
          </button>{" "}
        </>
      )}
      {provenance ? `Recorded ${provenance.date.slice(0, 10)}` : "Trained here"},{" "}
      {batch === 0 ? "full batch" : `batch ${batch}`}, {grouped(horizon)} steps,{" "}
      {lattice.seeds.length} {lattice.seeds.length === 1 ? "seed" : "seeds"} a cell.
      {provenance && ` Stopping soon after Table 4’s verdict saved ${Math.round(100 * share)} %.`}
    </p>
  );
}
