/** @file Figure 2: what follows from a sample, by inference and by the formulas. */

import { Figure } from "../../kit/live/Figure";
import { moveGuess, revealGuess } from "../../kit/live/guess/actions";
import { GuessBox } from "../../kit/live/guess/GuessBox";
import { guessAmong } from "../../kit/live/guess/guess";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { BoundFindings } from "./BoundFindings";
import { FigureSwitch, UnitSwitch } from "./FigureSwitch";
import { lookAtFraction, stopBound } from "./model/actions";
import { curveOf } from "./model/asked";
import { selectChart } from "./model/boundData";
import { boundStore, dataState } from "./model/boundStudy";
import { MASKS } from "./model/boundSubject";
import { CURVE_GUESS, withPoint } from "./model/guess";
import { boundChart } from "./view/boundChart";

const table = async () => (await import("./view/boundTable")).boundTable;

export function BoundPanel() {
  const store = usePageStore();
  const bound = boundStore(store);
  const drawing = useOf(dataState, CURVE_GUESS.asked.open);
  return (
    <div className="panel bound" data-thing="bound">
      <header>
        {!drawing && <FigureSwitch />}
        <UnitSwitch />
        {!drawing && <Progress />}
        <GuessBox {...CURVE_GUESS} />
      </header>
      <Figure
        of={dataState}
        view={boundChart}
        select={selectChart}
        table={table}
        events={{
          onDraw(handle, share) {
            const guess = CURVE_GUESS.asked.own(dataState(store).getState());
            if (guess) moveGuess(store, withPoint(guess, handle, share));
          },
          onReveal: () => revealGuess(store),
          // The sample of a guess stays.
          onPoint(fraction) {
            if (!guessAmong(store.getState().link, ["follow"])) lookAtFraction(bound, fraction);
          },
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
  const guessed = useOf(dataState, (state) => CURVE_GUESS.asked.own(state) !== null);
  if (status.kind === "failed")
    return <span role="alert">The curve could not be computed: {status.message}</span>;
  const words = `${masks} of ${MASKS} samples`;
  // What a guess is off by needs the room of what is known anyway.
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
