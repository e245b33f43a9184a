/** @file What the paper says and what holds, side by side. */

import { useOf } from "../../kit/live/usePage";
import { Rich } from "../../kit/ui/Rich";
import { asymptoticsOf } from "./model/asymptotics";
import { claimsOf } from "./model/claims";
import { twoReponsState } from "./model/store";

export function ClaimsPanel() {
  const { paper, holds } = useOf(twoReponsState, ({ setup }) => claimsOf(setup));
  const limit = useOf(twoReponsState, ({ setup }) => asymptoticsOf(setup));
  const told = (parts: readonly string[], last?: string) => [...parts, last].join(" ").trim();
  return (
    <div className="claims">
      <section aria-label="What the paper says">
        <h2>The paper says</h2>
        <p>
          <Rich text={told(paper, limit?.paper)} />
        </p>
      </section>
      <section aria-label="What holds">
        <h2>What holds</h2>
        <p>
          <Rich text={told(holds, limit?.holds)} />
        </p>
      </section>
    </div>
  );
}
