/** @file Installs packages of Debian's where that can be done: as root, on Debian. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A limit for the network, which is another's: PyTorch takes one and a half minutes where it is good. */
const LIMIT_MS = 300_000;

/** Each for itself: one that Debian does not have keeps no other away. Whether they are there is for the caller to see. */
export function installOnDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.error(`Installing Debian's ${packages.join(", ")}.`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: LIMIT_MS,
  } as const satisfies SpawnSyncOptions;
  spawnSync("apt-get", ["update", "-qq"], options);
  for (const name of packages)
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], options);
}
