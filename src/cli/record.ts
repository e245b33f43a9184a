/**
 * @file `record`: makes the recordings of the experiment files, resumable and at low priority.
 */
import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { type Command, UserError } from "./command";
import { interruption } from "./interrupt";
import { mergeShards } from "./merge";
import { readExperiment, sweepShard, workersFrom } from "./sweep";

const DATA = "public/data";
const EXPERIMENTS = join(DATA, "experiments");

/** Experiments by name; all of them if none is named. */
function chosen(names: readonly string[]): readonly string[] {
  const known = readdirSync(EXPERIMENTS)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UserError(`no experiment "${unknown[0]}" in ${EXPERIMENTS}: ${known.join(", ")}`);
  return names.length > 0 ? names : known;
}

export const record: Command = {
  usage: "record [NAME ...] [--out build/recordings] [--workers 2]",
  flags: ["out", "workers"],
  run: async (flags, operands) => {
    const out = flags.get("out") || join("build", "recordings");
    const workers = workersFrom(flags);
    setPriority(constants.priority.PRIORITY_LOW);
    const signal = interruption();
    const made = [];
    for (const name of chosen(operands)) {
      const named = readExperiment(join(EXPERIMENTS, `${name}.json`));
      const folder = join(out, name);
      const swept = await sweepShard({
        named,
        folder,
        share: { shard: 0, of: 1 },
        resume: true,
        workers,
        signal,
      });
      console.error(JSON.stringify(swept));
      made.push(mergeShards(folder, DATA));
    }
    return made;
  },
};
