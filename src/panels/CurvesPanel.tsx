/** @file Accuracy or loss against steps. */
import { useMemo } from "react";
import { scrubTo, show } from "../state/actions";
import { newestStep } from "../state/selectors";
import { type CurvesEvents, curves } from "../views/curves";
import { curvesData } from "./curvesData";
import { Figure } from "./Figure";
import { Segments } from "./Segments";
import { usePage, usePageStore } from "./StoreContext";

export function CurvesPanel() {
  const store = usePageStore();
  const curve = usePage((state) => state.display.curve);
  const events = useMemo(
    (): CurvesEvents => ({
      onScrub: (step) => scrubTo(store, step >= newestStep(store.getState().history) ? null : step),
    }),
    [store],
  );
  return (
    <div className="panel curves">
      <header>
        <Segments
          label="What the curves show"
          values={{ accuracy: "Accuracy", loss: "Loss" }}
          value={curve}
          onChange={(next) => show(store, { curve: next })}
        />
      </header>
      <Figure view={curves} select={curvesData} events={events} className="figure" />
    </div>
  );
}
