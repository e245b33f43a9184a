/**
 * @file Ensembles on which an engine is held against the reference, and how.
 */

import type { Engine } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import { DEFAULTS, type Settings } from "../../src/experiment/params";

export interface Case {
  readonly name: string;
  readonly settings: readonly Settings[];
}

const TINY: Settings = {
  ...DEFAULTS,
  n: 5,
  d: 2,
  depth: 2,
  width: 4,
  encoderRate: 1e-2,
  decoderRate: 3e-3,
  decoderDecay: 0.1,
};

/** Three replicas that differ in everything but shape, loss, optimiser and batch. */
const ensemble = (change: Partial<Settings>): readonly Settings[] => [
  { ...TINY, ...change },
  { ...TINY, ...change, seed: 7, relation: "greater-than", encoderRate: 3e-3, decoderDecay: 0 },
  { ...TINY, ...change, seed: 8, trainFraction: 0.4, decoderRate: 1e-2, embeddingSigma: 2 },
];

const CHANGES: readonly Partial<Settings>[] = [
  ...(["concat", "difference", "squared-difference"] as const).flatMap((mode) =>
    (["bce", "mse"] as const).map((loss) => ({ mode, loss })),
  ),
  ...(["adam", "adamw", "gd"] as const).flatMap((optimiser) =>
    [0, 6].map((batch) => ({ optimiser, batch })),
  ),
  { depth: 0 },
  { depth: 1, batch: 14 },
  { depth: 5, d: 1, width: 3 },
  { depth: 7, optimiser: "gd" },
  { depth: 12, width: 6, mode: "squared-difference" },
  { d: 8, n: 4, width: 2, mode: "difference" },
];

export const CASES: readonly Case[] = CHANGES.map((change) => ({
  name: Object.entries(change)
    .map(([key, value]) => `${key} ${value}`)
    .join(", "),
  settings: ensemble(change),
}));

/** What an engine makes of `settings`: measures at `steps` [S, R, M], parameters at the last [R, P]. */
export async function trained(
  engine: Engine,
  settings: readonly Settings[],
  steps: readonly number[],
) {
  const ensemble = await engine.create(settings);
  try {
    const measures = await ensemble.advance(steps);
    return { measures, parameters: await ensemble.parameters() };
  } finally {
    ensemble.dispose();
  }
}

export const oracle = (settings: readonly Settings[], steps: readonly number[]) =>
  trained(referenceEngine, settings, steps);
