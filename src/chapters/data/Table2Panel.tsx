/** @file Table 2 as a picture; a class that is pressed is taken as known. */

import { Figure } from "../../kit/live/Figure";
import { choose } from "../../kit/live/model/actions";
import { usePageStore } from "../../kit/live/usePage";
import type { ClassName } from "../../theory/className";
import { dataState } from "./model/boundStudy";
import { subjectOf } from "./model/boundSubject";
import { DATA_PART } from "./model/choices";
import { selectTable } from "./model/table2Data";
import { table2 } from "./view/table2";

const table = async () => (await import("./view/table2Table")).table2Table;

export function Table2Panel() {
  const store = usePageStore();
  const take = (id: string) => {
    const own = id === subjectOf(dataState(store).getState()).family;
    choose(store, DATA_PART, { class: own ? "own" : (id as ClassName) });
  };
  return (
    <div className="panel table2">
      <header>
        <h2>Table 2: bits to describe one</h2>
        <span className="table2-key" aria-hidden="true">
          <span className="paper">paper</span>
          <span className="count">exact count</span>
          <span className="relabellings">second version: relabellings of this graph</span>
        </span>
      </header>
      <Figure
        of={dataState}
        view={table2}
        select={selectTable}
        table={table}
        events={{ onChoose: take }}
      />
    </div>
  );
}
