/** @file A phase's letter on its colour. */
import type { Phase } from "../../theory/phase";
import { PHASE_LETTERS } from "../draw/palette";

interface Props {
  readonly phase: Phase | null;
  readonly mark?: string;
}

export function PhaseBadge({ phase, mark = "…" }: Props) {
  return (
    <span className={`badge ${phase ?? "open"}`} aria-hidden="true">
      {phase ? PHASE_LETTERS[phase] : mark}
    </span>
  );
}
