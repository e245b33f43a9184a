/**
 * @file Pairs that show one thing each.
 */
import type { Phase } from "../../../theory/phase";
import { FAST_DECODER, FAST_REPONS, start } from "./faster";
import { centred, SETUP_HOME, SETUP_KEYS, type Setup } from "./params";

export interface Preset {
  readonly label: string;
  /** How it ends. */
  readonly phase: Phase;
  readonly changes: Partial<Setup>;
}

export const PRESETS = {
  eigenvector: {
    label: "along an axis",
    phase: "generalisation",
    changes: { ...start(0.9, 0), angle: 90, stiff: 0.8, soft: 1.5 },
  },
  general: {
    label: "across both",
    phase: "generalisation",
    changes: {},
  },
  misled: {
    label: "C misleads",
    phase: "memorisation",
    changes: { ...start(0.85, 0.2), angle: 45, stiff: 1.7, soft: 0.5 },
  },
  critical: {
    label: "near critical",
    phase: "generalisation",
    changes: { ...start(0.84, 0.268), angle: 0, stiff: 1.3, soft: 0.98 },
  },
  scalar: {
    label: "one output",
    phase: "memorisation",
    changes: { ...start(0.9, 0.45), angle: 0, stiff: 1.5, soft: 0 },
  },
  fastRepons: {
    label: "fast repons",
    phase: "generalisation",
    changes: FAST_REPONS,
  },
  fastDecoder: {
    label: "fast decoder",
    phase: "memorisation",
    changes: FAST_DECODER,
  },
  target: {
    label: "far target",
    phase: "generalisation",
    changes: { ...start(0.9, 0.39), angle: 30, stiff: 1.3, soft: 0.6, y1: 2, system: "full" },
  },
  hooke: {
    label: "Hooke’s spring",
    phase: "memorisation",
    changes: { ...start(1, 0), angle: 0, stiff: 1, soft: 0 },
  },
  decoderRests: {
    label: "(i) decoder rests",
    phase: "generalisation",
    changes: { etaA: 0 },
  },
  unfelt: {
    label: "(i) fails",
    phase: "memorisation",
    changes: { ...start(0.9, 0.45), angle: 0, stiff: 1.5, soft: 0, etaA: 0 },
  },
  reponsRest: {
    label: "(ii) fails",
    phase: "memorisation",
    changes: { etaX: 0 },
  },
} as const satisfies Record<string, Preset>;

/** The widths and sizes of random draws belong to no preset. */
const FREE = new Set<keyof Setup>(["sigmaA", "sigmaC", "d", "outputs"]);

const matches = (setup: Setup, changes: Partial<Setup>): boolean => {
  const preset = centred({ ...SETUP_HOME, ...changes });
  return SETUP_KEYS.every((key) => FREE.has(key) || setup[key] === preset[key]);
};

/** The name of the preset that a setup is; null if it is none. */
export const presetOf = (setup: Setup): string | null =>
  Object.entries<Preset>(PRESETS).find(([, { changes }]) => matches(setup, changes))?.[0] ?? null;
