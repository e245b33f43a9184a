/** @file At the foot while no cell is live: what colours, letters and marks mean, and the keys. */

import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { PHASES } from "../../theory/phase";
import { PHASE_NAMES } from "./model/words";

export function PhaseKey() {
  return (
    <footer className="transport phase-key">
      <ul className="phase-names">
        {PHASES.map((phase) => (
          <li key={phase}>
            <PhaseBadge phase={phase} />
            {PHASE_NAMES[phase]}
          </li>
        ))}
      </ul>
      <ul className="phase-marks">
        <li>○ the rule is wrong</li>
        <li>▾ fell back below 0.9</li>
        <li>▔ diverged</li>
      </ul>
      <span className="keys">← → ↑ ↓ walk the grid, Enter trains the cell live</span>
    </footer>
  );
}
