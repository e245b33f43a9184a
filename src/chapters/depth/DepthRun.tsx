/** @file The page's run beside Figure 4, by its name: the network of a dot, or one that is none's. */

import { cells } from "../../experiment/experiment";
import { PARAMS, type Settings } from "../../experiment/params";
import { CurvesPanel } from "../../kit/live/CurvesPanel";
import { LatentPanel } from "../../kit/live/LatentPanel";
import { change, landing, visit } from "../../kit/live/model/actions";
import { usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { Verdict } from "../../kit/live/Verdict";
import { memo } from "../../kit/state/memo";
import { replicaOf } from "../../kit/study/model/measured";
import { Rich } from "../../kit/ui/Rich";
import { FIGURE_4_PART, FIGURE_4_RELATIONS, type Figure4Choices, figure4 } from "./model/figure4";

/** The relation of Figure 4 whose network these settings are; null if they are none's. */
const relationOf = memo((own: Settings, encoder: Figure4Choices["encoder"]) => {
  const relation = FIGURE_4_RELATIONS.find((each) => each === own.relation);
  if (!relation) return null;
  const all = cells(figure4({ relation, encoder }).experiment);
  return replicaOf(all, own) === null ? null : relation;
});

/** The dot of the figure that is most like these settings: of their depth and seed, if there is one. */
function dotFor(own: Settings, choices: Figure4Choices): Settings {
  const all = cells(figure4(choices).experiment);
  const deep = all.filter(({ depth }) => depth === own.depth);
  return deep.find(({ seed }) => seed === own.seed) ?? deep[0] ?? all[0];
}

export function DepthRun() {
  const store = usePageStore();
  const own = usePage((state) => state.link.settings);
  const choices = usePart(FIGURE_4_PART);
  const known = relationOf(own, choices.encoder) !== null;
  return (
    <>
      <div className="depth-run">
        <p>
          {!known && "None of these dots: "}
          <b>{PARAMS.relation.values[own.relation]}</b>, <Rich text="n_h" /> = {own.depth}
          {!known && `, width ${own.width}`}, seed {own.seed}
          {known && ", trained now"}
        </p>
        {known ? (
          <button type="button" onClick={() => visit(store, landing(store))}>
            Open in chapter 1
          </button>
        ) : (
          <button type="button" onClick={() => change(store, dotFor(own, choices))}>
            Show one of them
          </button>
        )}
      </div>
      <Verdict />
      <LatentPanel />
      <CurvesPanel />
    </>
  );
}
