/** @file The stored way of the chosen cell's network, played at once. */

import { useEffect } from "react";
import { calm, onCalm } from "../../kit/draw/calm";
import { Figure } from "../../kit/live/Figure";
import { curvesNumbers, latentNumbers } from "../../kit/live/tables";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { curves } from "../../kit/live/view/curves";
import { latent } from "../../kit/live/view/latent";
import { grouped } from "../../theory/grouped";
import { chosenReplica, phasesState, replayStore, showMoment } from "./model/phases";
import { selectReplayCurves, selectReplayLatent } from "./model/replayData";

/** Milliseconds for which a moment stands while it is played. */
const BEAT = 45;

export function ReplayPanel() {
  const page = usePageStore();
  const replica = useOf(phasesState, (now) => now.replay.replica);
  const count = useOf(phasesState, (now) => now.replay.moments.length);
  const step = useOf(phasesState, ({ replay: { moments, at } }) => moments[at]?.step ?? null);
  const problem = useOf(phasesState, (now) => now.replay.problem);
  const stored = useOf(phasesState, (now) => {
    const chosen = chosenReplica(now);
    return chosen !== null && now.study.results[chosen] !== null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another replica is played anew
  useEffect(() => {
    if (count === 0) return;
    const last = count - 1;
    const timer = setInterval(() => {
      const { at } = replayStore(page).getState();
      if (at >= last) clearInterval(timer);
      else showMoment(page, at + 1);
    }, BEAT);
    const jump = () => {
      clearInterval(timer);
      showMoment(page, last);
    };
    if (calm()) jump();
    const unlisten = onCalm(jump);
    return () => {
      unlisten();
      clearInterval(timer);
    };
  }, [page, replica, count]);
  const scrub = (wanted: number) => {
    const { moments } = replayStore(page).getState();
    const after = moments.findIndex((moment) => moment.step > wanted);
    showMoment(page, after < 0 ? moments.length - 1 : after - 1);
  };
  if (replica === null) return null;
  const waiting = count === 0;
  const unknown = waiting && !stored;
  // The pictures are made before there is anything to draw, so that training finds them ready.
  const ready = (drawn: boolean) => `figure${drawn && problem === null ? "" : " waiting"}`;
  return (
    <>
      {problem !== null && <p className="note">{problem}</p>}
      <div className="panel latent">
        <header>
          <h2>Latent space</h2>
          <span className="note">
            {unknown ? "before training" : waiting ? "" : `stored, step ${grouped(step ?? 0)}`}
          </span>
        </header>
        <Figure
          of={phasesState}
          view={latent}
          select={selectReplayLatent}
          table={latentNumbers}
          className={ready(unknown || !waiting)}
        />
      </div>
      <div className="panel curves">
        <header>
          <h2>Accuracy</h2>
          <span className="note">
            {unknown ? "train the grid, or this network alone" : waiting ? "loading" : "stored"}
          </span>
        </header>
        <Figure
          of={phasesState}
          view={curves}
          select={selectReplayCurves}
          table={curvesNumbers}
          events={{ onScrub: scrub }}
          className={ready(!waiting)}
        />
      </div>
    </>
  );
}
