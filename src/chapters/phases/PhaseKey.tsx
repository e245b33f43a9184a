/** @file At the foot while no cell is live: what colours, letters and marks mean, and the keys. */

import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { PHASES } from "../../theory/phase";
import type { PictureName } from "./model/choices";
import { PHASE_NAMES } from "./model/words";
import { usePicture } from "./Picture";

const KEYS: Readonly<Record<PictureName, string>> = {
  cells: "← → ↑ ↓ walk the grid, Enter trains the cell live",
  classes: "← → ↑ ↓ go from network to network, Enter trains it live",
  even: "↑ ↓ go from recording to recording, Enter shows its cells",
};

export function PhaseKey() {
  const picture = usePicture();
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
      {picture === "cells" && (
        <ul className="phase-marks">
          <li>○ the rule is wrong</li>
          <li>▾ fell back below 0.9</li>
          <li>▔ diverged</li>
        </ul>
      )}
      <span className="keys">{KEYS[picture]}</span>
    </footer>
  );
}
