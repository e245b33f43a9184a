/**
 * @file An ensemble of replicas that the processor works on one after the other.
 *
 * Shapes: R replicas, P parameters of a replica, M measures.
 */
import type { Settings } from "../experiment/params";
import { MEASURES } from "../run/frame";
import { type Ensemble, sharedShape } from "./ensemble";

/** One replica, between steps and in the engine's own layout. */
export interface Replica<State> {
  /** Trains from step `from` through all of `steps`; the M measures at each go to `rows`. */
  advance(from: number, steps: readonly number[], rows: readonly Float64Array[]): void;
  /** Writes parameters [P], or these and first and second moments. [3, P] */
  read(into: Float32Array | State): void;
  /** From parameters and moments. [3, P] */
  restore(from: State): void;
}

/** `stateOf` makes the array of a checkpoint. Replicas never see each other. */
export function oneByOne<State extends Float32Array | Float64Array>(
  settings: readonly Settings[],
  makeReplica: (settings: Settings) => Replica<State>,
  stateOf: (length: number) => State,
): Ensemble {
  const { size } = sharedShape(settings);
  const replicas = settings.map(makeReplica);
  const R = settings.length;
  const M = MEASURES.length;
  let step = 0;
  /** Each replica with its own part of `all`. */
  function each<A extends Float32Array | Float64Array>(
    all: A,
    visit: (replica: Replica<State>, part: A) => void,
  ): A {
    const own = all.length / R;
    replicas.forEach((replica, r) => {
      visit(replica, all.subarray(r * own, (r + 1) * own) as A);
    });
    return all;
  }
  return {
    settings,
    get step() {
      return step;
    },
    async advance(steps) {
      const measures = new Float64Array(steps.length * R * M);
      replicas.forEach((replica, r) => {
        const row = (_: number, i: number) => measures.subarray((i * R + r) * M).subarray(0, M);
        replica.advance(step, steps, steps.map(row));
      });
      step = Math.max(step, ...steps.slice(-1));
      return measures;
    },
    parameters: async () => each(new Float32Array(R * size), (replica, all) => replica.read(all)),
    async checkpoint() {
      return { step, state: each(stateOf(R * 3 * size), (replica, all) => replica.read(all)) };
    },
    restore(checkpoint) {
      step = checkpoint.step;
      each(checkpoint.state as State, (replica, part) => replica.restore(part));
    },
    dispose() {}, // Nothing is held outside this ensemble.
  };
}
