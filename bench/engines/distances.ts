/**
 * @file How far an engine's parameters are from those of the float64 reference.
 */
import type { Engine, Ensemble } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import { simdEngine } from "../../src/engine/simd/simd";
import { DEFAULTS } from "../../src/experiment/params";
import type { Tools } from "./tools";

export type Tested = "simd" | "webgl";

/** Largest difference of any parameter. */
export interface Distances {
  readonly default200: number;
  /** Over any 5 of the first 1000 default steps (every hundredth state is tried), from the same state. */
  readonly fiveSteps: number;
  readonly batch64: number;
}

const ENGINES: Readonly<Record<Tested, (tools: Tools) => Promise<Engine>>> = {
  simd: async (tools) => simdEngine(await tools.kernel()),
  webgl: (tools) => tools.webgl(),
};

async function between(one: Ensemble, other: Ensemble): Promise<number> {
  const [a, b] = [await one.parameters(), await other.parameters()];
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

async function start(engine: Engine, batch: number) {
  const settings = [{ ...DEFAULTS, batch }];
  return [await engine.create(settings), await referenceEngine.create(settings)] as const;
}

async function after(step: number, ...ensembles: readonly [Ensemble, Ensemble]): Promise<number> {
  for (const ensemble of ensembles) await ensemble.advance([step]);
  return between(...ensembles);
}

export async function distances(tools: Tools, name: Tested): Promise<Distances> {
  const engine = await ENGINES[name](tools);
  const [tested, reference] = await start(engine, 0);
  const default200 = await after(200, tested, reference);

  const [walker, guide] = await start(engine, 0);
  let fiveSteps = 0;
  for (let step = 0; step < 1000; step += 100) {
    await walker.advance([step]);
    const checkpoint = await walker.checkpoint();
    guide.restore({ step, state: Float64Array.from(checkpoint.state) });
    fiveSteps = Math.max(fiveSteps, await after(step + 5, walker, guide));
    walker.restore(checkpoint);
  }
  return {
    default200,
    fiveSteps,
    batch64: await after(1000, ...(await start(engine, 64))),
  };
}
