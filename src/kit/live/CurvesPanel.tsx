/** @file Accuracy or loss against steps. */

import { Segments } from "../ui/Segments";
import { curvesData } from "./curvesData";
import { Figure } from "./Figure";
import { scrubTo, show } from "./model/actions";
import { lookOf } from "./model/look";
import { newestStep } from "./model/selectors";
import { usePage, usePageStore } from "./usePage";
import { curves } from "./view/curves";

export function CurvesPanel() {
  const store = usePageStore();
  const curve = usePage(({ link }) => lookOf(link).curve);
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
