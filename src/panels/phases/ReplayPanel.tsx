/** @file The stored way of the chosen cell's network, played at once. */
import { useEffect, useMemo } from "react";
import { chosenReplica, showMoment } from "../../state/phases";
import { steps } from "../../state/verdict";
import { type CurvesEvents, curves } from "../../views/curves";
import { latent } from "../../views/latent";
import { FigureOf } from "../Figure";
import { usePhases, useScene } from "./PhasesContext";
import { selectReplayCurves, selectReplayLatent } from "./replayData";

/** Milliseconds for which a moment stands while it is played. */
const BEAT = 45;
const NO_EVENTS = {};

export function ReplayPanel() {
  const { scene, replay } = usePhases();
  const replica = useScene((now) => now.replay.replica);
  const count = useScene((now) => now.replay.moments.length);
  const step = useScene(({ replay: { moments, at } }) => moments[at]?.step ?? null);
  const problem = useScene((now) => now.replay.problem);
  const stored = useScene((now) => {
    const chosen = chosenReplica(now);
    return chosen !== null && now.study.results[chosen] !== null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another replica is played anew
  useEffect(() => {
    if (count === 0) return;
    const last = count - 1;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      showMoment(replay, last);
      return;
    }
    const timer = setInterval(() => {
      const { at } = replay.getState();
      if (at >= last) clearInterval(timer);
      else showMoment(replay, at + 1);
    }, BEAT);
    return () => clearInterval(timer);
  }, [replay, replica, count]);
  const events = useMemo(
    (): CurvesEvents => ({
      onScrub: (wanted) => {
        const { moments } = replay.getState();
        const after = moments.findIndex((moment) => moment.step > wanted);
        showMoment(replay, after < 0 ? moments.length - 1 : after - 1);
      },
    }),
    [replay],
  );
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
            {unknown ? "before training" : waiting ? "" : `stored, step ${steps(step ?? 0)}`}
          </span>
        </header>
        <FigureOf
          store={scene}
          view={latent}
          select={selectReplayLatent}
          events={NO_EVENTS}
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
        <FigureOf
          store={scene}
          view={curves}
          select={selectReplayCurves}
          events={events}
          className={ready(!waiting)}
        />
      </div>
    </>
  );
}
