/**
 * @file Replicas of an experiment, trained side by side from where they stand. Knows no clock and no
 * thread.
 *
 * Shapes: R replicas, P parameters of a replica, S evaluated steps, M measures.
 */
import type { Until } from "../experiment/experiment";
import type { Settings } from "../experiment/params";
import { COLUMN, MEASURES } from "../run/frame";
import { progress } from "../run/outcome";
import { schedule } from "../run/schedule";
import { lastStep, type Moment, nextMoment, type Standing, TAIL } from "../run/standing";
import type { Checkpoint } from "../run/wire";
import { type Engine, isExact } from "./ensemble";

export interface Trial {
  readonly step: number;
  /** Whether all replicas are. Those that are before the others are no longer looked at. */
  readonly finished: boolean;
  /**
   * Trains up to `most` steps further, perhaps fewer. What is evaluated and kept depends on the settings
   * alone, never on how a replica was sliced or on those beside it.
   */
  advance(most: number): Promise<void>;
  /** With checkpoints unless they are finished. [R] */
  standings(): Promise<Standing[]>;
  dispose(): void;
}

/** Where a replica stands, but for its checkpoint. */
type Place = Omit<Standing, "checkpoint" | "exact">;

/** Replicas at the same step, one after the other. */
function together(from: readonly Standing[]): Checkpoint | null {
  const [{ checkpoint }] = from;
  if (!checkpoint) return null;
  if (from.length === 1) return checkpoint;
  const size = checkpoint.state.length;
  const Numbers = checkpoint.state instanceof Float64Array ? Float64Array : Float32Array;
  const state = new Numbers(from.length * size);
  from.forEach((standing, r) => {
    if (standing.checkpoint) state.set(standing.checkpoint.state, r * size);
  });
  return { step: checkpoint.step, state };
}

/**
 * Goes on from `from`, which must be of the same settings; all replicas must be at one step and have
 * one horizon. [R]
 */
export async function openTrial(
  engine: Engine,
  settings: readonly Settings[],
  until: Until,
  from: readonly Standing[],
): Promise<Trial> {
  const ensemble = await engine.create(settings);
  const checkpoint = together(from);
  if (checkpoint) ensemble.restore(checkpoint);
  const R = settings.length;
  const [{ steps: horizon }] = settings;
  const evaluated = schedule(horizon);
  const places: Place[] = from.map(({ checkpoint: _, exact: __, ...place }) => place);
  let upcoming = evaluated.findIndex((step) => step > from[0].progress.step);

  const momentDue = ({ moments }: Place): number => nextMoment(moments.at(-1)?.step ?? -1);
  const endDue = ({ progress }: Place): number => lastStep(progress, horizon, until);

  /** The first evaluated step at which parameters may have to be read. */
  function halt(): number {
    const open = places.filter(({ finished }) => !finished);
    const due = Math.min(...open.map((place) => Math.min(momentDue(place), endDue(place))));
    return evaluated.find((step, i) => i >= upcoming && step >= due) ?? horizon;
  }

  function observe(place: Place, step: number, measures: Float64Array): Place {
    const [train, test] = [measures[COLUMN.train], measures[COLUMN.test]];
    const seen = { ...place, measures, progress: progress(place.progress, step, train, test) };
    const diverged = !Number.isFinite(measures[COLUMN.trainLoss]);
    return { ...seen, diverged, finished: diverged || step >= endDue(seen) };
  }

  /** Keeps moments of those that were observed at `step` and have one due, or their last. */
  async function keepMoments(step: number, before: readonly Place[]): Promise<void> {
    const due = places.map(
      (place, r) =>
        !before[r].finished && !place.diverged && (place.finished || step >= momentDue(place)),
    );
    if (!due.includes(true)) return;
    const parameters = await ensemble.parameters();
    places.forEach((place, r) => {
      if (!due[r]) return;
      const first = (r * parameters.length) / R;
      const moment: Moment = {
        step,
        train: place.measures[COLUMN.train],
        test: place.measures[COLUMN.test],
        embedding: parameters.slice(first, first + settings[r].n * settings[r].d),
      };
      places[r] = { ...place, moments: [...place.moments, moment] };
    });
  }

  const trial: Trial = {
    get step() {
      return ensemble.step;
    },
    get finished() {
      return places.every(({ finished }) => finished);
    },
    async advance(most) {
      if (trial.finished) return;
      // Whoever is decided on the way trains on for TAIL, so nobody ends before the limit.
      const limit = Math.min(halt(), ensemble.step + Math.min(most, TAIL.steps));
      let end = upcoming;
      while (end < evaluated.length && evaluated[end] <= limit) end++;
      const goals = evaluated.slice(upcoming, end);
      const last = goals.at(-1);
      const measured = await ensemble.advance(last === undefined ? [limit] : goals);
      upcoming = end;
      const before = [...places];
      goals.forEach((goal, row) => {
        places.forEach((place, r) => {
          const at = (row * R + r) * MEASURES.length;
          if (!place.finished)
            places[r] = observe(place, goal, measured.slice(at, at + MEASURES.length));
        });
      });
      if (last !== undefined) await keepMoments(last, before);
    },
    async standings() {
      const all = trial.finished ? null : await ensemble.checkpoint();
      return places.map((place, r) => {
        const size = (all?.state.length ?? 0) / R;
        const checkpoint =
          all && !place.finished
            ? { step: all.step, state: all.state.slice(r * size, (r + 1) * size) }
            : null;
        return { ...place, exact: from[r].exact && isExact(engine), checkpoint };
      });
    },
    dispose: () => ensemble.dispose(),
  };
  return trial;
}
