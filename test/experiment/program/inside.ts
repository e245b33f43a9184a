/** @file What programs do inside, seen by running them in one Python. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type PythonPackage, pythonWith } from "../../../scripts/python";
import type { Settings } from "../../../src/experiment/params";
import { type Library, programOf } from "../../../src/experiment/program/program";

export const PACKAGE_OF: Readonly<Record<Library, PythonPackage>> = {
  numpy: "numpy",
  pytorch: "torch",
};

export interface Inside {
  /** [N] of 0 and 1 */
  readonly truth: readonly number[];
  readonly train: readonly number[];
  readonly test: readonly number[];
  /** Parameters before the first update and after the last, in the order of `shapeOf`. [P] */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Of the first updates; empty where each takes the whole training set. */
  readonly batches: readonly (readonly number[])[];
  /** Evaluated steps. */
  readonly schedule: readonly number[];
  /** Some steps to train and to test, and the phase that they are. */
  readonly phases: readonly (readonly [train: number | null, test: number | null, phase: string])[];
  /** Mean loss of the training pairs, train accuracy, test accuracy. */
  readonly measures: readonly [number, number, number];
}

/** Each program after so many updates, and its first batches. Throws what Python says. */
export function inside(
  library: Library,
  all: readonly Settings[],
  { updates = 0, batches = 0 },
): Inside[] {
  const python = pythonWith(PACKAGE_OF[library]);
  if (python === null) throw new Error(`there is no Python with ${PACKAGE_OF[library]}`);
  const tasks = all.map((settings) => ({ source: programOf(settings, library), updates, batches }));
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, "inside.py")], {
    input: JSON.stringify(tasks),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  if (stderr !== "") throw new Error(`a program warns: ${stderr}`);
  return JSON.parse(stdout);
}
