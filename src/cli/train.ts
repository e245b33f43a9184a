/**
 * @file `train`: the outcome of a run for several seeds, each trained to its horizon, on all cores.
 */
import { availableParallelism } from "node:os";
import { cells, seeds } from "../experiment/experiment";
import type { Outcome } from "../experiment/recording";
import { NOT_BEGUN, outcomeOf } from "../run/standing";
import { type Command, numberFlag } from "./command";
import { headlessEngine } from "./engine";
import { SETTINGS_FLAGS, settingsFrom } from "./settingsFlags";
import { trainAll } from "./trainAll";

export const train: Command = {
  usage: "train [--relation modulo-3] [--encoderRate 1e-3] ... [--steps 15000] [--seeds 4]",
  flags: [...SETTINGS_FLAGS, "seeds"],
  run: async (flags) => {
    const base = settingsFrom(flags);
    const count = numberFlag(flags, "seeds", 1, { min: 1, max: 10_000, integer: true });
    const settings = cells(seeds(base, count));
    const from = settings.map(() => NOT_BEGUN);
    const outcomes: Outcome[] = [];
    await trainAll(
      { settings, until: "end", engine: await headlessEngine(), from },
      {
        workers: availableParallelism(),
        onStanding: (replica, standing) => {
          if (standing.finished) outcomes[replica] = outcomeOf(standing);
        },
      },
    );
    return settings.map(({ seed }, replica) => ({ seed, ...outcomes[replica] }));
  },
};
