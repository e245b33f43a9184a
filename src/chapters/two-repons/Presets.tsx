/** @file Pairs that show one thing each, as buttons. */

import { useOf, usePageStore } from "../../kit/live/usePage";
import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { centred, SETUP_HOME, SETUP_KEYS, type Setup } from "./model/params";
import { PRESETS, type Preset } from "./model/presets";
import { applySetup, twoReponsState } from "./model/store";

/** The widths and sizes of random draws belong to no preset. */
const FREE = new Set<keyof Setup>(["sigmaA", "sigmaC", "d", "outputs"]);

const matches = (setup: Setup, changes: Partial<Setup>): boolean => {
  const preset = centred({ ...SETUP_HOME, ...changes });
  return SETUP_KEYS.every((key) => FREE.has(key) || setup[key] === preset[key]);
};

const pressed = (setup: Setup): string | null =>
  Object.entries<Preset>(PRESETS).find(([, { changes }]) => matches(setup, changes))?.[0] ?? null;

export function Presets() {
  const page = usePageStore();
  const shown = useOf(twoReponsState, ({ setup }) => pressed(setup));
  return (
    <fieldset className="presets" aria-label="Presets">
      {Object.entries<Preset>(PRESETS).map(([name, { label, phase, changes }]) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={name === shown}
          onClick={() => applySetup(page, changes)}
        >
          <PhaseBadge phase={phase} />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
