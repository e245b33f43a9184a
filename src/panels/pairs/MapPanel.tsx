/** @file All pairs of one class: one step as predicted against one step as made. */

import { study } from "../../state/pairs";
import { pairScatter } from "../../views/pairScatter";
import { Figure } from "../Figure";
import { usePageStore } from "../StoreContext";
import { answerOf, selectScatter } from "./pairsData";
import { ScoreTable } from "./ScoreTable";
import { usePairs } from "./usePairs";

export function MapPanel() {
  const store = usePageStore();
  return (
    <div className="panel map">
      <header>
        <h2>Every pair, one step</h2>
        <Count />
      </header>
      <ScoreTable />
      <Figure
        view={pairScatter}
        select={selectScatter}
        events={{ onPick: (pair) => study(store, { pair }) }}
        className="figure"
      />
    </div>
  );
}

function Count() {
  const map = usePairs((state) => answerOf(state)?.map ?? null);
  if (!map) return null;
  const k = map.separation.length;
  return (
    <span className="note">
      {k === map.all ? `${k} pairs of one class` : `a sample of ${k} of ${map.all} pairs`}
    </span>
  );
}
