/** @file The curves of all runs of the bench in one chart, and how far apart they are. */

import { Figure } from "../../../kit/live/Figure";
import { scrubTo, show } from "../../../kit/live/model/actions";
import { lookOf } from "../../../kit/live/model/look";
import { newestStep } from "../../../kit/live/model/selectors";
import { curvesNumbers } from "../../../kit/live/tables";
import { useOf, usePage, usePageStore, usePart } from "../../../kit/live/usePage";
import { curves } from "../../../kit/live/view/curves";
import { Segments } from "../../../kit/ui/Segments";
import { LAB_PART } from "../model/choices";
import { compareCurves, gapWords } from "./model/curves";
import { compareState } from "./model/together";

export function CompareCurves() {
  const store = usePageStore();
  const curve = usePage(({ link }) => lookOf(link).curve);
  const two = usePart(LAB_PART, ({ lanes }) => lanes === "two");
  const gap = useOf(compareState, gapWords);
  return (
    <div className="panel curves">
      <header>
        <Segments
          label="What the curves show"
          values={{ accuracy: "Accuracy", loss: "Loss" }}
          value={curve}
          onChange={(next) => show(store, { curve: next })}
        />
        <span className="note">{two ? "A solid, B dashed" : "test, every seed"}</span>
      </header>
      <Figure
        of={compareState}
        view={curves}
        select={compareCurves}
        table={curvesNumbers}
        events={{
          onScrub: (step) =>
            scrubTo(store, step >= newestStep(store.getState().history) ? null : step),
        }}
      />
      {gap && <p className="note">{gap}</p>}
    </div>
  );
}
