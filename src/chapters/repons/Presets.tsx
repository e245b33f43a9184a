/** @file The runs that show each phase, as buttons. */

import { DEFAULTS, type Settings } from "../../experiment/params";
import { alikeBut } from "../../experiment/settings";
import { applyPreset } from "../../kit/live/model/actions";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { PRESETS, type Preset } from "./model/presets";

const matches = (settings: Settings, changes: Partial<Settings>): boolean =>
  alikeBut(settings, { ...DEFAULTS, ...changes }, ["seed"]);

export function Presets() {
  const store = usePageStore();
  const settings = usePage((state) => state.link.settings);
  return (
    <fieldset className="presets" aria-label="Presets">
      {Object.entries<Preset>(PRESETS).map(([name, { label, phase, changes }]) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={matches(settings, changes)}
          onClick={() => applyPreset(store, changes)}
        >
          <PhaseBadge phase={phase} />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
