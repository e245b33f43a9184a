/** @file The threshold of the chosen rule, to be moved, and the lines of Eq. 11. */
import type { Lattice } from "../../experiment/lattice";
import { PHASE_PARAMS } from "../../experiment/phaseChoices";
import { chosenRule, isRatePlane, type Moves, unscaled } from "../../state/phaseScores";
import { choosePhases, latticeFor, slide } from "../../state/phases";
import { Rich } from "../Rich";
import { usePage, usePageStore } from "../StoreContext";
import { useScene } from "./PhasesContext";
import { sceneScores } from "./phasesData";
import { ruleSays, value } from "./phasesWords";

/** Steps of the slider. */
const STEPS = 200;

export function ThresholdBar() {
  const scores = useScene(sceneScores);
  const lattice = useScene((now) => latticeFor(now.study.named));
  const wanted = usePage((state) => state.link.phases.rule);
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
          value={at ?? (moves.direction.side === "above" ? high : low)}
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
  const odds = usePage((state) => state.link.phases.odds);
  return (
    <label className="switch" title="p_r of Eq. 11 for σ_a = σ_c">
      <input
        type="checkbox"
        checked={odds === "yes"}
        onChange={(event) => choosePhases(store, { odds: event.target.checked ? "yes" : "no" })}
      />
      Eq. 11’s lines
    </label>
  );
}
