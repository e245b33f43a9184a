/**
 * @file `npm test`: types, lint, dead code, a build, then every test, a real browser's included.
 */
import { spawnSync } from "node:child_process";
import { emptyEvidence } from "../test/evidence";
import { chromiumPath, installShell } from "./chromium";
import { installPython } from "./python";

const STAGES = [
  ["npm", "run", "--silent", "check:types"],
  ["npm", "run", "--silent", "check:lint"],
  ["npm", "run", "--silent", "check:dead"],
  ["npm", "run", "--silent", "check:audit"],
  ["npm", "run", "--silent", "build"],
  ["npx", "vitest", "run"],
];

function main(): number {
  let chromium: string;
  try {
    installShell();
    chromium = chromiumPath();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  emptyEvidence();
  const missing = installPython();
  for (const sentence of missing) console.error(sentence);
  const env = { ...process.env, CHROME_PATH: chromium };
  for (const [command, ...args] of STAGES) {
    const shell = process.platform === "win32";
    const { status } = spawnSync(command, args, { stdio: "inherit", env, shell });
    if (status !== 0) {
      console.error(`failed: ${[command, ...args].join(" ")}`);
      return status ?? 1;
    }
  }
  for (const sentence of missing) console.error(sentence);
  return 0;
}

process.exitCode = main();
