/** @file Figure 2: what follows from a sample, by inference and by the formulas. */
import { useMemo } from "react";
import { DATA_PARAMS } from "../../experiment/dataChoices";
import {
  chooseData,
  drawGuess,
  lookAtFraction,
  moveGuess,
  revealGuess,
  stopBound,
} from "../../state/boundActions";
import { MASKS } from "../../state/boundStudy";
import { boundChart } from "../../views/boundChart";
import type { BoundChartEvents } from "../../views/boundDrawing";
import { Figure } from "../Figure";
import { Segments } from "../Segments";
import { usePage, usePageStore } from "../StoreContext";
import { curveOf, guessError } from "./asked";
import { BoundFindings } from "./BoundFindings";
import { selectChart } from "./boundChartData";
import { shareText } from "./dataWords";
import { FigureSwitch } from "./FigureSwitch";

export function BoundPanel() {
  const store = usePageStore();
  const unit = usePage((state) => state.link.data.unit);
  const drawing = usePage((state) => state.bound.guess?.drawing ?? false);
  const events = useMemo(
    (): BoundChartEvents => ({
      onDraw: (handle, value) => moveGuess(store, handle, value),
      onReveal: () => revealGuess(store),
      onPoint: (fraction) => lookAtFraction(store, fraction),
    }),
    [store],
  );
  return (
    <div className="panel bound">
      <header>
        {!drawing && <FigureSwitch />}
        <Segments
          label="Data counted in"
          values={DATA_PARAMS.unit.values as Record<typeof unit, string>}
          value={unit}
          onChange={(next) => chooseData(store, { unit: next })}
        />
        {!drawing && <Progress />}
        <span className="spacer" />
        <GuessButtons />
      </header>
      <Figure view={boundChart} select={selectChart} events={events} className="figure" />
      <BoundFindings />
    </div>
  );
}

/** How many samples of each size have been made, and how to stop. */
function Progress() {
  const store = usePageStore();
  const masks = usePage((state) => curveOf(state)?.masks ?? 0);
  const status = usePage((state) => state.bound.status);
  const stopped = usePage((state) => state.bound.stopped);
  const guessed = usePage((state) => state.bound.guess !== null);
  if (status.kind === "failed")
    return <span role="alert">The curve could not be computed: {status.message}</span>;
  const words = `${masks} of ${MASKS} samples`;
  // What a guess is off by takes the place of what is known anyway.
  if (status.kind === "done" && guessed) return null;
  if (status.kind === "done") return <span className="note">mean of {MASKS} samples</span>;
  return (
    <span className="note progress">
      <progress max={MASKS} value={masks} aria-label={words} /> {words}{" "}
      <button type="button" onClick={() => stopBound(store, !stopped)}>
        {stopped ? "Start again" : "Stop"}
      </button>
    </span>
  );
}

function GuessButtons() {
  const store = usePageStore();
  const guess = usePage((state) => state.bound.guess);
  const error = usePage(guessError);
  if (!guess)
    return (
      <button type="button" onClick={() => drawGuess(store)}>
        Draw it first
      </button>
    );
  if (guess.drawing)
    return (
      <>
        <button type="button" className="lead" onClick={() => revealGuess(store)}>
          Show the curve
        </button>
        <button type="button" onClick={() => drawGuess(store, null)}>
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
      <button type="button" onClick={() => drawGuess(store)}>
        Draw again
      </button>
      <button type="button" aria-label="Put my curve away" onClick={() => drawGuess(store, null)}>
        ×
      </button>
    </>
  );
}
