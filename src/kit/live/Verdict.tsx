/** @file Table 4's verdict as a sentence. */

import { PhaseBadge } from "../ui/PhaseBadge";
import { type Verdict as Described, describe } from "./model/verdict";
import { usePage } from "./usePage";

export function Verdict() {
  const progress = usePage((state) => state.history?.progress ?? null);
  const settings = usePage((state) => state.link.settings);
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
  const { phase, mark, title, detail }: Described = progress
    ? describe(progress, settings)
    : { phase: null, title: "Starting", detail: "the first weights are being drawn" };
  return (
    <section className={`verdict ${phase ?? "open"}`} aria-label="Verdict" data-thing="verdict">
      <PhaseBadge phase={phase} mark={mark} />
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
      </div>
    </section>
  );
}
