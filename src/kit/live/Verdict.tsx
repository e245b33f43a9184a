/** @file Table 4's verdict as a sentence. */

import { PhaseBadge } from "../ui/PhaseBadge";
import { newestStep } from "./model/selectors";
import { type Verdict as Described, describe } from "./model/verdict";
import { usePage } from "./usePage";

export function Verdict() {
  const progress = usePage((state) => state.history?.progress ?? null);
  const begun = usePage((state) => newestStep(state.history) > 0);
  const settings = usePage((state) => state.link.settings);
  const status = usePage((state) => state.status);
  if (status.kind === "failed")
    return (
      <section className="verdict failed" role="alert">
        <PhaseBadge phase={null} mark="!" />
        <div>
          <strong>The run stopped</strong>
          <p>
            {status.message} {begun ? "The last good moment is shown." : "Nothing is trained yet."}
          </p>
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
