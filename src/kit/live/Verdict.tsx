/** @file Table 4's verdict as a sentence. */

import { PhaseBadge } from "../ui/PhaseBadge";
import { describe } from "./model/verdict";
import { usePage } from "./usePage";

export function Verdict() {
  const progress = usePage((state) => state.history?.progress ?? null);
  const horizon = usePage((state) => state.link.settings.steps);
  const status = usePage((state) => state.status);
  if (status.kind === "failed")
    return (
      <section className="verdict failed" role="alert">
        <PhaseBadge phase={null} mark="!" />
        <div>
          <strong>The run stopped</strong>
          <p>{status.message} The last good moment is shown.</p>
        </div>
      </section>
    );
  const { phase, title, detail } = progress
    ? describe(progress, horizon)
    : { phase: null, title: "Starting", detail: "the first weights are being drawn" };
  return (
    <section className={`verdict ${phase ?? "open"}`} aria-live="polite" aria-label="Verdict">
      <PhaseBadge phase={phase} />
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
      </div>
    </section>
  );
}
