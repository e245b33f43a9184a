/**
 * @file The runs that show each phase, measured on modulo 3 (docs/model.md, "Presets").
 */

import type { Settings } from "../../../experiment/params";
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
