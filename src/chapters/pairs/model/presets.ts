/**
 * @file Moments of runs in which the theory of two repons is worth holding against the network
 * (docs/pairs.md says what was found in each).
 */
import type { Settings } from "../../../experiment/params";

export interface Preset {
  readonly label: string;
  readonly changes: Partial<Settings>;
  /** The step that is looked at. */
  readonly at: number;
}

/** Plain gradient descent that generalises; it needs large rates. */
const DESCENT = {
  depth: 2,
  width: 20,
  optimiser: "gd",
  encoderRate: 3,
  decoderRate: 0.3,
  steps: 20_000,
} as const satisfies Partial<Settings>;

export const PRESETS: readonly Preset[] = [
  { label: "Gradient descent, late", changes: DESCENT, at: 3000 },
  { label: "Gradient descent, early", changes: DESCENT, at: 300 },
  { label: "Adam, the defaults", changes: {}, at: 1000 },
  { label: "Differences only", changes: { ...DESCENT, mode: "difference" }, at: 3000 },
];
