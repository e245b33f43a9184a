/** @file What the paper says and what holds, side by side. */

import { useOf } from "../../kit/live/usePage";
import { Rich } from "../../kit/ui/Rich";
import { claimsOf } from "./model/claims";
import { twoReponsState } from "./model/store";

export function ClaimsPanel() {
  const { paper, holds } = useOf(twoReponsState, ({ setup }) => claimsOf(setup));
  return (
    <div className="claims">
      <section aria-label="What the paper says">
        <h2>The paper says</h2>
        <p>
          <Rich text={paper.join(" ")} />
        </p>
      </section>
      <section aria-label="What holds">
        <h2>What holds</h2>
        <p>
          <Rich text={holds.join(" ")} />
        </p>
      </section>
    </div>
  );
}
