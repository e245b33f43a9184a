/** @file Trains a run on an engine and keeps of it what a scene needs (src/run/storedRun.ts). */
import type { Engine } from "../src/engine/ensemble";
import { makeTraining } from "../src/engine/training";
import { fingerprint } from "../src/experiment/fingerprint";
import { shapeOf } from "../src/experiment/shape";
import type { WantedRun } from "../src/kit/live/model/stored";
import { COLUMN, MEASURES } from "../src/run/frame";
import { isPowerOfTwo, nextPowerOfTwo } from "../src/run/schedule";
import type { Moment } from "../src/run/standing";
import type { StoredFile } from "../src/run/storedRun";
import type { Checkpoint } from "../src/run/wire";

/** An embedding is kept at least every 5 % of steps. */
const GROWTH = 1.05;

/** Steps at which something is kept, up to the power of two after the last moment. */
export function keptSteps(moments: readonly number[], horizon: number): number[] {
  const end = Math.min(horizon, nextPowerOfTwo(moments[moments.length - 1]));
  const steps = new Set([0, end, ...moments]);
  for (let step = 1; step < end; step = Math.max(step + 1, Math.floor(step * GROWTH)))
    steps.add(step);
  for (let step = 1; step < end; step *= 2) steps.add(step);
  return [...steps].sort((a, b) => a - b);
}

/** Rejects where the run diverges. Only what came up to the last moment is kept, and later fingerprints. */
export async function recordRun(
  engine: Engine,
  { settings, moments }: WantedRun,
): Promise<StoredFile> {
  const ensemble = await engine.create([settings]);
  const training = makeTraining(ensemble, settings.steps);
  const last = moments[moments.length - 1];
  const { embedding } = shapeOf(settings);
  const rows: number[][] = [];
  const frames: Moment[] = [];
  const kept: Checkpoint[] = [];
  const claims = new Map<number, string>();
  try {
    for (const goal of keptSteps(moments, settings.steps)) {
      await training.advance(goal);
      const { step, steps, measures, parameters } = await training.frame();
      const moment = moments.includes(step);
      if (moment || isPowerOfTwo(step) || step > last) claims.set(step, fingerprint(parameters));
      if (step > last) continue;
      steps.forEach((each, i) => {
        rows.push([each, ...measures.subarray(i * MEASURES.length, (i + 1) * MEASURES.length)]);
      });
      const row = rows[rows.length - 1];
      frames.push({
        step,
        train: row[1 + COLUMN.train],
        test: row[1 + COLUMN.test],
        embedding: parameters.slice(0, embedding),
      });
      if (moment) kept.push(await ensemble.checkpoint());
    }
  } finally {
    ensemble.dispose();
  }
  const column = (c: number) => Float64Array.from(rows, (row) => row[c]);
  return {
    settings,
    steps: column(0),
    measures: MEASURES.map((_, m) => column(1 + m)),
    frames,
    moments: kept,
    claims,
  };
}
