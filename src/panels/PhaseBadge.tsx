/** @file A phase's letter on its colour. */
import type { Phase } from "../theory/phase";

const LETTERS: Record<Phase, string> = {
  generalisation: "G",
  grokking: "K",
  memorisation: "M",
  confusion: "C",
};

interface Props {
  readonly phase: Phase | null;
  readonly mark?: string;
}

export function PhaseBadge({ phase, mark = "…" }: Props) {
  return (
    <span className={`badge ${phase ?? "open"}`} aria-hidden="true">
      {phase ? LETTERS[phase] : mark}
    </span>
  );
}
