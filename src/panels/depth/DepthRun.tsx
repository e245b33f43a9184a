/** @file The page's run beside Figure 4: the network of the point that was chosen, if it was. */
import { FIGURE_4_PARAMS } from "../../experiment/figure4";
import { visit } from "../../state/actions";
import { replicaOf } from "../../state/measured";
import { CurvesPanel } from "../CurvesPanel";
import { LatentPanel } from "../LatentPanel";
import { usePage, usePageStore } from "../StoreContext";
import { useStudies } from "../StudiesContext";
import { Verdict } from "../Verdict";

export function DepthRun() {
  const store = usePageStore();
  const studies = useStudies();
  const own = usePage((state) => state.link.settings);
  const relation = Object.keys(FIGURE_4_PARAMS.relation.values).find(
    (each) => each === own.relation,
  ) as keyof typeof FIGURE_4_PARAMS.relation.values | undefined;
  const known = relation && studies[`depth ${relation}`].store.getState().settings;
  const here = known ? replicaOf(known, own) !== null : false;
  return (
    <>
      <div className="depth-run">
        <p>
          {here && relation ? (
            <>
              <b>{FIGURE_4_PARAMS.relation.values[relation]}</b>, n<sub>h</sub> = {own.depth}, seed{" "}
              {own.seed}, trained now
            </>
          ) : (
            "Click a dot: that very network trains here."
          )}
        </p>
        <button type="button" onClick={() => visit(store, { chapter: "repons" })}>
          Open in chapter 1
        </button>
      </div>
      <Verdict />
      <LatentPanel />
      <CurvesPanel />
    </>
  );
}
