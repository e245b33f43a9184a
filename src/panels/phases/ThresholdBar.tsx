/** @file The threshold of the chosen rule, to be moved, and the lines of Eq. 11. */
import { PHASE_PARAMS } from "../../experiment/phaseChoices";
import { chosenRule, isRatePlane } from "../../state/phaseScores";
import { choosePhases, latticeFor } from "../../state/phases";
import { Rich } from "../Rich";
import { usePage, usePageStore } from "../StoreContext";
import { useScene } from "./PhasesContext";
import { sceneScores } from "./phasesData";
import { value } from "./phasesWords";

/** log10 of the thresholds that can be set. */
const REACH = { ratio: [-4, 4], product: [-10, -2] } as const;
const SAYS = {
  ratio: "learns where η_{enc} / η_{dec} ≥",
  product: "learns where η_{enc} · η_{dec} ≤",
};

export function ThresholdBar() {
  const store = usePageStore();
  const scores = useScene(sceneScores);
  const lattice = useScene((now) => latticeFor(now.study.named));
  const wanted = usePage((state) => state.link.phases.rule);
  const odds = usePage((state) => state.link.phases.odds);
  if (!scores || !lattice || !isRatePlane(lattice)) return null;
  const { rule, line, slid } = chosenRule(scores, wanted);
  const moved = rule === "ratio" || rule === "product" ? rule : null;
  return (
    <div className="threshold">
      {moved && (
        <>
          <label>
            <span>
              <Rich text={SAYS[moved]} /> <b>{line ? value(10 ** line.at) : "(none is better)"}</b>
            </span>
            <input
              type="range"
              min={REACH[moved][0]}
              max={REACH[moved][1]}
              step={0.05}
              value={line?.at ?? REACH[moved][1]}
              aria-label={PHASE_PARAMS[moved].label}
              aria-valuetext={line ? value(10 ** line.at) : "none"}
              onChange={(event) =>
                choosePhases(store, {
                  [moved]: Number((10 ** Number(event.target.value)).toPrecision(3)),
                })
              }
            />
          </label>
          <button
            type="button"
            disabled={!slid}
            onClick={() => choosePhases(store, { [moved]: 0 })}
          >
            best
          </button>
        </>
      )}
      <span className="spacer" />
      <label className="switch" title="p_r of Eq. 11 for σ_a = σ_c">
        <input
          type="checkbox"
          checked={odds === "yes"}
          onChange={(event) => choosePhases(store, { odds: event.target.checked ? "yes" : "no" })}
        />
        Eq. 11’s lines
      </label>
    </div>
  );
}
