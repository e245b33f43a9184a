/** @file Correlations of predicted with actual change; pressing one shows its dots and its track. */

import { useOf, usePageStore } from "../../kit/live/usePage";
import { judge, type Scores, scoresOf, study } from "./model/pairs";
import { answerOf } from "./model/pictures";
import type { Scope } from "./model/store";
import { pairsState } from "./model/store";
import { SCOPE_NAMES, score, THEORY_NAMES } from "./model/words";
import type { Theory } from "./worker/wire";

const SCOPES = Object.entries(SCOPE_NAMES) as [Scope, string][];

export function ScoreTable() {
  const map = useOf(pairsState, (state) => answerOf(state)?.map ?? null);
  const scores = map && scoresOf(map);
  return (
    <table className="scores">
      <thead>
        <tr>
          <th scope="col">correlation</th>
          {SCOPES.map(([scope, name]) => (
            <th key={scope} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.entries(THEORY_NAMES) as [Theory, string][]).map(([theory, name]) => (
          <tr key={theory}>
            <th scope="row">{name}</th>
            {SCOPES.map(([scope]) => (
              <td key={scope}>
                <Score theory={theory} scope={scope} scores={scores} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  readonly theory: Theory;
  readonly scope: Scope;
  readonly scores: Scores | null;
}

function Score({ theory, scope, scores }: Props) {
  const store = usePageStore();
  const pressed = useOf(
    pairsState,
    ({ pairs }) => pairs.theory === theory && pairs.scope === scope,
  );
  const r = scores?.[theory][scope] ?? null;
  return (
    <button
      type="button"
      className={judge(r)}
      aria-pressed={pressed}
      aria-label={`${THEORY_NAMES[theory]}, ${SCOPE_NAMES[scope]}: correlation ${score(r)}`}
      onClick={() => study(store, { theory, scope })}
    >
      {score(r)}
    </button>
  );
}
