/** @file An engine that counts its ensembles. */
import type { Engine, Ensemble } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";

export interface Counted {
  readonly engine: Engine;
  readonly made: () => number;
  /** Those that were not disposed of. */
  readonly alive: () => number;
}

/** The reference; `before` hears every advance of one of its ensembles, and may throw. */
export function counted(before: (steps: readonly number[]) => void = () => {}): Counted {
  let [made, alive] = [0, 0];
  const engine: Engine = {
    ...referenceEngine,
    async create(settings) {
      const inner = await referenceEngine.create(settings);
      made += 1;
      alive += 1;
      const ensemble: Ensemble = {
        settings,
        get step() {
          return inner.step;
        },
        async advance(steps) {
          before(steps);
          return inner.advance(steps);
        },
        parameters: () => inner.parameters(),
        checkpoint: () => inner.checkpoint(),
        restore: (checkpoint) => inner.restore(checkpoint),
        dispose() {
          alive -= 1;
          inner.dispose();
        },
      };
      return ensemble;
    },
  };
  return { engine, made: () => made, alive: () => alive };
}
