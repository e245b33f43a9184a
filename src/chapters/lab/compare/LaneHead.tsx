/** @file A run's name and Table 4's verdict on it, above its picture. */

import { useMemo } from "react";
import type { Settings } from "../../../experiment/params";
import type { State } from "../../../kit/live/model/store";
import { describe, type Verdict } from "../../../kit/live/model/verdict";
import { useOf } from "../../../kit/live/usePage";
import { memo } from "../../../kit/state/memo";
import { PhaseBadge, PhaseMark } from "../../../kit/ui/PhaseBadge";
import { type CompareState, compareState, lanesIn } from "./model/together";

/** What is said of a run as it stands. */
function verdictOf({ status, history }: State, settings: Settings): Verdict {
  if (status.kind === "failed")
    return { phase: null, mark: "!", title: "Stopped", detail: status.message };
  return history
    ? describe(history.progress, settings)
    : { phase: null, title: "Starting", detail: "the first weights are being drawn" };
}

const select = (index: number) => {
  const told = memo(verdictOf);
  const same = memo(
    (phase: Verdict["phase"], mark: string | undefined, title: string, detail: string) => ({
      phase,
      ...(mark !== undefined && { mark }),
      title,
      detail,
    }),
  );
  return (state: CompareState) => {
    const lane = lanesIn(state)[index];
    if (!lane) return null;
    const { phase, mark, title, detail } = told(lane.state, lane.settings);
    return same(phase, mark, title, detail);
  };
};

/** The verdict on a run; null where there is no such run. */
const useVerdict = (index: number): Verdict | null =>
  useOf(
    compareState,
    useMemo(() => select(index), [index]),
  );

interface Props {
  readonly index: number;
  /** Without what the phase means, for inside a button. */
  readonly bare?: boolean;
}

export function LaneHead({ index, bare = false }: Props) {
  const name = useOf(compareState, (state) => lanesIn(state)[index]?.name ?? "");
  const verdict = useVerdict(index);
  return (
    <span className="lane-head" title={verdict?.detail}>
      <strong>{name}</strong>
      {verdict && (
        <>
          {bare && verdict.phase ? (
            <PhaseMark phase={verdict.phase} />
          ) : (
            <PhaseBadge phase={verdict.phase} mark={verdict.mark} />
          )}
          <span className="note">{verdict.title}</span>
        </>
      )}
    </span>
  );
}
