/** @file The page's run beside Figure 4: the network of the point that was chosen, if it was. */

import { cells } from "../../experiment/experiment";
import type { Settings } from "../../experiment/params";
import { landing, visit } from "../../state/actions";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_RELATIONS,
  type Figure4Choices,
  figure4,
} from "../../state/figure4";
import { replicaOf } from "../../state/measured";
import { memo } from "../../state/memo";
import { CurvesPanel } from "../CurvesPanel";
import { LatentPanel } from "../LatentPanel";
import { usePage, usePageStore } from "../StoreContext";
import { Verdict } from "../Verdict";
import { useChoices } from "./useChoices";

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
  const { encoder } = useChoices();
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
