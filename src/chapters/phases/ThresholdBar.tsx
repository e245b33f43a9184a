/** @file The threshold of the chosen rule, to be moved, and the lines of Eq. 11. */

import { choose } from "../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { filledTo } from "../../kit/ui/filled";
import { Rich } from "../../kit/ui/Rich";
import { PHASE_PARAMS, PHASES_PART } from "./model/choices";
import { currentScores } from "./model/gridData";
import type { Lattice } from "./model/lattice";
import { latticeFor, phasesState, slide } from "./model/phases";
import { chosenRule, isRatePlane, type Moves, unscaled } from "./model/scores";
import { ruleSays, value } from "./model/words";

/** Steps of the slider. */
const STEPS = 200;

export function ThresholdBar() {
  const scores = useOf(phasesState, currentScores);
  const lattice = useOf(phasesState, (now) => latticeFor(now.study.named));
  const wanted = usePart(PHASES_PART, ({ rule }) => rule);
  if (!scores || !lattice) return null;
  const { moves, line } = chosenRule(scores, wanted);
  return (
    <div className="threshold">
      {moves && <Threshold lattice={lattice} moves={moves} at={line?.at ?? null} />}
      <span className="spacer" />
      {isRatePlane(lattice) && <Odds />}
    </div>
  );
}

/** `at` is null where no threshold is better than a constant answer. */
function Threshold({
  lattice,
  moves,
  at,
}: {
  readonly lattice: Lattice;
  readonly moves: Moves;
  readonly at: number | null;
}) {
  const store = usePageStore();
  const [low, high] = moves.reach;
  const place = at ?? (moves.direction.side === "above" ? high : low);
  const shown = at === null ? "none is better" : value(unscaled(lattice, moves.rule, at));
  return (
    <>
      <label>
        <span>
          <Rich text={ruleSays(moves, lattice)} /> <b>{at === null ? `(${shown})` : shown}</b>
        </span>
        <input
          type="range"
          min={low}
          max={high}
          step={(high - low) / STEPS}
          value={place}
          style={filledTo((place - low) / (high - low))}
          aria-label={PHASE_PARAMS[moves.rule].label}
          aria-valuetext={shown}
          onChange={(event) => slide(store, lattice, moves, Number(event.target.value))}
        />
      </label>
      <button
        type="button"
        disabled={!moves.slid}
        onClick={() => slide(store, lattice, moves, null)}
      >
        best
      </button>
    </>
  );
}

function Odds() {
  const store = usePageStore();
  const odds = usePart(PHASES_PART, ({ odds }) => odds);
  return (
    <label className="switch" title="p_r of Eq. 11 for σ_a = σ_c">
      <input
        type="checkbox"
        checked={odds === "yes"}
        onChange={(event) =>
          choose(store, PHASES_PART, { odds: event.target.checked ? "yes" : "no" })
        }
      />
      Eq. 11’s lines
    </label>
  );
}
