/**
 * @file The network in PyTorch or NumPy (peer.py), fed with the same numbers: first parameters, pairs, batches.
 */
import { EPSILON } from "../../../src/engine/reference/optimiser";
import { batches, batchSize, makeDataset } from "../../../src/experiment/dataset";
import { initialParameters } from "../../../src/experiment/initial";
import type { Settings } from "../../../src/experiment/params";
import { shapeOf } from "../../../src/experiment/shape";
import type { Subject } from "../subject";
import type { Library, Talk } from "../tools";

/** Batches that are made before anything is timed; later steps take them again. */
const BATCHES = 1000;

/** Concat, cross-entropy and Adam, as the default run. */
export async function makePeer(talk: Talk, library: Library, settings: Settings): Promise<Subject> {
  const { n, layers } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const pairs = batches(settings, train);
  const { encoderRate, decoderRate } = settings;
  await talk.ask({
    library,
    n,
    d: settings.d,
    sizes: [layers[0].fanIn, ...layers.map(({ fanOut }) => fanOut)],
    initial: Array.from(initialParameters(settings)),
    truth: Array.from(relation.truth, Number),
    batches: Array.from({ length: batchSize(settings) < train.length ? BATCHES : 1 }, (_, step) =>
      Array.from(pairs(step)),
    ),
    encoderRate,
    decoderRate,
    epsilon: EPSILON,
  });
  let used = 0;
  return {
    replicas: 1,
    async step(steps) {
      used += Number((await talk.ask(steps)).processorSeconds);
    },
    parameters: async () =>
      Float32Array.from((await talk.ask("parameters")).parameters as number[]),
    apart: () => used,
    end: talk.end,
  };
}
