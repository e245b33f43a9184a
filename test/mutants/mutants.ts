/**
 * @file Faults that the tests must notice, each put into the sources on purpose by `npm run mutants`. A
 * row is an edit, what is wrong with it, and the tests that should see it. They stand by folder.
 */
import type { Mutant } from "../../scripts/mutant";
import { CLI } from "./cli";
import { ENGINE } from "./engine";
import { EXPERIMENT } from "./experiment";
import { KERNEL } from "./kernel";
import { PICTURES } from "./pictures";
import { RUN } from "./run";
import { SCENES_TOLD } from "./scenes";
import { STATE } from "./state";
import { TABLES } from "./tables";
import { TAKEN } from "./taken";
import { THEORY } from "./theory";

export const MUTANTS: readonly Mutant[] = [
  ...THEORY,
  ...EXPERIMENT,
  ...RUN,
  ...ENGINE,
  ...KERNEL,
  ...STATE,
  ...PICTURES,
  ...CLI,
  ...SCENES_TOLD,
  ...TABLES,
  ...TAKEN,
];
