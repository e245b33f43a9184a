/** @file Relations worth asking how much data they need, as buttons. */

import { DEFAULTS, type Settings } from "../../experiment/params";
import { usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { applyDataPreset } from "./model/actions";
import { DATA_PART } from "./model/choices";
import { PRESETS } from "./model/presets";

const RELEVANT = ["relation", "n", "classes", "matrix"] as const;

const matches = (settings: Settings, changes: Partial<Settings>): boolean =>
  RELEVANT.every((key) => settings[key] === { ...DEFAULTS, ...changes }[key]);

export function Presets() {
  const store = usePageStore();
  const settings = usePage((state) => state.link.settings);
  const { class: known } = usePart(DATA_PART);
  return (
    <fieldset className="presets" aria-label="Relations to look at">
      {PRESETS.map(({ label, settings: changes, choices }) => (
        <button
          key={label}
          type="button"
          className="chip"
          aria-pressed={matches(settings, changes) && known === (choices.class ?? "own")}
          onClick={() => applyDataPreset(store, changes, choices)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
