/** @file Table 2 as a picture; a class that is pressed is taken as known. */
import { useMemo } from "react";
import { chooseData } from "../../state/boundActions";
import type { ClassName } from "../../theory/inference/prior";
import { type Table2Events, table2 } from "../../views/table2";
import { Figure } from "../Figure";
import { usePageStore } from "../StoreContext";
import { subjectOf } from "./asked";
import { selectTable } from "./table2Data";

export function Table2Panel() {
  const store = usePageStore();
  const events = useMemo(
    (): Table2Events => ({
      onChoose: (id) => {
        const own = id === subjectOf(store.getState()).family;
        chooseData(store, { class: own ? "own" : (id as ClassName) });
      },
    }),
    [store],
  );
  return (
    <div className="panel table2">
      <header>
        <h2>Table 2: bits to describe one</h2>
        <span className="table2-key" aria-hidden="true">
          <span className="paper">paper</span>
          <span className="count">exact count</span>
          <span className="relabellings">relabellings of this graph</span>
        </span>
      </header>
      <Figure view={table2} select={selectTable} events={events} className="figure" />
    </div>
  );
}
