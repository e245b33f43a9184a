/**
 * @file One replica of an experiment, trained from where it stands. Knows no clock and no thread.
 */
import type { Until } from "../experiment/experiment";
import type { Settings } from "../experiment/params";
import { COLUMN } from "../run/frame";
import { progress } from "../run/outcome";
import { schedule } from "../run/schedule";
import { lastStep, type Moment, nextMoment, type Standing } from "../run/standing";
import type { Engine } from "./ensemble";

export interface Trial {
  readonly step: number;
  readonly finished: boolean;
  /**
   * Trains up to `most` steps further, no further than the next evaluated step. What is evaluated and
   * kept depends on the settings alone, never on how the replica was sliced.
   */
  advance(most: number): Promise<void>;
  /** With a checkpoint unless it is finished. */
  standing(): Promise<Standing>;
  dispose(): void;
}

/** Goes on from `from`, which must be of the same settings on the same engine. */
export async function openTrial(
  engine: Engine,
  settings: Settings,
  until: Until,
  from: Standing,
): Promise<Trial> {
  const ensemble = await engine.create([settings]);
  if (from.checkpoint) ensemble.restore(from.checkpoint);
  const evaluated = schedule(settings.steps);
  const embedding = settings.n * settings.d;
  const moments: Moment[] = [...from.moments];
  let { progress: at, measures, diverged, finished } = from;
  let upcoming = evaluated.findIndex((step) => step > at.step);

  async function keepMoment(): Promise<void> {
    const parameters = await ensemble.parameters();
    moments.push({
      step: at.step,
      train: measures[COLUMN.train],
      test: measures[COLUMN.test],
      embedding: parameters.slice(0, embedding),
    });
  }

  return {
    get step() {
      return ensemble.step;
    },
    get finished() {
      return finished;
    },
    async advance(most) {
      if (finished) return;
      const goal = evaluated[upcoming];
      const target = Math.min(goal, ensemble.step + most);
      const measured = await ensemble.advance([target]);
      if (target < goal) return;
      upcoming += 1;
      measures = measured;
      diverged = !Number.isFinite(measures[COLUMN.trainLoss]);
      at = progress(at, goal, measures[COLUMN.train], measures[COLUMN.test]);
      finished = diverged || goal >= lastStep(at, settings.steps, until);
      const last = moments.at(-1)?.step ?? -1;
      if (finished || goal >= nextMoment(last)) await keepMoment();
    },
    async standing() {
      return {
        progress: at,
        measures,
        moments: [...moments],
        diverged,
        finished,
        checkpoint: finished ? null : await ensemble.checkpoint(),
      };
    },
    dispose: () => ensemble.dispose(),
  };
}
