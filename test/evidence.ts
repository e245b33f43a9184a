/**
 * @file What tests have seen for docs/reliability.md: a line of build/evidence/KIND.jsonl each, which
 * `npm run reliability` makes a table of.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../build/evidence");

export interface Seen {
  /** A fault that was caused, and what the page did. */
  readonly faults: { readonly fault: string; readonly browser: string; readonly survived: string };
  /** What was tried in a browser, and its version. */
  readonly browsers: { readonly browser: string; readonly version: string; readonly tried: string };
  /** Random actions that one seed did in one chapter. */
  readonly fuzz: { readonly chapter: string; readonly seed: number; readonly actions: number };
  /** Inputs of one kind that were handed in. */
  readonly inputs: { readonly kind: string; readonly tried: number; readonly refused: number };
}

/** Forgets what earlier tests have seen; what a soak has sampled stays. */
export function emptyEvidence(): void {
  if (!existsSync(FOLDER)) return;
  for (const name of readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl")))
    rmSync(join(FOLDER, name));
}

export type Evidence = { readonly [Kind in keyof Seen]: readonly Seen[Kind][] };

const linesOf = <Kind extends keyof Seen>(kind: Kind): readonly Seen[Kind][] => {
  const file = join(FOLDER, `${kind}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Seen[Kind]);
};

/** All that tests have seen since it was emptied. */
export const readEvidence = (): Evidence => ({
  faults: linesOf("faults"),
  browsers: linesOf("browsers"),
  fuzz: linesOf("fuzz"),
  inputs: linesOf("inputs"),
});

/** Keeps a line of what a test has seen. */
export function evidence<Kind extends keyof Seen>(kind: Kind, row: Seen[Kind]): void {
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(join(FOLDER, `${kind}.jsonl`), `${JSON.stringify(row)}\n`);
}
