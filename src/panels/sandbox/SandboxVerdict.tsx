/** @file Whether the pair meets, and which rule says so. */

import { verdictOf } from "../../state/fate";
import { PhaseBadge } from "../PhaseBadge";
import { Rich } from "../Rich";
import { useSandbox } from "./useSandbox";

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
