/** @file All pairs of one class: one step as predicted against one step as made. */

import { Figure } from "../../kit/live/Figure";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { study } from "./model/pairs";
import { answerOf, selectScatter } from "./model/pictures";
import { pairsState } from "./model/store";
import { ScoreTable } from "./ScoreTable";
import { pairScatter } from "./view/pairScatter";

const table = async () => (await import("./view/pairScatterTable")).pairScatterTable;

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
        of={pairsState}
        view={pairScatter}
        select={selectScatter}
        table={table}
        events={{ onPick: (pair) => study(store, { pair }) }}
      />
    </div>
  );
}

function Count() {
  const map = useOf(pairsState, (state) => answerOf(state)?.map ?? null);
  if (!map) return null;
  const k = map.separation.length;
  return (
    <span className="note">
      {k === map.all ? `${k} pairs of one class` : `a sample of ${k} of ${map.all} pairs`}
    </span>
  );
}
