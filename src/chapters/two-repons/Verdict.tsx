/** @file Whether the pair meets, and which rule says so. */

import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { Rich } from "../../kit/ui/Rich";
import { verdictOf } from "./model/fate";
import { useSandbox } from "./useTwoRepons";

export function SandboxVerdict() {
  const { phase, title, detail } = useSandbox(({ sandbox }) => verdictOf(sandbox));
  return (
    <section className={`verdict ${phase ?? "open"}`} aria-live="polite" aria-label="Verdict">
      <PhaseBadge phase={phase} />
      <div>
        <strong>{title}</strong>
        <p>
          <Rich text={detail} />
        </p>
      </div>
    </section>
  );
}
