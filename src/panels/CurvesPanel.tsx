/** @file Accuracy or loss against steps. */
import { scrubTo, show } from "../state/actions";
import { newestStep } from "../state/selectors";
import { curves } from "../views/curves";
import { curvesData } from "./curvesData";
import { Figure } from "./Figure";
import { Segments } from "./Segments";
import { usePage, usePageStore } from "./StoreContext";

export function CurvesPanel() {
  const store = usePageStore();
  const curve = usePage((state) => state.display.curve);
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
      <Figure
        view={curves}
        select={curvesData}
        events={{
          onScrub: (step) =>
            scrubTo(store, step >= newestStep(store.getState().history) ? null : step),
        }}
      />
    </div>
  );
}
