/** @file Whether the pair meets, and which rule says so. */

import { useOf } from "../../kit/live/usePage";
import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { Rich } from "../../kit/ui/Rich";
import { PAIR_MEANINGS, verdictOf } from "./model/fate";
import { twoReponsState } from "./model/store";

export function Verdict() {
  const { phase, title, detail } = useOf(twoReponsState, ({ setup }) => verdictOf(setup));
  return (
    <section className={`verdict ${phase ?? "open"}`} aria-live="polite" aria-label="Verdict">
      <PhaseBadge phase={phase} meanings={PAIR_MEANINGS} />
      <div>
        <strong>{title}</strong>
        <p>
          <Rich text={detail} />
        </p>
      </div>
    </section>
  );
}
