/**
 * @file The runs that show each phase, measured on modulo 3 (docs/model.md, "Presets").
 */

import { DEFAULTS, type Settings } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import { reachedOf } from "../../../kit/live/model/reached";
import type { Store } from "../../../kit/live/model/store";
import { describe } from "../../../kit/live/model/verdict";
import type { Phase } from "../../../theory/phase";

export interface Preset {
  readonly label: string;
  /** The phase it shows for at least 4 of 5 seeds. */
  readonly phase: Phase;
  readonly changes: Partial<Settings>;
}

export const PRESETS = {
  paper: { label: "paper’s defaults", phase: "generalisation", changes: {} },
  fast: { label: "fast", phase: "generalisation", changes: { encoderRate: 1e-2 } },
  grokking: {
    label: "grokking",
    phase: "grokking",
    changes: { encoderRate: 1e-4, decoderRate: 1e-2, optimiser: "adamw", decoderDecay: 0.3 },
  },
  memorisation: {
    label: "memorises",
    phase: "memorisation",
    changes: { encoderRate: 1e-4, decoderRate: 1e-2, steps: 15_000 },
  },
  confusion: { label: "confused", phase: "confusion", changes: { depth: 0, steps: 15_000 } },
} as const satisfies Record<string, Preset>;

/** The name of the preset that settings are, whatever their seed; null if they are none. */
export const presetOf = (settings: Settings): string | null =>
  Object.entries<Preset>(PRESETS).find(([, { changes }]) =>
    alikeBut(settings, { ...DEFAULTS, ...changes }, ["seed"]),
  )?.[0] ?? null;

/** What the reader's runs of the presets have come to. */
export const reached = reachedOf(
  (page: Store) => page,
  ({ history }) => {
    const name = history && presetOf(history.settings);
    const phase = history && name && describe(history.progress, history.settings).phase;
    return name && phase ? { name, phase } : null;
  },
);
