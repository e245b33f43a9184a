/**
 * @file `bench`: the benchmark of the engines. It stands beside the sources, not in them, because it knows
 * libraries that the product does not; so it runs as a process of its own.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Command, UserError } from "./command";

const SCRIPT = fileURLToPath(new URL("../../bench/engines/main.ts", import.meta.url));

export const bench: Command = {
  usage: "bench",
  flags: [],
  run: async () => {
    const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, SCRIPT], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new UserError(`the benchmark failed (status ${status})`);
    return JSON.parse(stdout);
  },
};
