/**
 * @file A run again, on an engine of one's own: its parameters and moments at any step. Settings fix
 * everything, so on the exact engine the run again is the run.
 *
 * Shapes: P parameters.
 */

import type { Engine, Ensemble } from "../../../engine/ensemble";
import { Divergence } from "../../../engine/training";
import type { Settings } from "../../../experiment/params";
import type { Checkpoint } from "../../../run/wire";

/** A waypoint is kept at least every 30 % of steps. */
const GROWTH = 1.3;
/** Steps between two looks at whether the answer is still wanted. */
const CHUNK = 400;

export interface Replay {
  readonly settings: Settings;
  /** State [3, P] after `step` updates. */
  at(step: number): Promise<Checkpoint>;
  /** The waypoints up to `step`, ascending from 0; asked after `at(step)`. */
  waypoints(step: number): readonly Checkpoint[];
  /** Parameters [P] after each of `steps`, ascending, from a checkpoint on. */
  follow(from: Checkpoint, steps: readonly number[]): Promise<readonly Float32Array[]>;
}

/** `pause` is awaited between chunks; where it rejects, the replay stops and can be asked again. */
export async function makeReplay(
  engine: Engine,
  settings: Settings,
  pause: () => Promise<void>,
): Promise<Replay> {
  const ensemble: Ensemble = await engine.create([settings]);
  const kept = [await ensemble.checkpoint()];
  let last = kept[0];

  async function advance(goal: number): Promise<void> {
    while (ensemble.step < goal) {
      await ensemble.advance([Math.min(goal, ensemble.step + CHUNK)]);
      await pause();
    }
  }

  const finite = ({ step, state }: Checkpoint): Checkpoint => {
    if (!state.every(Number.isFinite))
      throw new Divergence(`A parameter was no longer a finite number at step ${step}.`);
    return { step, state };
  };

  return {
    settings,
    async at(step) {
      const start = [...kept, last]
        .filter((each) => each.step <= step)
        .reduce((best, each) => (each.step > best.step ? each : best));
      ensemble.restore(start);
      while (ensemble.step < step) {
        const newest = kept[kept.length - 1].step;
        const next = Math.ceil(Math.max(newest + 1, newest * GROWTH));
        await advance(Math.min(step, next > ensemble.step ? next : step));
        if (ensemble.step === next) kept.push(finite(await ensemble.checkpoint()));
      }
      last = finite(await ensemble.checkpoint());
      return last;
    },
    waypoints: (step) => kept.filter((each) => each.step <= step),
    async follow(from, steps) {
      ensemble.restore(from);
      const seen: Float32Array[] = [];
      for (const step of steps) {
        await advance(step);
        seen.push(await ensemble.parameters());
      }
      return seen;
    },
  };
}
