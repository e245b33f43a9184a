/** @file Pairs that show one thing each, as buttons. */

import { usePageStore } from "../../kit/live/usePage";
import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { centred, SANDBOX_HOME, SANDBOX_KEYS, type Sandbox } from "./model/params";
import { SANDBOX_PRESETS, type SandboxPreset } from "./model/presets";
import { applySandbox } from "./model/store";
import { useSandbox } from "./useTwoRepons";

/** The widths and sizes of random draws belong to no preset. */
const FREE = new Set<keyof Sandbox>(["sigmaA", "sigmaC", "d", "outputs"]);

const matches = (sandbox: Sandbox, changes: Partial<Sandbox>): boolean => {
  const preset = centred({ ...SANDBOX_HOME, ...changes });
  return SANDBOX_KEYS.every((key) => FREE.has(key) || sandbox[key] === preset[key]);
};

const pressed = (sandbox: Sandbox): string | null =>
  Object.entries<SandboxPreset>(SANDBOX_PRESETS).find(([, { changes }]) =>
    matches(sandbox, changes),
  )?.[0] ?? null;

export function SandboxPresets() {
  const page = usePageStore();
  const shown = useSandbox(({ sandbox }) => pressed(sandbox));
  return (
    <fieldset className="presets" aria-label="Presets">
      {Object.entries<SandboxPreset>(SANDBOX_PRESETS).map(([name, { label, phase, changes }]) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={name === shown}
          onClick={() => applySandbox(page, changes)}
        >
          <PhaseBadge phase={phase} />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
