/**
 * @file An ensemble of one of the product's own engines.
 */
import type { Engine } from "../../../src/engine/ensemble";
import type { Settings } from "../../../src/experiment/params";
import type { Subject } from "../subject";

/** `replicas` of `settings` with consecutive seeds. */
export async function makeEnsemble(
  engine: Engine,
  settings: Settings,
  replicas: number,
): Promise<Subject> {
  const each = Array.from({ length: replicas }, (_, r) => ({
    ...settings,
    seed: settings.seed + r,
  }));
  const ensemble = await engine.create(each);
  return {
    replicas,
    step: async (steps) => {
      await ensemble.advance([ensemble.step + steps]);
    },
    parameters: async () => {
      const all = await ensemble.parameters();
      return all.slice(0, all.length / replicas);
    },
  };
}
