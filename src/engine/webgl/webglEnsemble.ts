/**
 * @file R replicas side by side as programs of our own on tfjs's WebGL backend: a step is a fixed
 * list of draws, whatever R, and reads nothing back.
 *
 * Shapes: R replicas, P parameters of a replica, N pairs, M measures.
 */
import { makeDataset } from "../../experiment/dataset";
import { initialParameters } from "../../experiment/initial";
import type { Settings } from "../../experiment/params";
import { MEASURES } from "../../run/frame";
import type { Ensemble } from "../ensemble";
import { writeMeasures } from "../measures";
import { BETA1, BETA2 } from "../reference/optimiser";
import type { Device } from "./backend";
import { NO_STEP, type Sheet } from "./card";
import { everyPair, makeBatches } from "./feed";
import { makePacker, type Texels, tilePerReplica, tilesOf } from "./packer";
import { planOf } from "./plan";

/** Milliseconds after which an answer is given up, and more for each replica and step asked for. */
const PATIENCE = 30_000;
const PATIENCE_PER_STEP = 100;

/** Initial parameters and zero moments. [R, 3, P] */
const initialState = (settings: readonly Settings[]): number[] =>
  settings.flatMap((of) => {
    const parameters = Array.from(initialParameters(of));
    return [...parameters, ...new Array<number>(2 * parameters.length).fill(0)];
  });

export function createWebglEnsemble(settings: readonly Settings[], device: Device): Ensemble {
  const { card } = device;
  const R = settings.length;
  const N = settings[0].n ** 2;
  const datasets = settings.map(makeDataset);
  const trained = datasets.map(({ train }) => train.length);
  const batches = makeBatches(settings, datasets);
  const plan = planOf(settings, batches, device.textureLimit);
  const { slots } = plan;
  const { layout, grid } = plan.scene;
  const packer = makePacker(layout, grid, R);

  const send = ({ width, height, texels }: Texels): Sheet => card.upload(width, height, texels);
  const ratesOf = settings.flatMap((of) => [of.encoderRate, of.decoderRate, of.decoderDecay, 0]);
  const rates = send(tilePerReplica(Float32Array.from(ratesOf), grid));
  const judged = send(everyPair(datasets, grid));
  const feed = send(batches.feed(0, grid, slots));
  let fedFrom = 0;
  let state = send(packer.state(initialState(settings)));
  let step = 0;

  function train(): void {
    if (!batches.full && (step < fedFrom || step >= fedFrom + slots)) {
      card.overwrite(feed, batches.feed(step, grid, slots).texels);
      fedFrom = step;
    }
    const slot = batches.full ? 0 : step - fedFrom;
    const correction = [1 - BETA1 ** (step + 1), 1 - BETA2 ** (step + 1)] as const;
    const given = { state, feed, rates };
    const next = card.play(plan.training, given, "state", { slot, correction });
    card.free(state);
    state = next;
    step++;
  }

  const read = (sheet: Sheet, updates = 0): Promise<Float32Array> =>
    device.guard(card.read(sheet), PATIENCE + PATIENCE_PER_STEP * R * updates);

  return {
    settings,
    get step() {
      return step;
    },
    async advance(steps) {
      device.check();
      const before = step;
      const tallies = steps.map((goal) => {
        while (step < goal) train();
        return card.play(plan.measuring, { state, feed: judged }, "tally", NO_STEP);
      });
      try {
        const matrices = await Promise.all(tallies.map((tally) => read(tally, step - before)));
        const measures = new Float64Array(steps.length * R * MEASURES.length);
        matrices.forEach((matrix, row) => {
          const sums = tilesOf(matrix, grid, R);
          trained.forEach((count, r) => {
            const [rightTrain, rightTest, lossTrain, lossTest] = sums.subarray(4 * r);
            const into = measures.subarray((row * R + r) * MEASURES.length);
            writeMeasures(into, [lossTrain, lossTest], [rightTrain, rightTest], count, N);
          });
        });
        return measures;
      } finally {
        for (const tally of tallies) card.free(tally);
      }
    },
    async parameters() {
      device.check();
      return packer.values(await read(state), 1);
    },
    async checkpoint() {
      device.check();
      const at = step;
      return { step: at, state: packer.values(await read(state), 3) };
    },
    restore(checkpoint) {
      card.free(state);
      state = send(packer.state(checkpoint.state));
      step = checkpoint.step;
    },
    dispose() {
      for (const sheet of [state, feed, judged, rates]) card.free(sheet);
    },
  };
}
