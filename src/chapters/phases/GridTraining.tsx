/** @file Trains the grid of one's own: start, pause, forget, how far it is and how long it takes. */

import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { StudyEngine } from "../../kit/study/StudyEngine";
import { useStudy } from "../../kit/study/useStudies";
import { PHASES_PART } from "./model/choices";
import { phasesOf } from "./model/gridData";
import { latticeFor, phasesState, phasesStudy, trainGrid } from "./model/phases";
import { surveyOf } from "./model/survey";
import { stepsSaved } from "./Provenance";

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

export function GridTraining() {
  const store = usePageStore();
  const study = useStudy(phasesStudy);
  const status = useOf(phasesState, (now) => now.study.status);
  const count = useOf(phasesState, (now) => now.study.results.length);
  const done = useOf(
    phasesState,
    (now) => phasesOf(now.study).filter((phase) => phase !== null).length,
  );
  const begun = useOf(phasesState, (now) => now.study.results.some((result) => result !== null));
  const seconds = useOf(phasesState, (now) => now.study.secondsLeft);
  const saved = useOf(phasesState, (now) => Math.round(100 * stepsSaved(now.study)));
  const boundary = usePart(PHASES_PART, ({ order }) => order) === "boundary";
  const inferred = useOf(phasesState, (now) => {
    const lattice = latticeFor(now.study.named);
    if (!lattice || !boundary) return 0;
    return surveyOf(lattice, phasesOf(now.study)).inferred.filter((phase) => phase !== null).length;
  });
  const engine = useOf(phasesState, (now) => now.study.engine);
  const kept = useOf(phasesState, (now) => now.study.unkept === null);
  const running = status.kind === "running";
  return (
    <div className="grid-training">
      <div className="buttons">
        {running ? (
          <button
            type="button"
            className="go"
            title="It rests by itself while another chapter is open"
            onClick={() => study.pause()}
          >
            Pause
          </button>
        ) : (
          <button
            type="button"
            className="go"
            disabled={status.kind === "loading" || done === count}
            onClick={() => trainGrid(store)}
          >
            {done === count ? "All trained" : begun ? "Train on" : `Train ${count} networks`}
          </button>
        )}
        <button type="button" disabled={!begun} onClick={() => void study.clear()}>
          Forget
        </button>
      </div>
      <progress max={count} value={done} aria-label="Networks with a verdict" />
      <p aria-live="off">
        {done} of {count} decided
        {running && seconds !== null && `, ${duration(seconds)} left`}
        {done > 0 && `; ${saved} % of their steps saved by stopping early`}
        {inferred > 0 && `; ${inferred} cells inferred, pale`}.
        {status.kind === "loading" && " What earlier visits left is being looked for."}
        {!running &&
          begun &&
          done < count &&
          !(boundary && inferred > 0) &&
          (kept ? " Paused; kept here." : " Paused; kept until the page is closed.")}
      </p>
      <StudyEngine engine={engine} />
    </div>
  );
}
