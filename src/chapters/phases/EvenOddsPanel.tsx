/** @file Where every recording of Figure 5 has even odds. */

import { useEffect } from "react";
import { Figure } from "../../kit/live/Figure";
import { choose } from "../../kit/live/model/actions";
import { usePageStore } from "../../kit/live/usePage";
import { bindAcross, selectEvenOdds } from "./model/across";
import { type FigureName, PHASES_PART } from "./model/choices";
import { phasesState } from "./model/phases";
import { evenOdds } from "./view/evenOdds";

const table = async () => (await import("./view/evenOddsTable")).evenOddsTable;

export function EvenOddsPanel() {
  const store = usePageStore();
  useEffect(() => bindAcross(store), [store]);
  return (
    <div className="panel grid" data-thing="grid">
      <Figure
        of={phasesState}
        view={evenOdds}
        select={selectEvenOdds}
        table={table}
        events={{
          onOpen: (id) =>
            choose(store, PHASES_PART, { figure: id as FigureName, picture: "cells" }),
        }}
      />
    </div>
  );
}
