/** @file What a soak leaves behind: its samples, kept after every round. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Sample } from "./soakRule";

const FILE = join(import.meta.dirname, "../build/evidence/soak.json");

export interface Soak {
  /** Name and version. */
  readonly browser: string;
  readonly samples: readonly Sample[];
}

/** Null where there was none. */
export const keptSoak = (): Soak | null =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Soak) : null;

export function keepSoak(soak: Soak): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(soak)}\n`);
}
