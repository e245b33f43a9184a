/** @file How many of the measured networks each rule gets right; pressing one marks where it is wrong. */
import { PHASE_PARAMS, type RuleName } from "../../experiment/phaseChoices";
import { chosenRule } from "../../state/phaseScores";
import { choosePhases } from "../../state/phases";
import { usePage, usePageStore } from "../StoreContext";
import { useScene } from "./PhasesContext";
import { sceneScores } from "./phasesData";
import { percent, RULE_NAMES, value } from "./phasesWords";

export function RuleTable() {
  const store = usePageStore();
  const scores = useScene(sceneScores);
  const wanted = usePage((state) => state.link.phases.rule);
  if (!scores) return null;
  const chosen = chosenRule(scores, wanted);
  return (
    <>
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">rule</th>
            <th scope="col">right</th>
            <th scope="col">of {scores.rules[0].of}</th>
          </tr>
        </thead>
        <tbody>
          {scores.rules.map((rule) => (
            <tr key={rule.rule} className={rule === chosen ? "chosen" : ""}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={rule === chosen}
                  title="Mark where it is wrong"
                  onClick={() => choosePhases(store, { rule: rule.rule })}
                >
                  {rule.slid
                    ? RULE_NAMES[rule.rule].replace("best", "your")
                    : RULE_NAMES[rule.rule]}
                </button>
              </th>
              <td>{percent(rule)}</td>
              <td className="note">{rule.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Threshold rule={chosen.rule} at={chosen.line?.at ?? null} slid={chosen.slid} />
    </>
  );
}

/** Decades of a threshold to either side. */
const REACH = { ratio: [-4, 4], product: [-10, -2] } as const;

interface Props {
  readonly rule: RuleName;
  /** log10 of the threshold; null where there is none. */
  readonly at: number | null;
  readonly slid: boolean;
}

function Threshold({ rule, at, slid }: Props) {
  const store = usePageStore();
  const odds = usePage((state) => state.link.phases.odds);
  const slides = rule === "ratio" || rule === "product";
  const [low, high] = slides ? REACH[rule] : [0, 1];
  const set = (log: number) =>
    choosePhases(store, {
      [rule]: log === 0 ? 1 : Number((10 ** log).toPrecision(4)),
    });
  return (
    <div className="threshold">
      {slides && (
        <label>
          <span>
            learns where {rule === "ratio" ? "η_enc / η_dec ≥ " : "η_enc · η_dec ≤ "}
            <b>{at === null ? "none is better" : value(10 ** at)}</b>
          </span>
          <input
            type="range"
            min={low}
            max={high}
            step={0.05}
            value={at ?? (low + high) / 2}
            aria-label={PHASE_PARAMS[rule].label}
            aria-valuetext={at === null ? "none" : value(10 ** at)}
            onChange={(event) => set(Number(event.target.value))}
          />
        </label>
      )}
      {slides && slid && (
        <button type="button" onClick={() => choosePhases(store, { [rule]: 0 })}>
          best
        </button>
      )}
      {(slides || rule === "paper") && (
        <label className="switch" title="p_r of Eq. 11 for σ_a = σ_c">
          <input
            type="checkbox"
            checked={odds === "yes"}
            onChange={(event) => choosePhases(store, { odds: event.target.checked ? "yes" : "no" })}
          />
          Eq. 11’s lines of equal odds
        </label>
      )}
    </div>
  );
}
