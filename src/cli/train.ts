/**
 * @file `train`: the outcome of a run for several seeds, each trained to its horizon, on all cores; where its relation
 * has classes also how far those alike stand from each other, and from others, in the end.
 */
import { availableParallelism } from "node:os";
import { loadSimdEngine } from "../engine/simd/loadInNode";
import { relationClasses } from "../experiment/dataset";
import { cells, seeds } from "../experiment/experiment";
import type { Outcome } from "../experiment/recording";
import { sentence } from "../experiment/sentence";
import type { EngineName } from "../run/engineChoice";
import { NOT_BEGUN, outcomeOf } from "../run/standing";
import { type Meeting, meetingOf } from "../theory/meeting";
import { type Command, numberFlag } from "./command";
import { SETTINGS_FLAGS, settingsFrom } from "./settingsFlags";
import { trainAll } from "./trainAll";

/** The SIMD engine; where it does not start the reference, with a line on stderr that says why. */
async function headlessEngine(): Promise<EngineName> {
  try {
    await loadSimdEngine();
    return "simd";
  } catch (error) {
    const reason = sentence(error);
    console.error(`The SIMD engine does not start (${reason}); the slow reference trains instead.`);
    return "reference";
  }
}

export const train: Command = {
  usage: "train [--relation modulo-3] [--encoderRate 1e-3] ... [--steps 15000] [--seeds 4]",
  flags: [...SETTINGS_FLAGS, "seeds"],
  run: async (flags) => {
    const base = settingsFrom(flags);
    const count = numberFlag(flags, "seeds", 1, { min: 1, max: 10_000, integer: true });
    const settings = cells(seeds(base, count));
    const from = settings.map(() => NOT_BEGUN);
    const outcomes: Outcome[] = [];
    const meetings: Meeting[] = [];
    await trainAll(
      { settings, until: "end", engine: await headlessEngine(), from },
      {
        workers: availableParallelism(),
        onStanding: (replica, standing) => {
          if (!standing.finished) return;
          outcomes[replica] = outcomeOf(standing);
          const classes = relationClasses(settings[replica]);
          const last = standing.moments.at(-1);
          if (classes && last) meetings[replica] = meetingOf(last.embedding, base.d, classes);
        },
      },
    );
    return settings.map(({ seed }, replica) => ({
      seed,
      ...outcomes[replica],
      ...(meetings[replica] && { classes: meetings[replica] }),
    }));
  },
};
