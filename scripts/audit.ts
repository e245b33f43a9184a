/**
 * @file Asks the registry whether anything is known against the packages that are in the page. Fails where it is serious;
 * where it cannot be asked, a sentence says so.
 */
import { spawnSync } from "node:child_process";

const SERIOUS = ["high", "critical"] as const;

/** What `npm audit --json` says: the number of findings by how serious they are; null where it does not say. */
export function findings(json: string): Readonly<Record<string, number>> | null {
  try {
    return JSON.parse(json).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}

/** How the process ends, and what it says. */
export function judged(found: Readonly<Record<string, number>> | null): readonly [number, string] {
  if (found === null)
    return [0, "The registry could not be asked what is known against the packages of the page."];
  const serious = SERIOUS.reduce((sum, level) => sum + (found[level] ?? 0), 0);
  if (serious > 0)
    return [1, `${serious} serious findings against packages of the page: npm audit --omit=dev`];
  return [0, `Packages of the page: ${found.total ?? 0} findings, none of them serious.`];
}

if (process.argv[1]?.endsWith("audit.ts")) {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    encoding: "utf8",
    timeout: 30_000,
    shell: process.platform === "win32",
  });
  const [status, words] = judged(findings(stdout ?? ""));
  console.log(words);
  process.exitCode = status;
}
