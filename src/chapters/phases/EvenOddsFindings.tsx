/** @file One intercept for all relations? What the paper says, and what the recordings say. */

import { useOf } from "../../kit/live/usePage";
import { selectEvenOdds } from "./model/across";
import { phasesState } from "./model/phases";
import { evenOddsFinding } from "./view/evenOddsFinding";

export function EvenOddsFindings() {
  const finding = useOf(phasesState, (now) => evenOddsFinding(selectEvenOdds(now)));
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>
          The boundary between learning and memorising has about the same intercept for all
          relations.
        </dd>
      </div>
      <div>
        <dt>The recordings say</dt> <dd data-told>{finding}</dd>
      </div>
      <div>
        <dt>How it is known</dt>{" "}
        <dd>
          A line of slope +1 is fitted to the cells of each recording. The bars hold 95 of 100 such
          fits to cells drawn anew from the same ones, each with all its seeds: seeds of a cell are
          near copies.
        </dd>
      </div>
    </dl>
  );
}
