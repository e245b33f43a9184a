/** @file Figure 2: what follows from a sample, by inference and by the formulas. */

import { Figure } from "../../kit/live/Figure";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { BoundFindings } from "./BoundFindings";
import { FigureSwitch, UnitSwitch } from "./FigureSwitch";
import { drawGuess, lookAtFraction, moveGuess, revealGuess, stopBound } from "./model/actions";
import { curveOf, guessError } from "./model/asked";
import { selectChart } from "./model/boundData";
import { boundStore, dataState } from "./model/boundStudy";
import { MASKS } from "./model/boundSubject";
import { shareText } from "./model/words";
import { boundChart } from "./view/boundChart";

export function BoundPanel() {
  const store = usePageStore();
  const bound = boundStore(store);
  const drawing = useOf(dataState, (state) => state.bound.guess?.drawing ?? false);
  return (
    <div className="panel bound" data-thing="bound">
      <header>
        {!drawing && <FigureSwitch />}
        <UnitSwitch />
        {!drawing && <Progress />}
        <span className="spacer" />
        <GuessButtons />
      </header>
      <Figure
        of={dataState}
        view={boundChart}
        select={selectChart}
        events={{
          onDraw: (handle, value) => moveGuess(bound, handle, value),
          onReveal: () => revealGuess(bound),
          onPoint: (fraction) => lookAtFraction(bound, fraction),
        }}
      />
      <BoundFindings />
    </div>
  );
}

/** How many samples of each size have been made, and how to stop. */
function Progress() {
  const bound = boundStore(usePageStore());
  const masks = useOf(dataState, (state) => curveOf(state)?.masks ?? 0);
  const status = useOf(dataState, (state) => state.bound.status);
  const stopped = useOf(dataState, (state) => state.bound.stopped);
  const guessed = useOf(dataState, (state) => state.bound.guess !== null);
  if (status.kind === "failed")
    return <span role="alert">The curve could not be computed: {status.message}</span>;
  const words = `${masks} of ${MASKS} samples`;
  // What a guess is off by takes the place of what is known anyway.
  if (status.kind === "done" && guessed) return null;
  if (status.kind === "done") return <span className="note">mean of {MASKS} samples</span>;
  return (
    <span className="note progress">
      <progress max={MASKS} value={masks} aria-label={words} /> {words}{" "}
      <button type="button" onClick={() => stopBound(bound, !stopped)}>
        {stopped ? "Start again" : "Stop"}
      </button>
    </span>
  );
}

function GuessButtons() {
  const bound = boundStore(usePageStore());
  const guess = useOf(dataState, (state) => state.bound.guess);
  const error = useOf(dataState, guessError);
  if (!guess)
    return (
      <button type="button" onClick={() => drawGuess(bound)}>
        Draw it first
      </button>
    );
  if (guess.drawing)
    return (
      <>
        <button type="button" className="lead" onClick={() => revealGuess(bound)}>
          Show the curve
        </button>
        <button type="button" onClick={() => drawGuess(bound, null)}>
          Never mind
        </button>
      </>
    );
  return (
    <>
      {error && (
        <output className="note">
          you are off by <b>{shareText(error.off)}</b>
        </output>
      )}
      <button type="button" onClick={() => drawGuess(bound)}>
        Draw again
      </button>
      <button type="button" aria-label="Put my curve away" onClick={() => drawGuess(bound, null)}>
        ×
      </button>
    </>
  );
}
