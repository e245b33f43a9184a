/**
 * @file Experiments small enough to be trained within a test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type NamedExperiment, parseExperiment } from "../../src/experiment/experimentFile";

export const TINY_FILE = {
  name: "tiny",
  title: "Tiny",
  base: { relation: "modulo-3", n: 9, width: 9, steps: 3000 },
  axes: [
    { key: "encoderRate", values: [0.001, 0.01, 0.1] },
    { key: "decoderRate", values: [0.0001, 0.001, 0.01] },
    { key: "seed", values: [0, 1] },
  ],
  until: "decided",
};

export function parsed(file: object): NamedExperiment {
  const result = parseExperiment(file);
  if ("problem" in result) throw new Error(result.problem);
  return result.parsed;
}

/** 18 replicas, of which some end early. */
export const TINY = parsed(TINY_FILE);

/** 12 replicas that take a second or two on one core: time to be interrupted. */
export const LONGER_FILE = {
  name: "longer",
  title: "Longer",
  base: { relation: "modulo-3", n: 9, width: 9, steps: 30_000 },
  axes: [
    { key: "encoderRate", values: [0.001, 0.01, 0.1] },
    { key: "seed", values: [0, 1, 2, 3] },
  ],
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Gone after the file's last test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "geneft-"));
  folders.push(folder);
  return folder;
}
