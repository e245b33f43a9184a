/**
 * @file `train`: the outcome of a run for several seeds.
 */

import { cells, seeds } from "../experiment/experiment";
import { COLUMN, MEASURES } from "../run/frame";
import { progress, START, verdict } from "../run/outcome";
import { schedule } from "../run/schedule";
import { type Command, numberFlag } from "./command";
import { openEngine } from "./engine";
import { SETTINGS_FLAGS, settingsFrom } from "./settingsFlags";

export const train: Command = {
  usage: "train [--relation modulo-3] [--encoderRate 1e-3] ... [--steps 15000] [--seeds 4]",
  flags: [...SETTINGS_FLAGS, "seeds"],
  run: async (flags) => {
    const base = settingsFrom(flags);
    const count = numberFlag(flags, "seeds", 1, { min: 1, max: 10_000, integer: true });
    const engine = await openEngine();
    const outcomes = [];
    for (const settings of cells(seeds(base, count))) {
      const ensemble = await engine.create([settings]);
      const steps = schedule(settings.steps);
      const measures = await ensemble.advance(steps);
      ensemble.dispose();
      const row = (i: number) => measures.subarray(i * MEASURES.length, (i + 1) * MEASURES.length);
      const end = steps.reduce(
        (so, step, i) => progress(so, step, row(i)[COLUMN.train], row(i)[COLUMN.test]),
        START,
      );
      const last = row(steps.length - 1);
      outcomes.push({
        seed: settings.seed,
        stepsToTrain: end.train,
        stepsToTest: end.test,
        phase: verdict(end, settings.steps),
        trainAccuracy: last[COLUMN.train],
        testAccuracy: last[COLUMN.test],
        accuracy: last[COLUMN.entire],
        loss: last[COLUMN.trainLoss],
      });
    }
    return outcomes;
  },
};
