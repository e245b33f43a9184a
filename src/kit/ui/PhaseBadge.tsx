/** @file A phase's letter on its colour, with what the phase means. */
import { PHASE_MEANINGS, type Phase } from "../../theory/phase";
import { PHASE_LETTERS } from "../draw/palette";
import { Tipped } from "./Tipped";

/** A bare letter, for what says by itself what it means. */
export function PhaseMark({ phase }: { readonly phase: Phase }) {
  return (
    <span className={`badge ${phase}`} translate="no" aria-hidden="true">
      {PHASE_LETTERS[phase]}
    </span>
  );
}

interface Props {
  readonly phase: Phase | null;
  /** What stands there while there is no phase. */
  readonly mark?: string | undefined;
  /** What each phase means where it stands. */
  readonly meanings?: Readonly<Record<Phase, string>>;
}

export function PhaseBadge({ phase, mark = "…", meanings = PHASE_MEANINGS }: Props) {
  if (phase === null)
    return (
      <span className="badge open" translate="no" aria-hidden="true">
        {mark}
      </span>
    );
  return (
    <Tipped
      className={`badge ${phase}`}
      translate="no"
      aria-label={`What is ${phase}?`}
      tip={meanings[phase]}
    >
      {PHASE_LETTERS[phase]}
    </Tipped>
  );
}
