/** @file Where A and B answer differently. */

import { useMemo } from "react";
import { Figure } from "../../../kit/live/Figure";
import { hover, pin } from "../../../kit/live/model/actions";
import { elementNames } from "../../../kit/live/model/names";
import { matrixNumbers } from "../../../kit/live/tables";
import { useOf, usePageStore } from "../../../kit/live/usePage";
import { type MatrixEvents, matrix } from "../../../kit/live/view/matrix";
import { grouped } from "../../../theory/grouped";
import { changedPairs, makeDifferenceData } from "./model/differenceData";
import { type CompareState, compareState, lanesIn } from "./model/together";

/** What both answer, where it is of these two runs and they have the same pairs. */
function metIn(state: CompareState) {
  const { met } = state.answers;
  const [a, b] = lanesIn(state);
  const current = met && b && met.settings[0] === a.settings && met.settings[1] === b.settings;
  return current && a.settings.n === b.settings.n ? met : null;
}

const select = () => {
  const data = makeDifferenceData();
  return (state: CompareState) => {
    const met = metIn(state);
    return (
      met &&
      data({ ...met, name: "in B", labels: elementNames(state.page.link) }, state.page.hovered)
    );
  };
};

/** What a reader does in the matrix, as everywhere. */
function usePairs(): MatrixEvents {
  const store = usePageStore();
  return {
    onHover: (pair) => hover(store, pair === null ? [] : [...new Set([pair.x, pair.y])]),
    onPick: ({ x }) => pin(store, x),
  };
}

export function DifferencePanel() {
  const selected = useMemo(select, []);
  const events = usePairs();
  const words = useOf(compareState, (state) => {
    const [a, b] = lanesIn(state);
    if (b && a.settings.n !== b.settings.n)
      return `${a.settings.n} and ${b.settings.n} elements: no pair of one is a pair of the other.`;
    const met = metIn(state);
    if (!met) return "not known at this step";
    const { length } = changedPairs(met);
    return `${length === 0 ? "no" : grouped(length)} pair${length === 1 ? "" : "s"} of ${grouped(a.settings.n ** 2)}, step ${grouped(met.step)}`;
  });
  const comparable = useOf(compareState, (state) => {
    const [a, b] = lanesIn(state);
    return !b || a.settings.n === b.settings.n;
  });
  return (
    <div className="panel matrix difference">
      <header>
        <h2>Answered differently</h2>
        <span className="note">{words}</span>
      </header>
      {comparable && (
        <Figure
          of={compareState}
          view={matrix}
          select={selected}
          table={matrixNumbers}
          events={events}
        />
      )}
    </div>
  );
}
