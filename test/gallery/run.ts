/**
 * @file The frozen run of run.json (test/views/freezeRun.ts says how it was made) in the shapes that
 * views take.
 */

import type { Field } from "../../src/kit/live/view/field";
import type { LatentData } from "../../src/kit/live/view/latent";
import type { Grouping } from "../../src/theory/relation";
import frozen from "./run.json";

export const { n } = frozen;
const { pinned } = frozen;
export const STEP = frozen.history.steps.at(-1) as number;

/** Equal modulo k on n elements. */
export const modulo = (count: number, k: number): Grouping => ({
  kind: "classes",
  of: Uint8Array.from({ length: count }, (_, x) => x % k),
  count: k,
});

/** Names of twelve elements: long and short, wide, from right to left, with what a page must not take for its own. */
export const NAMES = [
  "Chile",
  "French Guiana",
  "deposit-feeding peracaridan crustaceans",
  "東京都",
  "שלום",
  "<b>bold</b>",
  "(12)(34)",
  "e",
  "Saint Vincent and the Grenadines",
  "🐟",
  "7",
  "AB−",
];

export const numbers = (count: number): string[] => Array.from({ length: count }, (_, x) => `${x}`);

export const measure = (name: string): number[] => {
  const column = frozen.measures.indexOf(name);
  const { steps, values } = frozen.history;
  return steps.map((_, i) => values[i * frozen.measures.length + column]);
};

export const steps = frozen.history.steps;
export const truth = Uint8Array.from(frozen.truth, Number);
export const mask = Uint8Array.from(frozen.mask, Number);
export const prediction = Float32Array.from(frozen.prediction);
export const trailSteps = frozen.trails.steps;
export const trailPositions = Float32Array.from(frozen.trails.positions);

const field: Field = {
  ...frozen.field,
  values: Float32Array.from(frozen.field.values),
  caption: `P[R(${pinned}, ·) = 1]`,
};

/** The latent space of the run as it was at snapshot s. */
export function latentAt(s: number): LatentData {
  return {
    step: trailSteps[s],
    positions: trailPositions.subarray(s * n * 2, (s + 1) * n * 2),
    labels: LABELS,
    grouping: GROUPING,
    x: "plane",
    captions: ["E_1", "E_2"],
    trails: { steps: trailSteps.slice(0, s), positions: trailPositions.subarray(0, s * n * 2) },
    field: s === trailSteps.length - 1 ? field : null,
    arrows: null,
    pinned,
    hovered: [],
    sight: { zoom: 1, across: 0.5, down: 0.5 },
  };
}

const LABELS = numbers(n);
const GROUPING = modulo(n, 3);
