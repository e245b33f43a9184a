/** @file One sample of the size under the chart's cursor: what is known, what follows, what is left. */

import { useEffect } from "react";
import { Figure } from "../../kit/live/Figure";
import { moveGuess } from "../../kit/live/guess/actions";
import { GuessBox } from "../../kit/live/guess/GuessBox";
import { togglePair } from "../../kit/live/model/actions";
import { useOf, usePage, usePageStore } from "../../kit/live/usePage";
import { ContradictionPicture } from "./ContradictionPicture";
import { lookAtFraction } from "./model/actions";
import { contradicted, curveOf } from "./model/asked";
import { boundStore, dataState } from "./model/boundStudy";
import { FOLLOWS_GUESS, fractionMeant, selectGuessedSample, withPair } from "./model/followGuess";
import { sampleCounts } from "./model/sampleData";
import { sampleMatrix } from "./view/sampleMatrix";

const table = async () => (await import("./view/sampleTable")).sampleTable;

export function SamplePanel() {
  const store = usePageStore();
  const samples = useOf(dataState, ({ bound }) => bound.look?.samples ?? null);
  const own = usePage((state) => state.link.settings.relation === "custom");
  const guessing = useOf(dataState, FOLLOWS_GUESS.asked.open);
  const meant = useOf(dataState, fractionMeant);
  useEffect(() => {
    if (meant !== null) lookAtFraction(boundStore(store), meant);
  }, [store, meant]);
  const contradiction = useOf(dataState, (state) => contradicted(curveOf(state)) !== null);
  return (
    <div className="panel sample">
      <header>
        <h2>One sample{samples === null ? "" : ` of ${samples} pairs`}</h2>
        {!guessing && (
          <span className="note">
            {own ? "press a cell to turn it over" : "point at the chart"}
          </span>
        )}
        {!contradiction && <GuessBox {...FOLLOWS_GUESS} />}
      </header>
      <div className="sample-row">
        <Figure
          of={dataState}
          view={sampleMatrix}
          select={selectGuessedSample}
          table={table}
          events={{
            onFlip: (x, y) => togglePair(store, x, y),
            onMark(pair) {
              const guess = FOLLOWS_GUESS.asked.own(dataState(store).getState());
              if (guess) moveGuess(store, withPair(guess, pair));
            },
          }}
        />
        <div className="sample-words">
          {!guessing && <Counts />}
          {contradiction && <ContradictionPicture />}
        </div>
      </div>
    </div>
  );
}

function Counts() {
  const look = useOf(dataState, ({ bound }) => bound.look);
  if (!look) return null;
  const counts = sampleCounts(look);
  if (!counts)
    return (
      <p>
        <b>{look.inference.kind === "inconsistent" && look.inference.pairs.length} pairs</b> of this
        sample contradict the class.
      </p>
    );
  const { known, follows, left, right } = counts;
  return (
    <dl>
      <dt className="known">known</dt>
      <dd>{known}</dd>
      <dt className="follows">follow</dt>
      <dd>{follows}</dd>
      <dt className="guessed">to guess</dt>
      <dd>{left}</dd>
      {left > 0 && (
        <>
          <dt>of them right</dt>
          <dd>{right === null ? "not known" : right.toFixed(1)}</dd>
        </>
      )}
    </dl>
  );
}
