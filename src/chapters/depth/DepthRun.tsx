/** @file The page's run beside Figure 4: the network of the point that was chosen, if it was. */

import { cells } from "../../experiment/experiment";
import type { Settings } from "../../experiment/params";
import { CurvesPanel } from "../../kit/live/CurvesPanel";
import { LatentPanel } from "../../kit/live/LatentPanel";
import { landing, visit } from "../../kit/live/model/actions";
import { usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { Verdict } from "../../kit/live/Verdict";
import { memo } from "../../kit/state/memo";
import { replicaOf } from "../../kit/study/model/measured";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_PART,
  FIGURE_4_RELATIONS,
  type Figure4Choices,
  figure4,
} from "./model/figure4";

/** The relation of Figure 4 whose network these settings are; null if they are none's. */
const relationOf = memo((own: Settings, encoder: Figure4Choices["encoder"]) => {
  const relation = FIGURE_4_RELATIONS.find((each) => each === own.relation);
  if (!relation) return null;
  const all = cells(figure4({ relation, encoder }).experiment);
  return replicaOf(all, own) === null ? null : relation;
});

export function DepthRun() {
  const store = usePageStore();
  const own = usePage((state) => state.link.settings);
  const { encoder } = usePart(FIGURE_4_PART);
  const relation = relationOf(own, encoder);
  return (
    <>
      <div className="depth-run">
        <p>
          {relation ? (
            <>
              <b>{FIGURE_4_PARAMS.relation.values[relation]}</b>, n<sub>h</sub> = {own.depth}, seed{" "}
              {own.seed}, trained now
            </>
          ) : (
            "Click a dot: that very network trains here."
          )}
        </p>
        <button type="button" onClick={() => visit(store, landing(store))}>
          Open in chapter 1
        </button>
      </div>
      <Verdict />
      <LatentPanel />
      <CurvesPanel />
    </>
  );
}
