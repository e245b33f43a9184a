/**
 * @file The table of numbers that fix two repons and their decoder: the setup of section 5.
 *
 * A0 = diag(stiff, soft) R(angle)^T: its singular values, and the direction that it feels most. A
 * rotation of the outputs would change nothing but the meaning of y and b.
 */

import type { ValuesOf } from "../../../experiment/entry";
import type { ChoiceParam, NumericParam } from "../../../experiment/params";
import { entryPart } from "../../../kit/live/model/linkPart";

const number = (
  symbol: NumericParam["symbol"],
  label: string,
  initial: number,
  range: Omit<NumericParam, "kind" | "symbol" | "label" | "initial" | "origin" | "group">,
): NumericParam => ({
  kind: "number",
  symbol,
  label,
  initial,
  group: "training",
  origin: "ours",
  ...range,
});

const rate = { min: 1e-9, max: 1e3, scale: "log", unit: "per step", zero: "0" } as const;
const place = { min: -1000, max: 1000, scale: "linear", help: "A coordinate of a repon." } as const;
const target = { min: -3, max: 3, scale: "linear" } as const;
const width = { min: 1e-2, max: 1e2, scale: "log" } as const;

export const SETUP_PARAMS = {
  etaX: number(["η", "x"], "repons", 1e-3, { ...rate, help: "How fast the repons move." }),
  etaA: number(["η", "A"], "decoder", 1e-3, { ...rate, help: "How fast the decoder learns." }),
  x1x: number(["x", "1"], "first repon, right", 0.75, place),
  x1y: number(["x", "1"], "first repon, up", 0.35, place),
  x2x: number(["x", "2"], "second repon, right", -0.75, place),
  x2y: number(["x", "2"], "second repon, up", -0.35, place),
  angle: number(["φ"], "stiff direction", 20, {
    min: -180,
    max: 180,
    scale: "linear",
    unit: "degrees",
    help: "The direction in which the decoder feels a separation most.",
  }),
  stiff: number(["s", "1"], "along it", 1.4, {
    min: 0,
    max: 1000,
    scale: "linear",
    help: "How much the decoder feels a separation in that direction.",
  }),
  soft: number(["s", "2"], "across it", 0.9, {
    min: 0,
    max: 1000,
    scale: "linear",
    help: "How much it feels one across; 0 for a decoder with a single output.",
  }),
  y1: number(["y", "1"], "target", 1, {
    ...target,
    help: "What both should be mapped to, first output.",
  }),
  y2: number(["y", "2"], "target", 0, {
    ...target,
    help: "What both should be mapped to, second output.",
  }),
  b1: number(["b", "1"], "first bias", 0, {
    ...target,
    help: "The decoder's bias at the start, first output.",
  }),
  b2: number(["b", "2"], "first bias", 0, {
    ...target,
    help: "The decoder's bias at the start, second output.",
  }),
  sigmaA: number(["σ", "a"], "spread of A", 1, {
    ...width,
    help: "Standard deviation of the entries of a random decoder.",
  }),
  sigmaC: number(["σ", "c"], "spread of r", 1, {
    ...width,
    help: "Standard deviation of the entries of a random separation.",
  }),
  d: number(["d"], "dimensions", 2, {
    min: 1,
    max: 8,
    scale: "integer",
    help: "Dimensions of the random pairs.",
  }),
  outputs: number(["o"], "outputs", 2, {
    min: 1,
    max: 16,
    scale: "integer",
    help: "Outputs of the random decoders.",
  }),
  system: {
    kind: "choice",
    symbol: [""],
    label: "system",
    group: "training",
    initial: "reduced",
    values: { reduced: "reduced, Eq. 7", full: "full, Eq. 12" },
    help: "Reduced: the centre rests and the bias has its final value. Full: neither does.",
    origin: "paper",
  } as ChoiceParam<"reduced" | "full">,
} as const;

export type Setup = ValuesOf<typeof SETUP_PARAMS>;
export type SetupKey = keyof Setup;
export type NumberKey = Exclude<SetupKey, "system">;

export const SETUP_KEYS = Object.keys(SETUP_PARAMS) as SetupKey[];

/** In the reduced system the centre of mass is the origin. */
export function centred(setup: Setup): Setup {
  if (setup.system === "full") return setup;
  // Half of the least number below 0 is −0, which no link knows.
  const x = (setup.x1x - setup.x2x) / 2 + 0;
  const y = (setup.x1y - setup.x2y) / 2 + 0;
  return { ...setup, x1x: x, x1y: y, x2x: 0 - x, x2y: 0 - y };
}

/** Its part of the link. */
export const TWO_REPONS_PART = entryPart("two-repons", SETUP_PARAMS, {
  formerly: ["sandbox"],
  mend: (setup) => ({ value: centred(setup), notices: [] }),
});

export const SETUP_HOME: Setup = TWO_REPONS_PART.initial;
