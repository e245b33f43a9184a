/** @file How many of the measured networks each rule gets right; pressing one marks where it is wrong. */

import { choose } from "../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { Rich } from "../../kit/ui/Rich";
import { PHASES_PART } from "./model/choices";
import { currentScores } from "./model/gridData";
import { latticeFor, phasesState } from "./model/phases";
import { chosenRule } from "./model/scores";
import { percent, ruleName } from "./model/words";

export function RuleTable() {
  const store = usePageStore();
  const scores = useOf(phasesState, currentScores);
  const wanted = usePart(PHASES_PART, ({ rule }) => rule);
  const lattice = useOf(phasesState, (now) => latticeFor(now.study.named));
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
                onClick={() => choose(store, PHASES_PART, { rule: rule.rule })}
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
