/** @file How many of the measured networks each rule gets right; pressing one marks where it is wrong. */
import { chosenRule } from "../../state/phaseScores";
import { choosePhases, latticeFor } from "../../state/phases";
import { Rich } from "../Rich";
import { usePage, usePageStore } from "../StoreContext";
import { useScene } from "./PhasesContext";
import { sceneScores } from "./phasesData";
import { percent, ruleName } from "./phasesWords";

export function RuleTable() {
  const store = usePageStore();
  const scores = useScene(sceneScores);
  const wanted = usePage((state) => state.link.phases.rule);
  const lattice = useScene((now) => latticeFor(now.study.named));
  if (!scores || !lattice || scores.decided === 0) return null;
  const chosen = chosenRule(scores, wanted);
  return (
    <table className="rules">
      <thead>
        <tr>
          <th scope="col">rule, at its best</th>
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
                <i className={`swatch ${rule.rule}`} />
                <Rich text={ruleName(rule, lattice)} />
              </button>
            </th>
            <td>{percent(rule)}</td>
            <td className="note">
              {rule.right}
              {rule.of !== scores.rules[0].of && `/${rule.of}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
