/** @file Faults in the headless commands. */
import type { Mutant } from "../../scripts/mutant";

const SHARD = "test/cli/shard.test.ts";
const SWEEP = "test/cli/sweep.test.ts";
const FLAGS = "test/cli/flags.test.ts";

export const CLI: readonly Mutant[] = [
  {
    file: "src/cli/command.ts",
    from: "value < min ||\n    value > max",
    to: "value <= min ||\n    value >= max",
    what: "the ends of a flag's range are refused",
    tests: [FLAGS],
  },
  {
    file: "src/cli/sweep.ts",
    from: "shard < of",
    to: "shard <= of",
    what: "a shard beyond the last is taken",
    tests: [SWEEP],
  },
  {
    file: "src/cli/shard.ts",
    from: "replica % of === shard);\n\nexport const shardName",
    to: "replica % of >= shard);\n\nexport const shardName",
    what: "shards share replicas",
    tests: [SHARD],
  },
  {
    file: "src/cli/shard.ts",
    from: 'text.lastIndexOf("\\n") + 1',
    to: "text.length",
    what: "a torn last line is taken for a replica",
    tests: [SHARD],
  },
  {
    file: "src/cli/shard.ts",
    from: "    finish(line) {\n      alone();",
    to: "    finish(line) {",
    what: "two processes write one shard",
    tests: [SHARD],
  },
  {
    file: "src/cli/merge.ts",
    from: "replica >= all.length",
    to: "replica > all.length",
    what: "a replica that the experiment does not have is merged",
    tests: [SHARD],
  },
  {
    file: "src/cli/bound.ts",
    from: "value > 0 && value < 1",
    to: "value >= 0 && value <= 1",
    what: "fractions of 0 and 1 are taken",
    tests: [FLAGS],
  },
  {
    file: "src/cli/trainAll.ts",
    from: "    pool.close();",
    to: "",
    what: "the threads of a command outlive its work",
    tests: ["test/cli/trainAll.test.ts"],
  },
];
